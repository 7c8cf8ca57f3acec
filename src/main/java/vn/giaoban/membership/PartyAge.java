package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Days;

/**
 * From which day party age counts: the first decision to admit, moved forward by the time out of the Party. Whoever's removal was
 * overturned was never out.
 *
 * <p>Source: 294-QĐ/TW art. 4.5; HD 06-HD/TW 5.3.
 *
 * @param from first day on which this holds; a readmission begins a new stretch
 * @param partyFrom party age is the completed years since this day
 */
public record PartyAge(LocalDate from, LocalDate until, LocalDate partyFrom) {

    /** Empty where no paper says when the person was admitted. */
    static List<PartyAge> of(Facts facts) {
        var moves = facts.moves().stream()
                .sorted(Comparator.comparing(Facts.Move::day).thenComparing(Facts.Move::kind))
                .toList();
        var first = first(facts, moves);
        if (first == null) {
            return List.of();
        }
        var stretches = new ArrayList<PartyAge>();
        var from = Days.EVER;
        var partyFrom = first;
        LocalDate left = null;
        for (var move : moves) {
            if (move.kind().removes()) {
                left = move.day();
            } else if (move.kind() == MovementKind.RESTORED) {
                left = null;
            } else if (move.kind() == MovementKind.READMISSION
                    && left != null
                    && move.day().isAfter(left)) {
                stretches.add(new PartyAge(from, move.day(), partyFrom));
                partyFrom = partyFrom.plusDays(move.day().toEpochDay() - left.toEpochDay());
                from = move.day();
                left = null;
            }
        }
        stretches.add(new PartyAge(from, Days.FOREVER, partyFrom));
        return stretches;
    }

    private static @Nullable LocalDate first(Facts facts, List<Facts.Move> moves) {
        var told = facts.joined().decidedOn();
        if (told == null) {
            told = moves.stream()
                    .filter(move -> move.kind() == MovementKind.ADMISSION)
                    .reduce((earlier, later) -> later) // an annulled admission does not count
                    .map(move -> move.decided() == null ? move.day() : move.decided())
                    .orElse(facts.joined().ceremonyOn());
        }
        return told == null ? null : told.plusDays(facts.joined().gapDays());
    }

    /** The next badge and the day from which it is due. */
    static Optional<Badge> next(LocalDate partyFrom, LocalDate on, NavigableSet<Integer> levels) {
        return Optional.ofNullable(levels.higher(Age.on(on, partyFrom)))
                .map(years -> new Badge(years, completed(partyFrom, years)));
    }

    /** The highest badge whose years are completed. */
    static Optional<Badge> reached(LocalDate partyFrom, LocalDate on, NavigableSet<Integer> levels) {
        return Optional.ofNullable(levels.floor(Age.on(on, partyFrom)))
                .map(years -> new Badge(years, completed(partyFrom, years)));
    }

    private static LocalDate completed(LocalDate since, int years) {
        var day = since.plusYears(years);
        return day.getDayOfMonth() < since.getDayOfMonth() ? day.plusDays(1) : day;
    }

    /**
     * @param years of party age
     * @param due the day on which they are completed
     */
    public record Badge(int years, LocalDate due) {}
}
