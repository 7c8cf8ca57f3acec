/**
 * Who changed what, and who read whom.
 *
 * <p>Owns schema {@code audit}: the chain over all entries, and the reads of persons. Both are only ever added to. Modules that show persons
 * say so to {@link vn.giaoban.audit.Reads}; of changes nobody has to say anything, because every row names its entry.
 */
@ApplicationModule(allowedDependencies = {"shared", "record", "ui", "access", "organisation"})
@NullMarked
package vn.giaoban.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
