package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Whether somebody may change the structure wherever a plan changes it. */
final class StructureRights {

    private final Actor by;
    private final Structure before;
    private final Codes codes;

    StructureRights(Actor by, Structure before, Codes codes) {
        this.by = by;
        this.before = before;
        this.codes = codes;
    }

    void check(List<Step> steps, Set<EventId> withdrawn, List<Fault> faults) {
        if (by.isSystem()) {
            return;
        }
        var tops = by.where(Verb.CHANGE_STRUCTURE);
        for (var step : steps) {
            var event = step.event();
            var named = new ArrayList<>(event.units());
            named.add(String.valueOf(event.parent()));
            named.add(String.valueOf(event.into()));
            event.opened().forEach(opened -> named.add(String.valueOf(opened.parent())));
            var existing = named.stream()
                    .flatMap(code -> codes.find(code).stream())
                    .filter(before.units()::contains)
                    .toList();
            var eve = event.day().minusDays(1);
            var allowed = existing.stream()
                    .allMatch(unit ->
                            tops.stream().anyMatch(top -> isUnder(unit, top, event.day()) || isUnder(unit, top, eve)));
            if (!allowed || existing.isEmpty() && tops.isEmpty()) {
                faults.add(new Fault(step.position(), OrganisationRefusal.notYourStructure()));
            }
        }
        for (var event : withdrawn) {
            var mine = before.units().stream()
                    .filter(unit -> before.effects(unit).stream()
                            .anyMatch(effect -> effect.event().equals(event)))
                    .allMatch(unit -> tops.stream()
                            .anyMatch(top ->
                                    before.states(unit).stream().anyMatch(state -> isUnder(unit, top, state.from()))));
            if (!mine) {
                faults.add(new Fault(-1, OrganisationRefusal.notYourStructure()));
            }
        }
    }

    private boolean isUnder(UnitId unit, UnitId top, LocalDate day) {
        var standing = before.standsFor(unit, day);
        return before.isOpen(standing, day) && before.isUnder(standing, before.standsFor(top, day), day);
    }
}
