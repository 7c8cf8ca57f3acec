package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * What an officer sees of a person: who it is, where he belonged, what happened. What is sensitive is a {@link Sensitive} of its own.
 *
 * @param on the day read
 * @param movements what the reader may see of them, newest first
 */
public record MemberFile(
        Person person,
        Profile profile,
        LocalDate on,
        List<Stay> stays,
        List<Beside> besides,
        List<Event> movements,
        Seniority seniority,
        Rights rights) {

    /** Days in one cell. */
    public record Stay(String cell, UnitId unit, Degree degree, LocalDate from, LocalDate until) {}

    /**
     * Days beside the cell: in a temporary cell, or introduced to the cell of residence.
     *
     * @param where as entered; {@code now} the unit that stands for it where that is another
     * @param letter number of the letter, {@code planned} the end that it says
     */
    public record Beside(
            MovementKind kind,
            String where,
            @Nullable String now,
            @Nullable String letter,
            @Nullable LocalDate planned,
            LocalDate from,
            LocalDate until) {}

    /** One thing that happened. */
    public record Event(
            long id,
            MovementKind kind,
            LocalDate day,
            String from,
            String to,
            @Nullable String decisionNo,
            boolean withdrawable) {}

    /**
     * What the reader may do with this person.
     *
     * @param record may enter what happened; {@code report} may only report it to the base
     */
    public record Rights(boolean sensitive, boolean report, boolean record, boolean keep, boolean merge) {}

    /**
     * Shown on one more press, recorded for itself.
     *
     * @param numberEnds last two digits of the citizen number
     * @param numberLost there was one, but its key is lost: it has to be entered again
     */
    public record Sensitive(
            String religion,
            @Nullable String numberEnds,
            boolean numberLost,
            boolean exempt,
            boolean suspended,
            boolean away) {}
}
