package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * One thing about one unit that a plan changes.
 *
 * @param before and {@code after}: the superior organisation or the successor, by name and code, or the name or kind of the unit, as {@code what} says
 */
public record UnitDifference(
        UnitId unit,
        String code,
        String name,
        LocalDate day,
        What what,
        @Nullable String before,
        @Nullable String after) {

    /** What about it changes. */
    public enum What {
        OPENED,
        CLOSED,
        MOVED,
        RENAMED,
        KIND_CHANGED,
        /** A correction took something back: the unit is not what it was recorded to be. */
        WITHDRAWN
    }

    static List<UnitDifference> between(
            Structure before, Structure after, Iterable<UnitId> units, Codes codes, Kinds kinds) {
        var differences = new ArrayList<UnitDifference>();
        for (var unit : units) {
            var old = before.states(unit);
            var now = after.states(unit);
            if (old.equals(now)) {
                continue;
            }
            if (now.isEmpty()) {
                var was = old.get(0);
                differences.add(new UnitDifference(
                        unit, codes.code(unit), was.name(), was.from(), What.WITHDRAWN, was.name(), null));
                continue;
            }
            if (old.isEmpty()) {
                var first = now.get(0);
                differences.add(of(codes, first, What.OPENED, null, parent(after, codes, first)));
            }
            for (var state : now) {
                if (old.contains(state)) {
                    continue;
                }
                old.stream()
                        .filter(was -> was.holdsOn(state.from()))
                        .findFirst()
                        .ifPresent(was -> {
                            if (!Objects.equals(was.parent(), state.parent())) {
                                differences.add(of(
                                        codes,
                                        state,
                                        What.MOVED,
                                        parent(before, codes, was),
                                        parent(after, codes, state)));
                            }
                            if (!was.name().equals(state.name())) {
                                differences.add(of(codes, state, What.RENAMED, was.name(), state.name()));
                            }
                            if (!was.kind().equals(state.kind())) {
                                differences.add(of(
                                        codes,
                                        state,
                                        What.KIND_CHANGED,
                                        kinds.kind(was.kind()).name(),
                                        kinds.kind(state.kind()).name()));
                            }
                        });
            }
            var last = now.get(now.size() - 1);
            var closing = after.closing(unit);
            if (closing.isPresent() && !closing.equals(before.closing(unit))) {
                differences.add(new UnitDifference(
                        unit,
                        codes.code(unit),
                        last.name(),
                        closing.get().day(),
                        What.CLOSED,
                        null,
                        named(after, codes, closing.get().successor())));
            }
        }
        differences.sort(Comparator.comparing(UnitDifference::day)
                .thenComparing(UnitDifference::what)
                .thenComparing(UnitDifference::code));
        return differences;
    }

    private static UnitDifference of(
            Codes codes, State state, What what, @Nullable String before, @Nullable String after) {
        return new UnitDifference(
                state.unit(), codes.code(state.unit()), state.name(), state.from(), what, before, after);
    }

    private static @Nullable String parent(Structure structure, Codes codes, State state) {
        return state.parent() == null ? null : named(structure, codes, state.parent());
    }

    /** By the last of its names: what it is called when all is done. */
    private static String named(Structure structure, Codes codes, UnitId unit) {
        var states = structure.states(unit);
        var code = codes.code(unit);
        return states.isEmpty() ? code : states.get(states.size() - 1).name() + " (" + code + ")";
    }
}
