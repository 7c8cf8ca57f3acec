package vn.giaoban.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are one event: those of a consolidation with the same day and the same new code, those of a division or a part that leaves
 * with the same day and the same unit; any other row is an event by itself. An event whose rows change, by a correction, a cancellation or a
 * late row, is made anew out of the rows that then hold.
 */
final class EventGroups {

    /**
     * One event as it is to be.
     *
     * @param corrects event refs of which one is corrected by it and the others are withdrawn
     */
    record Group(List<SentRow> rows, Set<String> corrects) {

        /** Under which organisation is to know it: the newest row's, which nobody used before, else the first's. */
        String eventRef() {
            return rows.stream()
                    .filter(sent -> sent.row().isNew())
                    .findFirst()
                    .orElse(rows.get(0))
                    .ref();
        }

        SentRow first() {
            return rows.get(0);
        }
    }

    private final Map<String, SentRow> holding = new LinkedHashMap<>();
    private final Set<String> everUsed;
    private final Findings findings;
    private final Set<String> touchedEvents = new LinkedHashSet<>();
    private final List<SentRow> removed = new ArrayList<>();
    private final Map<String, Row> cancelledBy = new HashMap<>();

    /** @param holding rows recorded before whose events hold; {@code everUsed} all refs ever recorded */
    EventGroups(Collection<SentRow> holding, Set<String> everUsed, Findings findings) {
        holding.forEach(sent -> this.holding.put(sent.ref(), sent));
        this.everUsed = everUsed;
        this.findings = findings;
    }

    void add(List<Row> rows) {
        rows.forEach(this::add);
    }

    private void add(Row row) {
        var ref = row.required("ref");
        if (everUsed.contains(ref)) {
            findings.problem(row.number(), "ref", "ref-taken", ref);
            return;
        }
        var cancels = row.text("cancels");
        if (cancels != null) {
            var earlier = holding.remove(cancels);
            if (earlier == null) {
                findings.problem(row.number(), "cancels", "unknown-ref", cancels);
                return;
            }
            if (!earlier.row().isNew()) {
                touchedEvents.add(earlier.eventRef());
                cancelledBy.putIfAbsent(earlier.eventRef(), row);
            }
            removed.add(earlier);
        }
        if (!row.isCancellation()) {
            holding.put(ref, new SentRow(row, ref, cancels));
        }
    }

    /** Events to be applied, in the order of their first rows. */
    List<Group> changed() {
        Map<String, List<SentRow>> byKey = new LinkedHashMap<>();
        holding.values()
                .forEach(sent -> byKey.computeIfAbsent(key(sent.row()), any -> new ArrayList<>())
                        .add(sent));
        List<Group> groups = new ArrayList<>();
        Set<String> corrected = new HashSet<>();
        for (var rows : byKey.values()) {
            Set<String> earlier = new LinkedHashSet<>();
            for (var sent : rows) {
                if (!sent.row().isNew()) {
                    earlier.add(sent.eventRef());
                } else if (sent.replaces() != null) {
                    eventOf(sent.replaces()).ifPresent(earlier::add);
                }
            }
            var isChanged = rows.stream().anyMatch(sent -> sent.row().isNew())
                    || earlier.stream().anyMatch(touchedEvents::contains);
            if (isChanged) {
                earlier.removeAll(corrected);
                corrected.addAll(earlier);
                groups.add(new Group(List.copyOf(rows), earlier));
            }
        }
        return groups;
    }

    private Optional<String> eventOf(String replaced) {
        return removed.stream()
                .filter(sent -> sent.ref().equals(replaced) && !sent.row().isNew())
                .map(SentRow::eventRef)
                .findFirst();
    }

    /** Events of which no row holds any more, each with the row that cancelled it. */
    Map<String, Row> withdrawn(List<Group> changed) {
        Map<String, Row> withdrawn = new LinkedHashMap<>();
        for (var event : touchedEvents) {
            if (changed.stream().noneMatch(group -> group.corrects().contains(event))) {
                var by = cancelledBy.get(event);
                if (by != null) {
                    withdrawn.put(event, by);
                }
            }
        }
        return withdrawn;
    }

    /** Rows that held and no longer do. */
    List<SentRow> removed() {
        return removed.stream().filter(sent -> !sent.row().isNew()).toList();
    }

    private static String key(Row row) {
        var kind = row.required("kind");
        var day = row.required("day");
        return switch (kind) {
            case "consolidate" ->
                row.text("new_code") == null ? "row\n" + row.required("ref") : key(kind, day, row.text("new_code"));
            case "divide", "split-off", "split" ->
                row.text("unit") == null ? "row\n" + row.required("ref") : key(kind, day, row.text("unit"));
            default -> "row\n" + row.required("ref");
        };
    }

    private static String key(String kind, String day, @Nullable String what) {
        return kind + "\n" + day + "\n" + what;
    }
}
