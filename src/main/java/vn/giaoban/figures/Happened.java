package vn.giaoban.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Explanation.Cause;
import vn.giaoban.figures.Explanation.Kind;
import vn.giaoban.figures.Reckoning.Across;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.figures.Reckoning.Reach;
import vn.giaoban.figures.RowKeys.Key;

/**
 * What happened between two days to the rows behind a stock: those that are there on one of them only, each by the event that brought it or
 * took it away, so that the sum is the difference.
 */
@Component
class Happened {

    private static final Set<String> REMOVALS = Set.of("struck-off", "resigned", "expelled");
    private static final String WITH_UNITS = "with-units";

    private final Figures figures;
    private final RowKeys keys;
    private final Causes causes;

    Happened(Figures figures, RowKeys keys, Causes causes) {
        this.figures = figures;
        this.keys = keys;
        this.causes = causes;
    }

    private record Group(Kind kind, String what, @Nullable Long event) {}

    private record Identity(@Nullable Short register, long id) {

        static Identity of(Key key) {
            return new Identity(key.register(), key.id());
        }
    }

    /** Where a border passed over a cell's people, and when. */
    private record Crossing(long unit, @Nullable LocalDate day) {}

    /** What has been told so far. */
    private record Telling(Map<Group, Long> changes, Map<Long, Causes.Event> events) {

        void structure(Causes.@Nullable Event event, long change) {
            if (event == null) {
                add(Kind.ATTRIBUTE, "by-attribute", change);
            } else {
                events.put(event.id(), event);
                changes.merge(new Group(Kind.STRUCTURE, event.kind(), event.id()), change, Long::sum);
            }
        }

        void add(Kind kind, String what, long change) {
            changes.merge(new Group(kind, what, null), change, Long::sum);
        }
    }

    /**
     * The causes of the difference between two days; both readings are of one day.
     *
     * @param all whether kinds of removal may be told apart
     */
    List<Cause> between(Reading before, Reading after, Indicator indicator, boolean all) {
        var telling = new Telling(new HashMap<>(), new HashMap<>());
        var stock = (OnDay) indicator.reckoning();
        if (stock.rows().of() == DayRows.Of.MEMBER && stock.condition().equals("true")) {
            everybody(before, after, all, telling);
        } else {
            var gone = identities(before, indicator);
            var come = identities(after, indicator);
            var stayed = new HashSet<>(gone);
            stayed.retainAll(come);
            gone.removeAll(stayed);
            come.removeAll(stayed);
            if (stock.rows().of() == DayRows.Of.MEMBER) {
                people(before, after, gone, come, all, telling);
            } else {
                units(before, after, gone, come, telling);
            }
        }
        return told(telling, after);
    }

    private List<Cause> told(Telling telling, Reading reading) {
        var names = causes.subjects(telling.events().keySet(), reading.known());
        var told = new ArrayList<Cause>();
        telling.changes().forEach((group, change) -> {
            var event = group.event() == null ? null : telling.events().get(group.event());
            told.add(new Cause(
                    group.kind(),
                    group.what(),
                    event == null ? "" : names.getOrDefault(event.id(), ""),
                    event == null ? null : event.day(),
                    null,
                    group.event(),
                    change));
        });
        told.removeIf(cause -> cause.change() == 0);
        return told;
    }

    private Set<Identity> identities(Reading reading, Indicator indicator) {
        var found = new HashSet<Identity>();
        keys.page(reading, indicator, 0, Integer.MAX_VALUE).forEach(key -> found.add(Identity.of(key)));
        return found;
    }

    private void units(Reading before, Reading after, Set<Identity> gone, Set<Identity> come, Telling telling) {
        var units = new HashSet<Long>();
        gone.forEach(unit -> units.add(unit.id()));
        come.forEach(unit -> units.add(unit.id()));
        var events = causes.events(units, before.lastDay(), after.lastDay(), after.hierarchy(), after.known());
        gone.forEach(unit -> telling.structure(events.get(unit.id()), -1));
        come.forEach(unit -> telling.structure(events.get(unit.id()), 1));
    }

    private List<Key> flows(Reading before, Reading after) {
        return keys.page(after.over(before.until(), after.until()), figures.allFlows(), 0, Integer.MAX_VALUE);
    }

    /** All who belong: every movement counts, also of those who came and left again. */
    private void everybody(Reading before, Reading after, boolean all, Telling telling) {
        var flows = flows(before, after).stream()
                .filter(key -> !Flows.INSIDE.contains(key.flow()))
                .toList();
        var events = eventsOf(flows, after);
        flows.forEach(key -> person(telling, events, key, all, Flows.OUT.contains(key.flow()) ? -1 : 1));
    }

    /** A part: each who is in it on one of the days only, by the last step that took them in or out; else an attribute changed. */
    private void people(
            Reading before, Reading after, Set<Identity> gone, Set<Identity> come, boolean all, Telling telling) {
        var outward = new HashMap<Identity, Key>();
        var inward = new HashMap<Identity, Key>();
        for (var key : flows(before, after)) {
            var inside = Flows.INSIDE.contains(key.flow());
            if (inside || Flows.OUT.contains(key.flow())) {
                outward.put(Identity.of(key), key);
            }
            if (inside || Flows.IN.contains(key.flow())) {
                inward.put(Identity.of(key), key);
            }
        }
        var flows = new ArrayList<>(outward.values());
        flows.addAll(inward.values());
        var events = eventsOf(flows, after);
        gone.forEach(person -> person(telling, events, outward.get(person), all, -1));
        come.forEach(person -> person(telling, events, inward.get(person), all, 1));
    }

    private Map<Crossing, Causes.Event> eventsOf(List<Key> flows, Reading reading) {
        var unitsByDay = new HashMap<LocalDate, Set<Long>>();
        for (var key : flows) {
            if (key.day() != null && String.valueOf(key.flow()).startsWith(WITH_UNITS)) {
                unitsByDay.computeIfAbsent(key.day(), day -> new HashSet<>()).add(key.unit());
            }
        }
        var found = new HashMap<Crossing, Causes.Event>();
        unitsByDay.forEach((day, units) -> causes.events(
                        units, day.minusDays(1), day, reading.hierarchy(), reading.known())
                .forEach((unit, event) -> found.put(new Crossing(unit, day), event)));
        return found;
    }

    private static void person(
            Telling telling, Map<Crossing, Causes.Event> events, @Nullable Key key, boolean all, long change) {
        if (key == null || key.flow() == null) {
            telling.add(Kind.ATTRIBUTE, "by-attribute", change);
            return;
        }
        var event = events.get(new Crossing(key.unit(), key.day()));
        if (key.flow().startsWith(WITH_UNITS) && event != null) {
            telling.structure(event, change);
        } else {
            telling.add(Kind.MOVEMENT, REMOVALS.contains(key.flow()) && !all ? "removed" : key.flow(), change);
        }
    }

    /** All flows of people in both directions, and what changes their part. */
    static Across everything(StepRows rows) {
        var flows = new HashSet<>(Flows.IN);
        flows.addAll(Flows.OUT);
        flows.addAll(Flows.INSIDE);
        return new Across(rows, flows, Reach.ANY);
    }
}
