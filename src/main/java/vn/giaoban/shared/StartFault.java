package vn.giaoban.shared;

import org.jspecify.annotations.Nullable;

/** The application cannot start. Said in Vietnamese, because the person at the console is the one who can put it right. */
public class StartFault extends RuntimeException {

    private final String repair;

    public StartFault(String what, String repair) {
        this(what, repair, null);
    }

    public StartFault(String what, String repair, @Nullable Throwable cause) {
        super(what, cause);
        this.repair = repair;
    }

    /** What the person at the console can do about it. */
    public String repair() {
        return repair;
    }
}
