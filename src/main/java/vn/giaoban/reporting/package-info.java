/**
 * The giao ban report of any unit for any period, its papers, and the checks of what was entered.
 *
 * <p>Owns schema {@code reporting}: the officers' own words, and what stands out by which rule. Counts nothing: every number is asked of
 * {@code figures} and opens there.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "record",
            "ui",
            "organisation",
            "access",
            "audit",
            "figures",
            "membership",
            "importing"
        })
@NullMarked
package vn.giaoban.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
