package vn.giaoban.organisation;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.giaoban.shared.UnitId;

/** Units whose states may differ: those with effects added or taken away, and what stood under units that end now or no longer. */
final class Touched {

    private Touched() {}

    static Set<UnitId> by(Structure before, Structure after, Set<EventId> withdrawn, List<Effect> added) {
        var touched = new LinkedHashSet<UnitId>();
        var ends = new HashSet<UnitId>();
        for (var unit : before.units()) {
            if (before.effects(unit).stream().anyMatch(effect -> withdrawn.contains(effect.event()))) {
                touched.add(unit);
            }
        }
        added.forEach(effect -> touched.add(effect.unit()));
        for (var structure : List.of(before, after)) {
            for (var closing : structure.closings()) {
                if (!before.closing(closing.unit()).equals(after.closing(closing.unit()))) {
                    ends.add(closing.unit());
                }
            }
        }
        touched.addAll(ends);
        for (var structure : List.of(before, after)) {
            for (var grown = true; grown; ) {
                grown = false;
                for (var closing : structure.closings()) {
                    grown |= ends.contains(closing.successor()) && ends.add(closing.unit());
                }
            }
        }
        if (!ends.isEmpty()) {
            for (var structure : List.of(before, after)) {
                for (var unit : structure.units()) {
                    if (structure.effects(unit).stream()
                            .anyMatch(effect -> effect.other() != null
                                    && effect.aspect() != Effect.Aspect.CLOSE
                                    && ends.contains(effect.other()))) {
                        touched.add(unit);
                    }
                }
            }
        }
        return touched;
    }
}
