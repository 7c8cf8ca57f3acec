/** The words that every module speaks. Nothing enters because two modules happen to need it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.giaoban.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
