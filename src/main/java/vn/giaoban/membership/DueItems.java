package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.membership.DueRows.Found;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;

/** Who and what is due: the rows that lie within the limits of a day. */
@Component
class DueItems {

    private final DueRows rows;
    private final MemberReading reading;
    private final Organisation organisation;

    DueItems(DueRows rows, MemberReading reading, Organisation organisation) {
        this.rows = rows;
        this.reading = reading;
        this.organisation = organisation;
    }

    /** Keys, in the order of the list, with what each is due for. */
    record Item(
            @Nullable MemberId member,
            @Nullable LocalDate due,
            @Nullable LocalDate last,
            int years) {}

    List<Item> items(Sight sight, Due.Asked asked, AsOf at) {
        var unit = asked.unit();
        var day = at.day();
        return switch (asked.kind()) {
            case PROBATION_OVERDUE ->
                rows.probation(sight, unit, at).stream()
                        .filter(one -> one.last().isBefore(day))
                        .map(one -> new Item(one.member(), one.ends(), one.last(), 0))
                        .toList();
            case PROBATION_ENDING -> {
                var ahead = day.plusDays(limit("days-ahead-of-probation", day));
                yield rows.probation(sight, unit, at).stream()
                        .filter(one -> !one.last().isBefore(day) && !one.ends().isAfter(ahead))
                        .map(one -> new Item(one.member(), one.ends(), one.last(), 0))
                        .toList();
            }
            case BADGE -> badges(sight, asked, at);
            case NO_CARD -> plain(rows.withoutCard(sight, unit, at));
            case NO_CV_NUMBER -> plain(rows.withoutCvNumber(sight, unit, at));
            default -> throw MembershipRefusal.noSuchList();
        };
    }

    private static List<Item> plain(List<MemberId> members) {
        return members.stream().map(member -> new Item(member, null, null, 0)).toList();
    }

    private List<Item> badges(Sight sight, Due.Asked asked, AsOf at) {
        var rules = reading.badgeRules(at.day());
        var awarded = asked.award() != null
                ? asked.award()
                : rules.nextAward(at.day()).orElse(null);
        if (awarded == null) {
            return List.of();
        }
        var ranges = rules.countedFrom(awarded);
        return rows
                .aged(
                        sight,
                        asked.unit(),
                        at,
                        ranges.stream().map(range -> range.get(0)).toList(),
                        ranges.stream().map(range -> range.get(1)).toList())
                .stream()
                .flatMap(one -> rules.on(one.from(), awarded).stream()
                        .map(badge -> new Item(one.member(), badge.due(), null, badge.years())))
                .sorted(Comparator.comparing((Item item) -> -item.years())
                        .thenComparing(item -> Objects.requireNonNull(item.due())))
                .toList();
    }

    /** In official order. */
    List<Found> units(Due.Asked asked, AsOf at) {
        var unit = asked.unit();
        var day = at.day();
        var found = switch (asked.kind()) {
            case NO_SECRETARY -> rows.withoutSecretary(unit, at);
            case TERM -> rows.terms(unit, at, limit("months-ahead-of-term", day));
            case NO_ADMISSION -> rows.withoutAdmission(unit, at, limit("months-without-admission", day));
            case TOO_FEW -> strong(unit, at, 0, limit("official-for-a-cell", day), true);
            case NO_CELL_COMMITTEE ->
                strong(unit, at, limit("official-for-a-cell", day), limit("official-for-a-cell-committee", day), true);
            case MANY -> strong(unit, at, limit("official-for-a-base-organisation", day), Integer.MAX_VALUE, false);
            default -> throw MembershipRefusal.noSuchList();
        };
        var places = new HashMap<UnitId, Integer>();
        organisation.below(unit, at).forEach(below -> places.put(below.id(), places.size()));
        return found.stream()
                .filter(one -> places.containsKey(one.unit()))
                .sorted(Comparator.comparing(one -> Objects.requireNonNull(places.get(one.unit()))))
                .toList();
    }

    /** Cells with at least so many official members and fewer than so many; those present, or all. */
    private List<Found> strong(UnitId unit, AsOf at, long least, long below, boolean present) {
        return rows.strengths(unit, at).stream()
                .map(one -> new Found(one.unit(), present ? one.present() : one.official(), null, ""))
                .filter(one ->
                        Objects.requireNonNull(one.number()) >= least && Objects.requireNonNull(one.number()) < below)
                .toList();
    }

    private int limit(String code, LocalDate on) {
        var rule = rows.rules(on).get(code);
        return rule == null ? 0 : rule.value();
    }
}
