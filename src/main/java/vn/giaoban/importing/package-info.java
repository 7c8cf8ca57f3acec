/**
 * Spreadsheets in: read, matched by heading, checked to the last cell, shown, and only then recorded, all or nothing.
 *
 * <p>Owns schema {@code importing}: the jobs, what was uploaded (sealed, and gone after confirmation or seven days), saved matchings of
 * headings, and people named for an event on units that has not come yet. Everything else it records through the module whose rows they
 * are. Knows nothing of how units or members are counted.
 */
@ApplicationModule(allowedDependencies = {"shared", "record", "ui", "organisation", "membership"})
@NullMarked
package vn.giaoban.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
