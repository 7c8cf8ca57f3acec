package vn.giaoban.database;

import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.StartFault;

/** The application cannot start on this database. */
public class DatabaseFault extends StartFault {

    DatabaseFault(String what, String repair) {
        this(what, repair, null);
    }

    DatabaseFault(String what, String repair, @Nullable Throwable cause) {
        super(what, repair, cause);
    }
}
