package vn.giaoban.figures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * What one statement counted. A place that is not named is 0.
 *
 * @param registers in which what is inside was first entered
 * @param lines the days of each line, if lines were asked for
 */
record Counts(Map<Place, Long> counts, Set<RegisterId> registers, Map<UnitId, List<ChildLines.Days>> lines) {

    static final Counts NOTHING = new Counts(Map.of(), Set.of(), Map.of());

    /** Where a count belongs. {@code key} names the part of a breakdown; null is "not stated", or the whole without one. */
    record Place(UnitId line, String indicator, @Nullable String key) {}

    /** @param sign 1 or -1: what is taken away */
    Counts plus(Counts others, int sign) {
        var sums = new HashMap<>(counts);
        others.counts.forEach((place, count) -> sums.merge(place, sign * count, Long::sum));
        sums.values().removeIf(count -> count == 0);
        var all = new HashSet<>(registers);
        all.addAll(others.registers);
        var days = new HashMap<>(lines);
        others.lines.forEach(days::putIfAbsent);
        return new Counts(sums, all, days);
    }

    long of(UnitId line, String indicator) {
        return counts.getOrDefault(new Place(line, indicator, null), 0L);
    }

    long of(UnitId line, String indicator, @Nullable String key) {
        return counts.getOrDefault(new Place(line, indicator, key), 0L);
    }

    /** Over all parts. */
    long total(UnitId line, String indicator) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().line().equals(line))
                .filter(count -> count.getKey().indicator().equals(indicator))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The parts that occur anywhere in a line; "" stands for "not stated". */
    Set<String> keys(UnitId line) {
        var keys = new TreeSet<String>();
        counts.keySet().stream()
                .filter(place -> place.line().equals(line))
                .forEach(place -> keys.add(place.key() == null ? "" : place.key()));
        return keys;
    }
}
