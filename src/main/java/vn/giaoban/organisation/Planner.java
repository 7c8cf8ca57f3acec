package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Effect.Aspect;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Vietnamese;

/** Turns one event into its effects, noting everything that is wrong with it by itself. Whether the tree holds is {@link Soundness}. */
final class Planner {

    private final Structure before;
    private final Codes codes;
    private final Kinds kinds;
    private final List<Fault> faults;
    private final Map<UnitId, List<String>> villages = new HashMap<>();

    Planner(Structure before, Codes codes, Kinds kinds, List<Fault> faults) {
        this.before = before;
        this.codes = codes;
        this.kinds = kinds;
        this.faults = faults;
    }

    /** The villages that opened units cover. */
    Map<UnitId, List<String>> villages() {
        return villages;
    }

    List<Effect> effects(int position, EventId id, UnitEvent event, UnitEventKind kind) {
        var effects = new ArrayList<Effect>();
        var day = event.day();
        for (var opened : event.opened()) {
            open(position, id, event, opened).ifPresent(effects::add);
        }
        var units = units(position, event);
        switch (kind) {
            case OPEN, ESTABLISH -> require(position, !event.opened().isEmpty(), "opened");
            case RENAME -> {
                require(position, event.change().name() != null, "new-name");
                units.forEach(unit -> effects.add(changed(id, unit, day, Aspect.NAME, event.change())));
            }
            case MOVE, HAND_OVER ->
                unit(position, event.parent(), "parent")
                        .ifPresent(parent -> units.forEach(unit -> effects.add(Effect.place(
                                id, unit, day, parent, event.change().position()))));
            case CHANGE_KIND -> {
                if (known(position, event.change().kind(), day)) {
                    units.forEach(unit -> effects.add(changed(id, unit, day, Aspect.KIND, event.change())));
                    unitIfNamed(position, event.parent())
                            .ifPresent(parent -> units.forEach(unit -> effects.add(Effect.place(
                                    id, unit, day, parent, event.change().position()))));
                }
            }
            case ABSORB ->
                unit(position, event.into(), "into")
                        .ifPresent(into -> units.forEach(unit -> {
                            if (unit.equals(into)) {
                                fault(position, OrganisationRefusal.absorbsItself(codes.code(unit)));
                            } else {
                                effects.add(Effect.close(id, unit, day, into));
                            }
                        }));
            case CONSOLIDATE -> {
                require(position, event.opened().size() == 1, "founded");
                event.opened().stream()
                        .limit(1)
                        .flatMap(opened -> codes.find(opened.code()).stream())
                        .forEach(founded -> units.forEach(unit -> effects.add(Effect.close(id, unit, day, founded))));
            }
            case DIVIDE -> divide(position, id, event, units, effects);
            case SPLIT_OFF -> require(position, !event.opened().isEmpty(), "founded");
            case DISSOLVE, DISBAND ->
                units.forEach(unit -> dissolve(position, id, event, unit).ifPresent(effects::add));
        }
        if (!event.people().isEmpty() && !kind.sharesOutPeople()) {
            fault(position, OrganisationRefusal.peopleNotSharedOut());
        }
        return effects;
    }

    private void divide(int position, EventId id, UnitEvent event, List<UnitId> units, List<Effect> effects) {
        var principal = event.principal();
        if (principal == null) {
            fault(position, OrganisationRefusal.missing("principal"));
        } else if (event.opened().stream()
                .noneMatch(opened -> opened.code().equals(principal) || principal.equals(opened.orgCode()))) {
            fault(position, OrganisationRefusal.principalNotAmongOpened(principal));
        } else {
            codes.find(principal)
                    .ifPresent(successor ->
                            units.forEach(unit -> effects.add(Effect.close(id, unit, event.day(), successor))));
        }
    }

    /** Its successor is the unit it was under on its last day, unless the event names another. */
    private Optional<Effect> dissolve(int position, EventId id, UnitEvent event, UnitId unit) {
        var named = unitIfNamed(position, event.into());
        if (named.isEmpty() && before.parent(unit, event.day().minusDays(1)).isEmpty()) {
            fault(position, OrganisationRefusal.rootNeedsSuccessor(codes.code(unit)));
            return Optional.empty();
        }
        return Optional.of(Effect.close(id, unit, event.day(), named.orElse(null)));
    }

