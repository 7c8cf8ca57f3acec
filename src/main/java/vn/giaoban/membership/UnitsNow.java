package vn.giaoban.membership;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * Units as known now, in memory: read once for a batch or a change of the tree.
 *
 * @param codes short and 14-digit codes of those that were asked for
 * @param names the last name of each, with its code, for messages
 * @param holding the days on which each holds members, in order
 * @param hosting the same, and the days on which each is a temporary cell
 * @param ended how those closed that did
 * @param receivers cells that events named for whomever they did not name
 */
record UnitsNow(
        Map<String, UnitId> codes,
        Function<UnitId, String> names,
        Map<UnitId, List<Stay>> holding,
        Map<UnitId, List<Stay>> hosting,
        Map<UnitId, Ended> ended,
        Map<UnitDay, Receiver> receivers)
        implements UnitsOverTime {

    record Stay(LocalDate from, LocalDate until) {}

    record UnitDay(UnitId unit, LocalDate day) {}

    /** @param sharedOutBy the entry that shared its people out by the same event; null if all followed */
    record Ended(
            LocalDate day,
            UnitId successor,
            long event,
            @Nullable Long sharedOutBy) {}

    Optional<UnitId> named(String code) {
        return Optional.ofNullable(codes.getOrDefault(code, codes.get(code.toUpperCase(Locale.ROOT))));
    }

    String name(UnitId unit) {
        return names.apply(unit);
    }

    @Override
    public @Nullable LocalDate closedOn(UnitId unit) {
        var end = ended.get(unit);
        return end == null ? null : end.day();
    }

    @Override
    public @Nullable UnitId successor(UnitId unit) {
        var end = ended.get(unit);
        return end == null ? null : end.successor();
    }

    @Override
    public @Nullable Long sharedOutBy(UnitId unit) {
        var end = ended.get(unit);
        return end == null ? null : end.sharedOutBy();
    }

    @Override
    public @Nullable Receiver receiver(UnitId unit, LocalDate day) {
        return receivers.get(new UnitDay(unit, day));
    }

    @Override
    public LocalDate holdsUntil(UnitId unit, LocalDate day) {
        return until(holding.getOrDefault(unit, List.of()), day);
    }

    @Override
    public LocalDate hostsUntil(UnitId unit, LocalDate day) {
        return until(hosting.getOrDefault(unit, List.of()), day);
    }

    private static LocalDate until(List<Stay> stays, LocalDate day) {
        var until = day;
        for (var stay : stays) {
            if (!until.isBefore(stay.from()) && until.isBefore(stay.until())) {
                until = stay.until();
            }
        }
        return until;
    }

    /** The first unit on the way from this one to what stands for it whose closing shared its people out. */
    Optional<Map.Entry<UnitId, Ended>> firstSharedOut(UnitId unit) {
        for (var at = unit;
                ended.containsKey(at);
                at = requireNonNull(ended.get(at)).successor()) {
            var end = requireNonNull(ended.get(at));
            if (end.sharedOutBy() != null) {
                return Optional.of(Map.entry(at, end));
            }
        }
        return Optional.empty();
    }

    /** These units and all that stand for them now or once stood for by one of them. */
    Set<UnitId> readThrough(Set<UnitId> units) {
        var found = new HashSet<>(units);
        var byDay = ended.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<UnitId, Ended> end) -> end.getValue().day())
                        .reversed())
                .toList();
        for (var grown = true; grown; ) {
            grown = false;
            for (var end : byDay) {
                grown |= found.contains(end.getValue().successor()) && found.add(end.getKey());
            }
        }
        return found;
    }
}
