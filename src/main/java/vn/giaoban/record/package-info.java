/**
 * Registers, and the entries of which every record is made: who, when, why. Owns record time.
 *
 * <p>Owns schema {@code record}. Knows nothing about what is recorded.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package vn.giaoban.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