    private Optional<Effect> open(int position, EventId id, UnitEvent event, NewUnit opened) {
        if (Vietnamese.normal(opened.name()).isEmpty() || opened.name().length() > 300) {
            fault(position, OrganisationRefusal.malformedName());
        }
        if (opened.sector() != null && !kinds.hasSector(opened.sector())) {
            fault(position, OrganisationRefusal.unknownSector(opened.sector()));
        }
        var unit = codes.find(opened.code());
        if (!known(position, opened.kind(), event.day()) || unit.isEmpty()) {
            return Optional.empty();
        }
        var named = opened.parent() == null ? event.parent() : opened.parent();
        var parent = unitIfNamed(position, named);
        if (named != null && parent.isEmpty()) {
            return Optional.empty();
        }
        if (named == null && event.kind() == UnitEventKind.CONSOLIDATE
                || event.kind() == UnitEventKind.DIVIDE && named == null
                || event.kind() == UnitEventKind.SPLIT_OFF && named == null) {
            parent = besideTheFirst(event);
        }
        villages.put(unit.get(), opened.villages());
        var kind = kinds.kind(opened.kind());
        var naming = Naming.of(kind, opened);
        return Optional.of(new Effect(
                id,
                unit.get(),
                event.day(),
                Aspect.OPEN,
                parent.orElse(null),
                opened.position(),
                opened.name(),
                naming.committeeName(),
                naming.symbol(),
                naming.place(),
                opened.kind(),
                opened.sector()));
    }

    /** Founded out of units and named no superior: it stands where the first of them stood. */
    private Optional<UnitId> besideTheFirst(UnitEvent event) {
        return event.units().stream()
                .findFirst()
                .flatMap(codes::find)
                .flatMap(unit -> before.parent(unit, event.day().minusDays(1)));
    }

    private static Effect changed(EventId id, UnitId unit, LocalDate day, Aspect aspect, UnitEvent.Change change) {
        return new Effect(
                id,
                unit,
                day,
                aspect,
                null,
                change.position(),
                change.name(),
                change.committeeName(),
                change.symbol(),
                change.place(),
                change.kind(),
                change.sector());
    }

    private List<UnitId> units(int position, UnitEvent event) {
        var units = new ArrayList<UnitId>();
        for (var code : event.units()) {
            codes.find(code).ifPresentOrElse(units::add, () -> fault(position, OrganisationRefusal.unknownUnit(code)));
        }
        var kind = event.kind();
        if (event.units().isEmpty() && kind != UnitEventKind.OPEN && kind != UnitEventKind.ESTABLISH) {
            fault(position, OrganisationRefusal.missing("unit"));
        }
        return units.stream().distinct().toList();
    }

    private Optional<UnitId> unit(int position, @Nullable String code, String what) {
        if (code == null) {
            fault(position, OrganisationRefusal.missing(what));
        }
        return unitIfNamed(position, code);
    }

    private Optional<UnitId> unitIfNamed(int position, @Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        var unit = codes.find(code);
        if (unit.isEmpty()) {
            fault(position, OrganisationRefusal.unknownUnit(code));
        }
        return unit;
    }

    private boolean known(int position, @Nullable String kind, LocalDate day) {
        if (kind == null) {
            fault(position, OrganisationRefusal.missing("new-kind"));
            return false;
        }
        var found = kinds.find(kind);
        if (found.isEmpty()) {
            fault(position, OrganisationRefusal.unknownKind(kind));
            return false;
        }
        if (!found.get().mayBeOpenedOn(day)) {
            fault(position, OrganisationRefusal.kindNotThatDay(found.get().name(), day));
        }
        return !day.equals(Days.FOREVER);
    }

    private void require(int position, boolean holds, String what) {
        if (!holds) {
            fault(position, OrganisationRefusal.missing(what));
        }
    }

    private void fault(int position, OrganisationRefusal refusal) {
        faults.add(new Fault(position, refusal));
    }
}
