package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/** Words of the lists of what is due. */
public final class Due {

    private Due() {}

    /**
     * What a list goes by, for the page to say it.
     *
     * @param code of the limit; {@code badge-level} and {@code award-day} for badges
     * @param verified whether somebody has compared it with the regulation's text
     */
    public record Rule(String code, int value, String source, boolean verified) {}

    /** Which list of a unit. @param award of badges: the day on which they are handed over; null for the next one */
    public record Asked(DueKind kind, UnitId unit, @Nullable LocalDate award) {}

    /** How long a list is. */
    public record Count(DueKind kind, int size) {}

    /**
     * Somebody on a list.
     *
     * @param due when probation ends, or the years of the badge are completed; null for lists without a day
     * @param last the last day for the cell to decide; null for others
     * @param years of the badge; 0 for others
     * @param above what his cell stands under, because cells of many communes have the same name
     * @param seniority how party age comes about, for badges; null for others
     */
    public record Line(
            Person person,
            String above,
            @Nullable LocalDate due,
            @Nullable LocalDate last,
            int years,
            @Nullable Seniority seniority) {}

    /**
     * A unit on a list.
     *
     * @param above what it stands under, because villages of many communes have the same name
     * @param number of official members, or of members; null where the list counts nothing
     * @param day since when a post is vacant, or when a term ends; null where it is not known
     * @param words name of a term; empty for others
     */
    public record UnitLine(
            UnitId unit,
            String name,
            String kindName,
            String above,
            @Nullable Long number,
            @Nullable LocalDate day,
            String words,
            @Nullable Reason reason) {}

    /** Why nobody was admitted in a cell. @param words of whoever entered it; null for none */
    public record Reason(String code, String name, @Nullable String words, LocalDate from) {}

    /** One page of persons. @param page the last one where a later was asked for */
    public record People(List<Line> lines, int all, int page) {}

    /** One page of units. */
    public record Units(List<UnitLine> lines, int all, int page) {}
}
