package vn.giaoban.organisation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/** Events of a plan, as they are told to the tables and to those who follow units. */
final class StepsTold {

    private final Codes codes;

    /** @param codes of all units, also of those that the plan opens */
    StepsTold(Codes codes) {
        this.codes = codes;
    }

    List<StructureStore.EventRow> rows(List<Step> steps, @Nullable PlanId plan) {
        return steps.stream()
                .map(step -> new StructureStore.EventRow(
                        step.id(),
                        step.event(),
                        step.kind(),
                        plan,
                        find(step.event().receivingCell()),
                        step.corrects(),
                        subjects(step)))
                .toList();
    }

    private List<UnitId> subjects(Step step) {
        return step.event().units().stream()
                .flatMap(code -> codes.find(code).stream())
                .distinct()
                .toList();
    }

    private @Nullable UnitId find(@Nullable String code) {
        return code == null ? null : codes.find(code).orElse(null);
    }

    /** @throws UnitFaults if the receiving cell, or the cell of somebody who is named, is not there */
    UnitChange change(Step step, List<Effect> added, Structure after) {
        var faults = new ArrayList<Fault>();
        var event = step.event();
        var receiving = find(event.receivingCell());
        if (event.receivingCell() != null && receiving == null) {
            faults.add(new Fault(step.position(), OrganisationRefusal.unknownUnit(event.receivingCell())));
        }
        var carried = new ArrayList<UnitChange.Carried>();
        for (var person : event.people()) {
            codes.find(person.cell())
                    .ifPresentOrElse(
                            cell -> carried.add(new UnitChange.Carried(
                                    person.registerIn(event.register()), person.memberRef(), person.member(), cell)),
                            () -> faults.add(
                                    new Fault(step.position(), OrganisationRefusal.unknownUnit(person.cell()))));
        }
        if (!faults.isEmpty()) {
            throw new UnitFaults(faults);
        }
        var own = added.stream()
                .filter(effect -> effect.event().equals(step.id()))
                .toList();
        return new UnitChange(
                step.position(),
                step.id(),
                event.register(),
                step.kind(),
                event.day(),
                own.stream()
                        .filter(effect -> effect.aspect() == Effect.Aspect.CLOSE)
                        .flatMap(effect -> after.closing(effect.unit()).stream())
                        .map(closing -> new UnitChange.Closed(closing.unit(), closing.successor()))
                        .toList(),
                subjects(step),
                own.stream()
                        .filter(effect -> effect.aspect() == Effect.Aspect.OPEN)
                        .map(Effect::unit)
                        .toList(),
                receiving,
                carried);
    }
}
