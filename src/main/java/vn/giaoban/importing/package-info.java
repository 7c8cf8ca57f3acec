/**
 * Spreadsheets in: read, matched by heading, checked to the last cell, shown, and only then recorded, all or nothing.
 *
 * <p>Owns schema {@code importing}: the jobs, what was uploaded (sealed, and gone after confirmation or seven days), saved matchings of
 * headings, people named for an event on units that has not come yet, and what came out when a list of another system was held against
 * the register (sealed, and gone on its day). Everything else it records through the module whose rows they
 * are. Knows nothing of how units or members are counted.
 */
@ApplicationModule(allowedDependencies = {"shared", "record", "ui", "organisation", "membership"})
@NullMarked
package vn.giaoban.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
