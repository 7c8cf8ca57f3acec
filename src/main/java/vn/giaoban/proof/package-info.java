/**
 * {@code java -jar giaoban.jar prove}, and the end of {@code restore}: whether a database is what it was. The audit chain is walked, and
 * every settled figure is counted anew.
 *
 * <p>Owns nothing. Knows the application without its pages, and shows no figure.
 */
@ApplicationModule(allowedDependencies = {"shared", "database", "audit", "figures"})
@NullMarked
package vn.giaoban.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
