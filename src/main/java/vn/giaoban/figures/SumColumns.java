package vn.giaoban.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Reckoning.Across;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.figures.Reckoning.Reach;

/**
 * What is kept as sums by month, read off the catalogue: a place of the tally for each condition on rows that can be read for all days at
 * once, then one for each flow that happens at one cell. Transfers are kept apart, by where from and where to.
 */
@Component
class SumColumns {

    /** Conditions that are counted over the same rows. */
    record Source(DayRows rows, boolean detailed) {

        String text() {
            var spans = Objects.requireNonNull(rows.spans());
            return detailed ? Objects.requireNonNull(spans.detailed()) : spans.plain();
        }

        boolean ofPeople() {
            return rows.of() == DayRows.Of.MEMBER;
        }
    }

    /** One condition and its place in the tally, from 1. */
    record Stock(String condition, int place) {}

    private final Map<Source, List<Stock>> stocks = new LinkedHashMap<>();
    private final Map<String, Integer> flows = new LinkedHashMap<>();
    private final StepRows steps;
    private int places;

    SumColumns(Catalogue catalogue) {
        var conditions = new LinkedHashMap<Source, Set<String>>();
        var kinds = new LinkedHashSet<String>();
        StepRows rows = null;
        for (var indicator : catalogue.indicators()) {
            if (indicator.reckoning() instanceof OnDay stock && isKept(indicator, stock)) {
                conditions
                        .computeIfAbsent(new Source(stock.rows(), stock.detailed()), source -> new LinkedHashSet<>())
                        .add(stock.condition());
            } else if (indicator.reckoning() instanceof Across across) {
                rows = across.rows();
                across.flows().stream()
                        .filter(flow -> !StepRows.CROSSINGS.contains(flow))
                        .sorted()
                        .forEach(kinds::add);
            }
        }
        if (rows == null) {
            throw new IllegalStateException("nobody declares steps of people");
        }
        steps = rows;
        conditions.forEach((source, all) -> {
            var numbered = new ArrayList<Stock>();
            all.forEach(condition -> numbered.add(new Stock(condition, ++places)));
            stocks.put(source, List.copyOf(numbered));
        });
        kinds.forEach(kind -> flows.put(kind, ++places));
    }

    private static boolean isKept(Indicator indicator, OnDay stock) {
        var spans = stock.rows().spans();
        return spans != null && !indicator.asWasOnly() && (!stock.detailed() || spans.detailed() != null);
    }

    boolean keeps(Indicator indicator) {
        if (indicator.reckoning() instanceof OnDay stock) {
            return isKept(indicator, stock);
        }
        return indicator.reckoning() instanceof Across across
                && across.reach() == Reach.ANY
                && across.flows().stream()
                        .allMatch(flow -> flows.containsKey(flow)
                                || flow.equals(StepRows.TRANSFERS_IN)
                                || flow.equals(StepRows.TRANSFERS_OUT));
    }

    /** @return from 1 */
    int place(OnDay stock) {
        return stocks.getOrDefault(new Source(stock.rows(), stock.detailed()), List.of()).stream()
                .filter(one -> one.condition().equals(stock.condition()))
                .findFirst()
                .orElseThrow()
                .place();
    }

    Map<Source, List<Stock>> stocks() {
        return stocks;
    }

    /** Place by kind of step. */
    Map<String, Integer> flows() {
        return flows;
    }

    StepRows steps() {
        return steps;
    }

    int places() {
        return places;
    }

    /** Changes with the meaning of a place: sums of another text are made again. */
    String text() {
        return stocks.entrySet().stream()
                        .map(source -> source.getKey().text() + source.getValue())
                        .toList()
                + flows.toString()
                + steps.steps();
    }
}
