package vn.giaoban.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.UnitId;

/** What a plan adds and takes back: its events with their keys, and the codes of the units that they open. */
@Component
class PlanSteps {

    private final StructureStore store;
    private final Registers registers;

    PlanSteps(StructureStore store, Registers registers) {
        this.store = store;
        this.registers = registers;
    }

    /**
     * The events to be added.
     *
     * @param withdrawn grows by the events that are corrected or withdrawn
     * @param takenBack grows by those that nothing takes the place of
     */
    List<Step> of(Plan plan, Set<EventId> withdrawn, Set<EventId> takenBack, List<Fault> faults) {
        var ids = store.nextEvents(plan.events().size());
        var steps = new ArrayList<Step>();
        var refs = new HashSet<String>();
        var corrected = new HashMap<Integer, EventId>();
        for (var position = 0; position < plan.events().size(); position++) {
            var event = plan.events().get(position);
            if (event.cancels() != null) {
                var earlier = store.event(event.register(), event.cancels());
                if (earlier.isEmpty()) {
                    faults.add(new Fault(position, OrganisationRefusal.unknownRef(event.cancels())));
                    continue;
                }
                withdrawn.add(earlier.get());
                corrected.put(position, earlier.get());
                if (event.kind() == null) {
                    takenBack.add(earlier.get());
                }
            }
        }
        for (var position = 0; position < plan.events().size(); position++) {
            var event = plan.events().get(position);
            var ref = event.ref();
            if (ref != null
                    && (!refs.add(event.register() + "/" + ref)
                            || store.event(event.register(), ref)
                                    .filter(earlier -> !withdrawn.contains(earlier))
                                    .isPresent())) {
                faults.add(new Fault(position, OrganisationRefusal.refTaken(ref)));
            }
            if (event.kind() != null) {
                steps.add(new Step(
                        position, new EventId(ids.get(position)), event, event.kind(), corrected.get(position)));
            }
        }
        return steps;
    }

    /** Makes the codes of opened units known; a code whose unit was taken back is used again for the same unit. */
    List<StructureStore.UnitRow> newUnits(List<Step> steps, Codes codes, List<Fault> faults) {
        var rows = new ArrayList<StructureStore.UnitRow>();
        var opened = steps.stream()
                .flatMap(step -> step.event().opened().stream().map(unit -> Map.entry(step, unit)))
                .toList();
        var ids = store.nextUnits(opened.size()).iterator();
        for (var entry : opened) {
            var step = entry.getKey();
            var unit = entry.getValue();
            var id = new UnitId(ids.next());
            var orgCode = unit.orgCode() == null && UnitCodes.isOrgCode(unit.code()) ? unit.code() : unit.orgCode();
            var refusal = UnitCodes.refusal(unit.code(), orgCode);
            if (refusal.isPresent()) {
                faults.add(new Fault(step.position(), refusal.get()));
            } else if (codes.find(unit.code()).isEmpty()) {
                if (orgCode != null && codes.find(orgCode).isPresent()) {
                    faults.add(new Fault(step.position(), OrganisationRefusal.codeTaken(orgCode)));
                }
                codes.add(id, unit.code(), orgCode);
                rows.add(new StructureStore.UnitRow(id, step.event().register(), unit.code(), orgCode));
            }
        }
        return rows;
    }

    /** Nothing but the opening list lies before the first day of a register. */
    void checkFirstDays(List<Step> steps, List<Fault> faults) {
        steps.forEach(step -> checkFirstDay(step, faults));
    }

    private void checkFirstDay(Step step, List<Fault> faults) {
        if (step.kind() != UnitEventKind.OPEN) {
            var first = registers.register(step.event().register()).firstDay();
            if (step.event().day().isBefore(first)) {
                faults.add(new Fault(step.position(), OrganisationRefusal.opensEarlierThanRegister(first)));
            }
        }
    }
}
