package vn.giaoban.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.organisation.Decision;
import vn.giaoban.organisation.Fault;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.organisation.UnitFaults;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Register;
import vn.giaoban.shared.Actor;

/** Rows of the list of units: each opens one unit as it was found, and can be corrected or taken back by itself. */
@Component
class UnitsReceiver implements Receiver {

    private final UnitEvents events;
    private final EventRows sent;

    UnitsReceiver(UnitEvents events, EventRows sent) {
        this.events = events;
        this.sent = sent;
    }

    @Override
    public Set<ImportKind> kinds() {
        return Set.of(ImportKind.UNITS);
    }

    @Override
    public void check(Actor by, Register register, Rows rows, Findings findings) {
        var opening = opening(register, rows.rows(), findings);
        if (!opening.events().isEmpty()) {
            tell(events.preview(by, opening.plan()).faults(), opening, findings);
        }
    }

    @Override
    public void record(Actor by, Entry entry, Register register, Rows rows, Findings findings) {
        var opening = opening(register, rows.rows(), findings);
        if (!findings.none() || opening.events().isEmpty()) {
            return;
        }
        try {
            events.apply(by, opening.plan());
        } catch (UnitFaults faults) {
            tell(faults.faults(), opening, findings);
        }
    }

    private record Opening(List<UnitEvent> events, List<Row> rows) {
        Plan plan() {
            return new Plan(null, events, "importing.units");
        }
    }

    private Opening opening(Register register, List<Row> rows, Findings findings) {
        var used = sent.everUsedUnits(register.id());
        Map<String, Row> inFile = new HashMap<>();
        List<Row> left = new ArrayList<>();
        Map<Row, String> corrects = new HashMap<>();
        for (var row : rows) {
            var ref = row.required("ref");
            if (used.contains(ref)) {
                findings.problem(row.number(), "ref", "ref-taken", ref);
                continue;
            }
            var cancels = row.text("cancels");
            if (cancels != null && inFile.containsKey(cancels)) {
                var earlier = inFile.remove(cancels);
                left.remove(earlier);
                cancels = corrects.get(earlier);
            }
            if (row.isCancellation() && cancels == null) {
                continue;
            }
            if (cancels != null) {
                corrects.put(row, cancels);
            }
            inFile.put(ref, row);
            left.add(row);
        }
        return new Opening(
                left.stream()
                        .map(row -> event(register, row, corrects.get(row)))
                        .toList(),
                left);
    }

    private static UnitEvent event(Register register, Row row, @Nullable String corrects) {
        var earlier = corrects == null ? null : EventRows.UNIT + corrects;
        if (row.isCancellation()) {
            return UnitEvent.withdraw(register.id(), register.firstDay(), String.valueOf(earlier));
        }
        var order = row.text("order");
        var unit = new NewUnit(
                row.required("code"),
                null,
                row.required("name"),
                null,
                null,
                null,
                row.required("kind"),
                row.text("sector"),
                row.text("parent"),
                order == null ? null : Integer.valueOf(order),
                row.keys("village"));
        return new UnitEvent(
                register.id(),
                EventRows.UNIT + row.required("ref"),
                UnitEventKind.OPEN,
                row.requiredDay("from"),
                List.of(),
                null,
                null,
                List.of(unit),
                null,
                null,
                UnitEvent.Change.NONE,
                List.of(),
                Decision.NONE,
                earlier);
    }

    private static void tell(List<Fault> faults, Opening opening, Findings findings) {
        for (var fault : faults) {
            if (fault.event() < 0) {
                findings.problem(1, null, fault.refusal());
            } else {
                var row = opening.rows().get(fault.event());
                findings.problem(row.number(), FaultColumn.of(row, fault.refusal()), fault.refusal());
            }
        }
    }
}
