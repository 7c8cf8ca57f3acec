package vn.giaoban.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * What a member asked about his data, and what became of it.
 *
 * @param cell where he belonged when he asked
 * @param due the last day for an answer
 * @param login who took it down
 * @param answer null while it waits
 */
public record DataRequest(
        RegisterId register,
        long id,
        MemberId member,
        UnitId cell,
        Kind kind,
        String words,
        LocalDate asked,
        LocalDate due,
        String login,
        @Nullable Answer answer) {

    /** What is asked for. */
    public enum Kind {
        /** To see what is kept, on paper. */
        SEE,
        /** To have something put right. */
        CORRECT,
        COMPLAIN,
        /** Nothing: he has read his sheet and confirms it. */
        CONFIRM
    }

    /** How it was answered. */
    public enum Outcome {
        DONE,
        PARTLY,
        REFUSED
    }

    /** @param login who answered */
    public record Answer(Outcome outcome, String words, LocalDate on, String login) {}

    /** As it stands in addresses. */
    public String key() {
        return register.value() + "-" + id;
    }

    public boolean lateOn(LocalDate day) {
        return answer == null && day.isAfter(due);
    }
}
