package vn.giaoban.database;

import org.jspecify.annotations.Nullable;

/**
 * The application cannot start on this database. Said in Vietnamese, because the person at the console is the one who can put it right.
 */
public class DatabaseFault extends RuntimeException {

    private final String repair;

    DatabaseFault(String what, String repair) {
        this(what, repair, null);
    }

    DatabaseFault(String what, String repair, @Nullable Throwable cause) {
        super(what, cause);
        this.repair = repair;
    }

    /** What the person at the console can do about it. */
    public String repair() {
        return repair;
    }
}
