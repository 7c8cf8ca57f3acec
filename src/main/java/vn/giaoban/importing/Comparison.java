package vn.giaoban.importing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * A list of another system held against the register on a day.
 *
 * @param register of the unit
 * @param known what was known of the register
 * @param login who sent the list
 * @param keepUntil from this day on nothing that names anybody is left of it
 * @param paired rows that mean somebody here
 * @param why in words, where it failed
 */
public record Comparison(
        RegisterId register,
        long id,
        UnitId unit,
        LocalDate day,
        Instant known,
        State state,
        String fileName,
        String login,
        Instant startedAt,
        LocalDate keepUntil,
        int there,
        int here,
        int paired,
        @Nullable String why) {

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** Its days are over: the numbers are left, nobody's name. */
        FORGOTTEN
    }

    /** What is to be worked off. */
    public enum Kind {
        DIFFERS,
        /** Perhaps one person: to be looked at. */
        DOUBTFUL,
        ONLY_HERE,
        ONLY_THERE,
        TWICE_THERE,
        TWICE_HERE
    }

    /** What somebody decided of one line. */
    public enum Decision {
        FIX_HERE,
        FIX_THERE,
        SAME,
        NOT_SAME,
        LATER
    }
}
