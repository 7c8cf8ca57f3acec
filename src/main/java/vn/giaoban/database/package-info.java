/**
 * The one PostgreSQL: started by us from binaries on the class path, or the operator's own. Its two roles, the connections, and which
 * registers a transaction may see.
 *
 * <p>Owns schema {@code ext} (extensions and {@code ext.folded}) and the history of migrations. Knows no table of any module.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package vn.giaoban.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
