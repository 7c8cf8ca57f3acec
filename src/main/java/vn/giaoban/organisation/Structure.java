package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Effect.Aspect;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/**
 * Where every unit stood on every day, derived from the effects of all events that hold. A value: adding or taking away events gives
 * another structure, and the difference of the two is what is written.
 *
 * <p>When a unit ends, what stood under it stands under its successor from that day, unless an event of the day says otherwise. The same
 * reading is used for people ({@link Succession}).
 */
final class Structure {

    /** A unit that ended. */
    record Closing(UnitId unit, LocalDate day, UnitId successor, EventId event) {}

    private final Map<UnitId, List<Effect>> effects;
    private final Map<UnitId, Closing> closings = new HashMap<>();
    private final Map<UnitId, List<State>> states = new HashMap<>();

    Structure(Collection<Effect> all) {
        effects = new LinkedHashMap<>();
        for (var effect : all) {
            effects.computeIfAbsent(effect.unit(), unit -> new ArrayList<>()).add(effect);
        }
        effects.values().forEach(ofUnit -> ofUnit.sort(Effect.IN_ORDER));
        effects.values().stream()
                .flatMap(Collection::stream)
                .filter(effect -> effect.aspect() == Aspect.CLOSE)
                .sorted(Effect.IN_ORDER)
                .forEach(this::close);
    }

    /** In the order of days: who stands for a dissolved unit is read from the tree before its end, never kept. */
    private void close(Effect effect) {
        var successor = effect.other() == null ? lastParent(effect) : effect.other();
        if (successor != null) {
            closings.putIfAbsent(effect.unit(), new Closing(effect.unit(), effect.day(), successor, effect.event()));
        }
    }

    private @Nullable UnitId lastParent(Effect closing) {
        var entered = effects(closing.unit()).stream()
                .filter(effect -> effect.aspect() == Aspect.OPEN || effect.aspect() == Aspect.PLACE)
                .filter(effect -> effect.day().isBefore(closing.day()))
                .reduce((first, second) -> second)
                .map(Effect::other);
        return entered.map(parent -> standsFor(parent, closing.day().minusDays(1)))
                .orElse(null);
    }

    /** This structure without some events and with other effects. */
    Structure with(Set<EventId> withdrawn, Collection<Effect> added) {
        var all = new ArrayList<Effect>();
        for (var ofUnit : effects.values()) {
            for (var effect : ofUnit) {
                if (!withdrawn.contains(effect.event())) {
                    all.add(effect);
                }
            }
        }
        all.addAll(added);
        return new Structure(all);
    }

    Set<UnitId> units() {
        return effects.keySet();
    }

    List<Effect> effects(UnitId unit) {
        return effects.getOrDefault(unit, List.of());
    }

    Collection<Closing> closings() {
        return closings.values();
    }

    Optional<Closing> closing(UnitId unit) {
        return Optional.ofNullable(closings.get(unit));
    }

    /** The unit itself while it is open at the end of the day, else the one that stands for it. */
    UnitId standsFor(UnitId unit, LocalDate day) {
        var standing = unit;
        for (var steps = 0; steps < 1_000; steps++) {
            var closing = closings.get(standing);
            if (closing == null || closing.day().isAfter(day)) {
                return standing;
            }
            standing = closing.successor();
        }
        throw new IllegalStateException("successors of unit " + unit + " run in a circle");
    }

    /** In order of days, without gaps; empty for a unit that no event opens. */
    List<State> states(UnitId unit) {
        return states.computeIfAbsent(unit, this::derive);
    }

    Optional<State> state(UnitId unit, LocalDate day) {
        return states(unit).stream().filter(state -> state.holdsOn(day)).findFirst();
    }

    boolean isOpen(UnitId unit, LocalDate day) {
        return state(unit, day).isPresent();
    }

    Optional<UnitId> parent(UnitId unit, LocalDate day) {
        return state(unit, day).map(State::parent);
    }

    /** Whether {@code unit} is {@code top} or stands under it on the day; gives up, saying yes, where the tree has a loop. */
    boolean isUnder(UnitId unit, UnitId top, LocalDate day) {
        var at = Optional.of(unit);
        for (var steps = 0; steps < 50 && at.isPresent(); steps++) {
            if (at.get().equals(top)) {
                return true;
            }
            at = parent(at.get(), day);
        }
        return at.isPresent();
    }

    private List<State> derive(UnitId unit) {
        var pieces = new ArrayList<State>();
        State now = null;
        LocalDate until = Days.FOREVER;
        for (var effect : effects(unit)) {
            if (effect.aspect() == Aspect.CLOSE) {
                until = effect.day();
                break;
            }
            var next = effect.aspect() == Aspect.OPEN ? State.opening(effect) : now == null ? null : now.after(effect);
            if (now != null && next != null && now.from().isBefore(next.from())) {
                pieces.add(now.between(now.from(), next.from(), now.parent()));
            }
            now = next;
        }
        if (now != null && now.from().isBefore(until)) {
            pieces.add(now.between(now.from(), until, now.parent()));
        }
        var derived = new ArrayList<State>();
        for (var piece : pieces) {
            followParent(piece, derived);
        }
        return derived;
    }

    /** Cuts a state where its parent ends and goes on under the parent's successor. */
    private void followParent(State piece, List<State> derived) {
        var from = piece.from();
        @Nullable UnitId parent = piece.parent();
        while (parent != null) {
            parent = standsFor(parent, from);
            var closing = closings.get(parent);
            if (closing == null || !closing.day().isBefore(piece.until())) {
                break;
            }
            derived.add(piece.between(from, closing.day(), parent));
            from = closing.day();
            parent = closing.successor();
        }
        derived.add(piece.between(from, piece.until(), parent));
    }
}
