package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * All that is recorded about where one person belonged: what a life is read from.
 *
 * @param firstDay first day of the person's register; who belonged the evening before is entered as opening
 * @param joined what papers say of the time before the register
 * @param born the day that counts as the birth date, for the rules about days
 * @param arriving degree of one who first came from outside; null: what earlier movements say, else official
 */
public record Facts(
        LocalDate firstDay,
        @Nullable Opening opening,
        @Nullable Degree arriving,
        List<Move> moves,
        List<Carried> carried,
        Profile.Joined joined,
        @Nullable LocalDate born) {

    /** Of one whose birth does not matter. */
    public Facts(
            LocalDate firstDay,
            @Nullable Opening opening,
            @Nullable Degree arriving,
            List<Move> moves,
            List<Carried> carried,
            Profile.Joined joined) {
        this(firstDay, opening, arriving, moves, carried, joined, null);
    }

    /** Belongs to this cell when the register opens. Which is no flow. */
    public record Opening(UnitId cell, LocalDate from, Degree degree, long told) {}

    /**
     * The part of a movement that decides where the person belongs.
     *
     * @param id key of the movement; negative for one that is not recorded yet
     * @param decided the day of the decision, for party age
     * @param told the entry by which the person was first said to come to this cell; a share-out of a later entry knew of the person
     */
    public record Move(
            long id,
            MovementKind kind,
            LocalDate day,
            @Nullable UnitId from,
            @Nullable String fromOutside,
            @Nullable UnitId to,
            @Nullable String toOutside,
            @Nullable LocalDate decided,
            long told) {}

    /**
     * A unit event of this day shared the people of {@code from} out, and this person went to {@code to}.
     *
     * @param event the event on units
     * @param told the entry that said so
     */
    public record Carried(long event, LocalDate day, UnitId from, UnitId to, long told) {}

    /** All cells that the facts name. */
    Set<UnitId> cells() {
        var moved = moves.stream().flatMap(move -> Stream.of(move.from(), move.to()));
        var shared = carried.stream().flatMap(share -> Stream.of(share.from(), share.to()));
        return Stream.of(Stream.of(opening == null ? null : opening.cell()), moved, shared)
                .flatMap(cells -> cells)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }
}
