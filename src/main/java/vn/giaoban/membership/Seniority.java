package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's party age on a day and how it comes about, step by step, so that he can check it himself.
 *
 * <p>Source: 294-QĐ/TW art. 4.5; HD 06-HD/TW 5.3.
 *
 * @param start the day from which it is counted before anything is taken off; null where no paper says it
 * @param restored days on which a removal was overturned: the time in between counts
 * @param ended the day on which the person left or died, if he has not come back: it counts no further
 * @param partyFrom {@code start} moved forward by the gaps; null where nothing is known or it lies after the day
 * @param years completed ones
 * @param reached the highest badge whose years are completed, {@code next} the one after; none for those who left
 */
public record Seniority(
        @Nullable LocalDate start,
        @Nullable Basis basis,
        List<Gap> gaps,
        List<LocalDate> restored,
        @Nullable LocalDate ended,
        @Nullable LocalDate partyFrom,
        @Nullable Integer years,
        BadgeRules.@Nullable Badge reached,
        BadgeRules.@Nullable Badge next) {

    /** Which day stands for the first admission. */
    public enum Basis {
        /** The decision to admit. */
        DECISION,
        /** Only the ceremony is known, which the card prints. */
        CEREMONY
    }

    /**
     * Time that is taken off.
     *
     * @param from null for what was taken off before the person came into this register
     * @param by how he left; null where it is not told, or not told to this reader
     */
    public record Gap(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            long days,
            @Nullable MovementKind by) {}

    static Seniority of(Facts facts, LocalDate on, BadgeRules badges) {
        var by = facts.moves().stream().filter(move -> !move.day().isAfter(on)).toList();
        return new SeniorityReader(facts.joined()).read(by).on(on, badges);
    }

    /**
     * As somebody may see it.
     *
     * @param removals why the person was out
     * @param keeps that a removal was overturned
     */
    Seniority seenBy(boolean removals, boolean keeps) {
        return new Seniority(
                start,
                basis,
                removals || keeps
                        ? gaps
                        : gaps.stream()
                                .map(gap -> new Gap(null, gap.until(), gap.days(), null))
                                .toList(),
                keeps ? restored : List.of(),
                ended,
                partyFrom,
                years,
                reached,
                next);
    }
}
