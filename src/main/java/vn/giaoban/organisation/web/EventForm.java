package vn.giaoban.organisation.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Decision;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvent.Change;
import vn.giaoban.organisation.UnitEventKind;

/**
 * An event as it was typed.
 *
 * @param other code of the superior, absorber or successor, as the kind needs
 * @param also codes of further units that are consolidated, one a line
 * @param opened new units, one a line: code; name; kind
 */
public record EventForm(
        @NotNull(message = "{organisation.day-missing}") @Nullable
        LocalDate day,

        @Size(max = 40) @Nullable String other,
        @Size(max = 4000) @Nullable String also,
        @Size(max = 4000) @Nullable String opened,
        @Size(max = 40) @Nullable String principal,
        @Size(max = 300) @Nullable String name,
        @Size(max = 40) @Nullable String kind,
        @Size(max = 40) @Nullable String receiving,
        @Size(max = 100) @Nullable String number,
        @Nullable LocalDate decisionDay,
        @Size(max = 200) @Nullable String issuer) {

    static final EventForm EMPTY = new EventForm(null, null, null, null, null, null, null, null, null, null, null);

    /** @throws OrganisationRefusal if a line of new units cannot be read */
    UnitEvent toEvent(Unit unit, UnitEventKind what) {
        var units = new ArrayList<String>();
        if (what != UnitEventKind.ESTABLISH) {
            units.add(unit.code());
        }
        lines(also).forEach(units::add);
        var takesParent = what == UnitEventKind.MOVE || what == UnitEventKind.HAND_OVER;
        var parent = what == UnitEventKind.ESTABLISH ? unit.code() : takesParent ? text(other) : null;
        return new UnitEvent(
                unit.register(),
                null,
                what,
                java.util.Objects.requireNonNull(day),
                units,
                parent,
                takesParent ? null : text(other),
                lines(opened).stream().map(line -> newUnit(line, parent)).toList(),
                text(principal),
                text(receiving),
                new Change(text(name), null, null, null, text(kind), null, null),
                List.of(),
                new Decision(text(number), decisionDay, text(issuer)),
                null);
    }

    private static NewUnit newUnit(String line, @Nullable String parent) {
        var parts = line.split(";", -1);
        if (parts.length != 3) {
            throw OrganisationRefusal.malformedLine(line);
        }
        return NewUnit.of(parts[0].strip(), parts[1].strip(), parts[2].strip(), parent);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
