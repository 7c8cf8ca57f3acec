package vn.giaoban.membership;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.FirstSeen;
import vn.giaoban.shared.UnitId;

/** What the pieces of one file share, when it is too long to be looked at whole: who stood in a row before, and what the sender may do. */
public final class FileSoFar {

    /** Rows by name and birth date. */
    final FirstSeen people = new FirstSeen();

    private @Nullable Predicate<UnitId> mine;
    private @Nullable FirstSeen everybody;

    /** Names and birth dates of the register, as they were before the first piece. */
    FirstSeen everybody(Supplier<FirstSeen> read) {
        if (everybody == null) {
            everybody = read.get();
        }
        return everybody;
    }

    Predicate<UnitId> mine(Supplier<Predicate<UnitId>> read) {
        if (mine == null) {
            mine = read.get();
        }
        return mine;
    }
}
