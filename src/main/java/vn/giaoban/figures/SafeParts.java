package vn.giaoban.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Figure.Part;

/**
 * Which parts of a sensitive breakdown a reader without right to people may see, so that no small count is shown and none is the difference
 * of what is shown (privacy P5).
 *
 * <p>All tables that stand beside each other, such as those of the units under one parent, show the same parts: what one withholds could
 * else be had from the others and the parent's. In each table what is withheld is several parts together, and of these together there are none or many, in
 * each part of a second breakdown too.
 *
 * @param whole keys of the parts whose number is shown
 * @param divided keys among them that are also shown divided by the second breakdown
 */
record SafeParts(Set<String> whole, Set<String> divided) {

    static final SafeParts NONE = new SafeParts(Set.of(), Set.of());

    /** Counts of one unit and period: by sensitive part, then by part of the other breakdown, "" where there is none. */
    static final class Table {

        private final Map<String, Map<String, Long>> counts = new HashMap<>();

        void add(@Nullable String sensitive, @Nullable String other, long count) {
            counts.computeIfAbsent(String.valueOf(sensitive), key -> new HashMap<>())
                    .merge(String.valueOf(other), count, Long::sum);
        }

        private Table undivided() {
            var undivided = new Table();
            counts.forEach((key, cells) -> undivided.add(key, "", sum(cells)));
            return undivided;
        }

        private long of(String key) {
            return sum(counts.getOrDefault(key, Map.of()));
        }

        /** Parts that are not shown though somebody is in them. */
        private List<String> withheld(Set<String> shown) {
            return counts.keySet().stream()
                    .filter(key -> !shown.contains(key) && of(key) != 0)
                    .toList();
        }

        /** Whether the parts that are not shown can be had from those that are, in this table. */
        private boolean tells(Set<String> shown, long least) {
            var withheld = withheld(shown);
            var together = new HashMap<String, Long>();
            withheld.forEach(key -> counts.getOrDefault(key, Map.of())
                    .forEach((other, count) -> together.merge(other, count, Long::sum)));
            return withheld.size() == 1 || together.values().stream().anyMatch(count -> !passes(count, least));
        }

        private static long sum(Map<String, Long> cells) {
            return cells.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static boolean passes(long count, long least) {
        return count == 0 || count >= least;
    }

    /**
     * Of units with nothing above them.
     *
     * @param least the smallest number that may be shown, apart from none
     */
    static SafeParts of(List<Table> tables, long least) {
        var keys =
                tables.stream().flatMap(table -> table.counts.keySet().stream()).collect(Collectors.toSet());
        return new SafeParts(keys, keys).below(tables, least);
    }

    /** Of the units under that of which these are: what is withheld above is withheld below, for the lines add up to it. */
    SafeParts below(List<Table> tables, long least) {
        var shown = among(whole, tables.stream().map(Table::undivided).toList(), least);
        var pieces = new HashSet<>(divided);
        pieces.retainAll(shown);
        return new SafeParts(shown, among(pieces, tables, least));
    }

    private static Set<String> among(Set<String> keys, List<Table> tables, long least) {
        var shown = new HashSet<>(keys);
        for (var table : tables) {
            table.counts.forEach((key, cells) -> {
                if (cells.values().stream().anyMatch(count -> !passes(count, least))) {
                    shown.remove(key);
                }
            });
        }
        // the next smallest goes too, as long as any table tells what it withholds and shows anybody at all
        for (var next = next(shown, tables, least); next != null; next = next(shown, tables, least)) {
            shown.remove(next);
        }
        return Set.copyOf(shown);
    }

    private static @Nullable String next(Set<String> shown, List<Table> tables, long least) {
        return tables.stream()
                .filter(table -> table.tells(shown, least))
                .flatMap(table -> shown.stream().filter(key -> table.of(key) != 0))
                .min(Comparator.comparingLong((String key) -> tables.stream()
                                .mapToLong(table -> table.of(key))
                                .sum())
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** What is withheld is one part without a key: the keys alone would tell that somebody of that kind is there. */
    Figure shown(Figure figure, Division by) {
        var inner = by.second();
        if (inner == null || by.first().sensitive() && !inner.sensitive()) {
            return figure.with(outer(figure.parts(), inner != null));
        }
        return figure.with(
                by.first().sensitive()
                        ? List.of(Part.withheld())
                        : figure.parts().stream()
                                .map(part ->
                                        new Part(part.key(), part.value(), part.why(), only(divided, part.parts())))
                                .toList());
    }

    private List<Part> outer(List<Part> parts, boolean twice) {
        return only(whole, parts).stream()
                .map(part -> !twice || part.why() != null || divided.contains(String.valueOf(part.key()))
                        ? part
                        : new Part(part.key(), part.value(), null, List.of(Part.withheld())))
                .toList();
    }

    private List<Part> only(Set<String> keys, List<Part> parts) {
        var shown = new ArrayList<>(parts.stream()
                .filter(part -> keys.contains(String.valueOf(part.key())))
                .toList());
        if (shown.size() < parts.size() || equals(NONE)) {
            shown.add(Part.withheld());
        }
        return shown;
    }
}
