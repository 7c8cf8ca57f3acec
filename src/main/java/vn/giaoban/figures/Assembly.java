package vn.giaoban.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Division.Parts;
import vn.giaoban.figures.Figure.Part;
import vn.giaoban.figures.Reckoning.ByAttribute;
import vn.giaoban.figures.Reckoning.Moment;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.figures.Reckoning.Population;
import vn.giaoban.figures.Reckoning.Share;
import vn.giaoban.shared.UnitId;

/**
 * Makes figures out of counts: for one line of one reading.
 *
 * @param begins the first day of the youngest register inside; nothing is known of days before the one before it
 * @param population typed, or null if something is missing
 */
record Assembly(
        Catalogue catalogue,
        Reading reading,
        Counts counts,
        UnitId line,
        Presence presence,
        LocalDate begins,
        @Nullable Long population) {

    /** Decimals that a ratio carries; two of them are printed. */
    static final int SCALE = 6;

    /** What has to be counted to answer: ratios are replaced by what they are made of. */
    static List<Indicator> counted(Catalogue catalogue, Collection<Indicator> asked) {
        var counted = new LinkedHashSet<Indicator>();
        for (var indicator : asked) {
            if (indicator.reckoning() instanceof Share share) {
                counted.addAll(
                        counted(catalogue, List.of(catalogue.named(share.part()), catalogue.named(share.whole()))));
            } else if (!(indicator.reckoning() instanceof Population || indicator.reckoning() instanceof ByAttribute)) {
                counted.add(indicator);
            }
        }
        return List.copyOf(counted);
    }

    /** What has to be counted by part: for who changed part, the whole table of movement. */
    static List<Indicator> counted(Catalogue catalogue, Collection<Indicator> asked, Division by) {
        var counted = new LinkedHashSet<Indicator>();
        for (var indicator : asked) {
            if (indicator.reckoning() instanceof ByAttribute) {
                Flows.table().forEach(code -> counted.add(catalogue.named(code)));
                by.entering().keySet().stream().sorted().forEach(code -> counted.add(catalogue.named(code)));
            } else {
                counted.add(indicator);
            }
        }
        return List.copyOf(counted);
    }

    static boolean needsPopulation(Catalogue catalogue, Collection<Indicator> asked) {
        return asked.stream()
                .anyMatch(indicator -> indicator.reckoning() instanceof Population
                        || indicator.reckoning() instanceof Share share
                                && needsPopulation(
                                        catalogue,
                                        List.of(catalogue.named(share.part()), catalogue.named(share.whole()))));
    }

    Figure figure(Indicator indicator) {
        if (indicator.reckoning() instanceof Share share) {
            return ratio(indicator, figure(catalogue.named(share.part())), figure(catalogue.named(share.whole())));
        }
        var why = missing(indicator);
        if (why != null) {
            return Figure.none(indicator, why);
        }
        if (indicator.reckoning() instanceof Population) {
            return population == null ? Figure.none(indicator, Why.NO_DATA) : Figure.of(indicator, population);
        }
        return Figure.of(
                indicator, indicator.reckoning() instanceof ByAttribute ? 0 : counts.of(line, indicator.code()));
    }

    /** The whole is the sum of its parts, each part that of those within it; what is not stated is a part too. */
    Figure divided(Indicator indicator, Division by, Set<String> keys) {
        var why = missing(indicator);
        if (why != null) {
            return Figure.none(indicator, why);
        }
        var values = indicator.reckoning() instanceof ByAttribute ? changes(by, keys) : values(indicator, keys);
        var inner = new TreeMap<String, List<Part>>();
        values.forEach((text, value) -> {
            var parts = by.parts(text.isEmpty() ? null : text);
            inner.computeIfAbsent(parts.first() == null ? "" : parts.first(), first -> new ArrayList<>())
                    .add(new Part(parts.second(), BigDecimal.valueOf(value), null));
        });
        var total = 0L;
        var parts = new ArrayList<Part>();
        for (var first : inner.entrySet()) {
            var value = sum(first.getValue());
            total += value;
            parts.add(new Part(
                    first.getKey().isEmpty() ? null : first.getKey(),
                    BigDecimal.valueOf(value),
                    null,
                    by.second() == null ? List.of() : first.getValue()));
        }
        return Figure.of(indicator, total).with(parts);
    }

    private SortedMap<String, Long> values(Indicator indicator, Set<String> keys) {
        var values = new TreeMap<String, Long>();
        keys.forEach(text -> values.put(text, counts.of(line, indicator.code(), text.isEmpty() ? null : text)));
        return values;
    }

    private static long sum(List<Part> parts) {
        return parts.stream()
                .mapToLong(part -> part.value() == null ? 0 : part.value().longValue())
                .sum();
    }

    /** Of every part, who came to it from others less who went to others: what its table of movement leaves over. */
    private SortedMap<String, Long> changes(Division by, Set<String> keys) {
        // somebody may be recognised in a part of the other breakdown in which nobody else was ever seen on probation
        var all = new TreeSet<>(keys);
        var entered = new HashMap<String, Map<Optional<String>, Long>>();
        for (var flow : by.entering().keySet()) {
            Map<Optional<String>, Long> byOther = new HashMap<>();
            for (var text : keys) {
                var count = counts.of(line, flow, text.isEmpty() ? null : text);
                if (count != 0) {
                    var other = parts(by, text).second();
                    byOther.merge(Optional.ofNullable(other), count, Long::sum);
                    by.entering()
                            .values()
                            .forEach(part -> all.add(String.valueOf(by.key(by.turned(new Parts(part, other))))));
                }
            }
            entered.put(flow, byOther);
        }
        var changes = new TreeMap<String, Long>();
        for (var text : all) {
            var key = text.isEmpty() ? null : text;
            var parts = parts(by, text);
            var change = counts.of(line, Flows.CLOSING, key) - counts.of(line, Flows.OPENING, key);
            for (var code : Flows.INCREASES) {
                change -= counts.of(line, code, key);
            }
            for (var code : Flows.DECREASES) {
                change += counts.of(line, code, key);
            }
            for (var flow : by.entering().entrySet()) {
                var moved = entered.getOrDefault(flow.getKey(), Map.of())
                        .getOrDefault(Optional.ofNullable(parts.second()), 0L);
                change -= flow.getValue().equals(parts.first()) ? moved : -moved;
            }
            changes.put(text, change);
        }
        return changes;
    }

    private static Parts parts(Division by, String text) {
        return by.turned(by.parts(text.isEmpty() ? null : text));
    }

    private @Nullable Why missing(Indicator indicator) {
        if (indicator.asWasOnly() && reading.on() != null) {
            return Why.AS_WAS_ONLY;
        }
        if (indicator.reckoning() instanceof OnDay stock) {
            var day = reading.day(stock.moment());
            var absent = presence.missingOn(day);
            return absent == null
                            && stock.moment() == Moment.YEAR_BEFORE
                            && day.plusDays(1).isBefore(begins)
                    ? Why.NO_DATA
                    : absent;
        }
        if (indicator.kind() == Indicator.Kind.FLOW) {
            return presence.missingDuring(reading.openingDay(), reading.lastDay());
        }
        return presence.missingOn(reading.lastDay());
    }

    private static Figure ratio(Indicator indicator, Figure part, Figure whole) {
        if (part.value() == null) {
            return Figure.none(indicator, part.why() == null ? Why.NO_DATA : part.why());
        }
        if (whole.value() == null) {
            return Figure.none(indicator, whole.why() == null ? Why.NO_DATA : whole.why());
        }
        if (whole.value().signum() == 0) {
            return Figure.none(indicator, Why.NO_BASE);
        }
        return Figure.of(
                indicator,
                part.value()
                        .movePointRight(2)
                        .divide(whole.value(), SCALE, RoundingMode.HALF_UP)
                        .stripTrailingZeros());
    }
}
