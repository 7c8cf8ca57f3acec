/**
 * The whole database into one file and back: {@code java -jar giaoban.jar backup <file>} and {@code restore <file>}.
 *
 * <p>Owns no schema and knows no table: what is there it reads from the catalogue of PostgreSQL. Knows nothing of keys, which are never in
 * the file.
 */
@ApplicationModule(allowedDependencies = {"shared", "database", "record"})
@NullMarked
package vn.giaoban.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
