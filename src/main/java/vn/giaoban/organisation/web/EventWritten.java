package vn.giaoban.organisation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.CarriedPerson;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEventKind;

/** Makes a plan of what was typed: the event, and for each unit below that goes to a new one, its move. */
final class EventWritten {

    private final EventAsked asked;
    private final EventForm form;
    private final EventLines lines;

    EventWritten(EventAsked asked, EventForm form, EventLines lines) {
        this.asked = asked;
        this.form = form;
        this.lines = lines;
    }

    /** @param name what the event and its moves are called together */
    Plan plan(String name) {
        var day = Objects.requireNonNull(form.day());
        var events = new ArrayList<UnitEvent>();
        events.add(event(day));
        if (asked.sharesUnits()) {
            for (var unit : asked.below()) {
                var to = lines.below().get(unit.code());
                if (to != null && !to.equals(lines.principalCode())) {
                    events.add(UnitEvent.move(asked.unit().register(), day, unit.code(), to)
                            .decidedBy(form.decision()));
                }
            }
        }
        return new Plan(events.size() > 1 ? name : null, events, null);
    }

    private UnitEvent event(LocalDate day) {
        var kind = asked.kind();
        var units = new ArrayList<String>();
        if (kind != UnitEventKind.ESTABLISH) {
            units.add(asked.unit().code());
        }
        units.addAll(lines.also());
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
                opened(parent),
                asked.asksPrincipal() ? lines.principalCode() : null,
                form.receivingCell(),
                form.change(),
                people(),
                form.decision(),
                null);
    }

    private List<NewUnit> opened(@Nullable String parent) {
        return lines.opened().stream()
                .map(line -> NewUnit.of(line.code(), line.name(), line.kind(), parent))
                .toList();
    }

    /** Only those whom the form listed: nobody else's key is taken from what was sent. */
    private List<CarriedPerson> people() {
        return asked.people().stream()
                .flatMap(person -> java.util.stream.Stream.ofNullable(
                                lines.people().get(person.register() + "-" + person.member()))
                        .map(cell -> CarriedPerson.of(person.member(), cell)))
                .toList();
    }
}
