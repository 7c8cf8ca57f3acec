package vn.giaoban.organisation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.CarriedPerson;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEventKind;

/**
 * Makes a plan of what was typed: the event (of several consolidations, each by itself), and for each unit below that goes elsewhere, its
 * move.
 */
final class EventWritten {

    private final EventAsked asked;
    private final EventForm form;
    private final EventLines lines;

    EventWritten(EventAsked asked, EventForm form, EventLines lines) {
        this.asked = asked;
        this.form = form;
        this.lines = lines;
    }

    /**
     * @param name what the event and its moves are called together
     * @throws OrganisationRefusal if nothing is consolidated into one of the new units
     */
    Plan plan(String name) {
        var day = Objects.requireNonNull(form.day());
        var events = new ArrayList<UnitEvent>();
        if (asked.kind() == UnitEventKind.CONSOLIDATE && lines.opened().size() > 1) {
            lines.opened().forEach(line -> events.add(consolidation(day, line)));
        } else {
            events.add(event(day, units(), lines.opened()));
        }
        for (var below : asked.below()) {
            var chosen = lines.below().get(below.unit().code());
            var to = chosen == null ? "" : lines.code(chosen);
            if (!to.isEmpty() && !to.equals(asked.asksPrincipal() ? lines.principalCode() : null)) {
                events.add(goes(day, below.unit().code(), to));
            }
        }
        return new Plan(events.size() > 1 ? name : null, events, null);
    }

    private UnitEvent consolidation(LocalDate day, EventLines.Opened founded) {
        var units = units().stream()
                .filter(unit -> lines.lineOf(unit) == founded.place())
                .toList();
        if (units.isEmpty()) {
            throw OrganisationRefusal.nothingConsolidatedInto(founded.name());
        }
        return event(day, units, List.of(founded));
    }

    private UnitEvent goes(LocalDate day, String unit, String to) {
        var register = asked.unit().register();
        return (lines.opens(to) ? UnitEvent.move(register, day, unit, to) : UnitEvent.handOver(register, day, unit, to))
                .decidedBy(form.decision());
    }

    /** Those to which it happens; only such as the form offered. */
    private List<String> units() {
        var beside = asked.beside().stream().map(option -> option.value()).filter(lines.also()::contains);
        return asked.kind() == UnitEventKind.ESTABLISH
                ? List.of()
                : Stream.concat(Stream.of(asked.unit().code()), beside).toList();
    }

    private UnitEvent event(LocalDate day, List<String> units, List<EventLines.Opened> opened) {
        var kind = asked.kind();
        var takesParent = kind == UnitEventKind.MOVE || kind == UnitEventKind.HAND_OVER;
        var parent = kind == UnitEventKind.ESTABLISH ? asked.unit().code() : takesParent ? form.otherUnit() : null;
        return new UnitEvent(
                asked.unit().register(),
                null,
                kind,
                day,
                units,
                parent,
                takesParent ? null : form.otherUnit(),
                newUnits(opened, parent),
                asked.asksPrincipal() ? lines.principalCode() : null,
                form.receivingCell(),
                form.change(),
                people(),
                form.decision(),
                null);
    }

    private static List<NewUnit> newUnits(List<EventLines.Opened> opened, @Nullable String parent) {
        return opened.stream()
                .map(line -> NewUnit.of(line.code(), line.name(), line.kind(), parent))
                .toList();
    }

    /** Only those whom the form listed: nobody else's key is taken from what was sent. */
    private List<CarriedPerson> people() {
        return asked.people().stream()
                .flatMap(shared -> Stream.ofNullable(lines.people().get(shared.key()))
                        .map(cell -> CarriedPerson.of(
                                shared.person().register(), shared.person().member(), lines.code(cell))))
                .toList();
    }
}
