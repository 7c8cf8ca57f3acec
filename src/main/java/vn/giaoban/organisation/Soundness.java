package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.giaoban.organisation.Effect.Aspect;
import vn.giaoban.shared.UnitId;

/**
 * Whether a structure may be: every unit lives once, stands under an open unit of a kind that may hold it, and no two events of one kind
 * fall on one unit and day. Checked for the units that a plan touches, on the days on which something about them changes.
 */
final class Soundness {

    private final Structure after;
    private final Codes codes;
    private final Kinds kinds;
    private final Map<EventId, Integer> positions;
    private final Map<EventId, UnitEventKind> eventKinds;
    private final List<Fault> faults;

    /** @param positions the places in the plan of the events that it adds */
    Soundness(
            Structure after,
            Codes codes,
            Kinds kinds,
            Map<EventId, Integer> positions,
            Map<EventId, UnitEventKind> eventKinds,
            List<Fault> faults) {
        this.after = after;
        this.codes = codes;
        this.kinds = kinds;
        this.positions = positions;
        this.eventKinds = eventKinds;
        this.faults = faults;
    }

    void check(Collection<UnitId> units) {
        for (var unit : units) {
            checkLife(unit);
        }
        if (successorsAreSound()) {
            for (var unit : units) {
                checkPlaces(unit);
            }
            for (var unit : units) {
                for (var effect : after.effects(unit)) {
                    if (effect.aspect() == Aspect.KIND && positions.containsKey(effect.event())) {
                        checkChildren(unit, effect);
                    }
                }
            }
        }
    }

    /** What stands under a unit that changes its kind must be allowed to stand under the new one. */
    private void checkChildren(UnitId unit, Effect change) {
        var day = change.day();
        var newKind = kinds.kind(String.valueOf(change.kind()));
        for (var child : after.units()) {
            after.state(child, day)
                    .filter(state -> unit.equals(state.parent()) && !kinds.mayStand(state.kind(), newKind.code(), day))
                    .ifPresent(state -> fault(
                            change.event(),
                            OrganisationRefusal.mayNotStandUnder(
                                    codes.code(child),
                                    kinds.kind(state.kind()).name(),
                                    codes.code(unit),
                                    newKind.name(),
                                    day)));
        }
    }

    private void checkLife(UnitId unit) {
        var effects = after.effects(unit);
        if (effects.isEmpty()) {
            return;
        }
        var seen = new HashSet<String>();
        LocalDate opened = null;
        LocalDate closed = null;
        for (var effect : effects) {
            var day = effect.day();
            if (effect.aspect() == Aspect.OPEN) {
                if (opened != null) {
                    fault(effect.event(), OrganisationRefusal.codeTaken(codes.code(unit)));
                }
                opened = day;
            } else if (opened == null) {
                fault(effect.event(), OrganisationRefusal.notOpen(codes.code(unit), day));
                return;
            } else if (closed != null && effect.aspect() == Aspect.CLOSE) {
                fault(effect.event(), OrganisationRefusal.closedTwice(codes.code(unit), closed));
            } else if (closed != null) {
                fault(effect.event(), OrganisationRefusal.closedSince(codes.code(unit), closed));
            } else if (effect.aspect() == Aspect.CLOSE) {
                closed = day;
                if (day.equals(opened)) {
                    fault(effect.event(), OrganisationRefusal.closesOnOpeningDay(codes.code(unit), day));
                }
            }
            var kind = eventKinds.get(effect.event());
            if (!seen.add(day + "|" + effect.aspect() + "|" + kind)) {
                fault(effect.event(), OrganisationRefusal.sameKindOfEventThatDay(codes.code(unit), day));
            }
        }
    }

    private boolean successorsAreSound() {
        var sound = true;
        for (var closing : after.closings()) {
            if (positions.containsKey(closing.event()) || !after.units().contains(closing.successor())) {
                var seen = new HashSet<UnitId>(Set.of(closing.unit()));
                var at = closing.successor();
                while (after.closing(at)
                                .filter(next -> !next.day().isAfter(closing.day()))
                                .isPresent()
                        && seen.add(at)) {
                    at = after.closing(at).orElseThrow().successor();
                }
                if (seen.contains(at) || !opensBy(at, closing.day())) {
                    fault(closing.event(), OrganisationRefusal.notOpen(codes.code(at), closing.day()));
                    sound = false;
                }
            }
        }
        return sound;
    }

    private boolean opensBy(UnitId unit, LocalDate day) {
        return after.effects(unit).stream()
                .anyMatch(effect ->
                        effect.aspect() == Aspect.OPEN && !effect.day().isAfter(day));
    }

    private void checkPlaces(UnitId unit) {
        State previous = null;
        for (var state : after.states(unit)) {
            var day = state.from();
            var event = causeOf(unit, state);
            var parent = state.parent();
            var kind = kinds.kind(state.kind());
            var sameplace = previous != null
                    && Objects.equals(previous.parent(), parent)
                    && previous.kind().equals(state.kind());
            previous = state;
            if (sameplace) {
                continue;
            }
            if (parent == null) {
                if (!kinds.mayStand(state.kind(), null, day)) {
                    fault(event, OrganisationRefusal.mayNotBeRoot(codes.code(unit), kind.name()));
                }
                continue;
            }
            if (parent.equals(unit) || after.isUnder(parent, unit, day)) {
                fault(event, OrganisationRefusal.standsUnderItself(codes.code(unit), day));
                continue;
            }
            var above = after.state(parent, day);
            if (above.isEmpty()) {
                fault(event, OrganisationRefusal.notOpen(codes.code(parent), day));
            } else if (!kinds.mayStand(state.kind(), above.get().kind(), day)) {
                fault(
                        event,
                        OrganisationRefusal.mayNotStandUnder(
                                codes.code(unit),
                                kind.name(),
                                codes.code(parent),
                                kinds.kind(above.get().kind()).name(),
                                day));
            }
        }
    }

    /** The event of the unit on that day, or the one that closed its parent then, or the last before. */
    private EventId causeOf(UnitId unit, State state) {
        var own = after.effects(unit).stream()
                .filter(effect -> effect.day().equals(state.from()))
                .reduce((first, second) -> second);
        if (own.isPresent()) {
            return own.get().event();
        }
        return after.closings().stream()
                .filter(closing -> closing.day().equals(state.from()) && positions.containsKey(closing.event()))
                .findFirst()
                .map(Structure.Closing::event)
                .orElseGet(() -> after.effects(unit).get(0).event());
    }

    private void fault(EventId event, OrganisationRefusal refusal) {
        faults.add(new Fault(positions.getOrDefault(event, -1), refusal));
    }
}
