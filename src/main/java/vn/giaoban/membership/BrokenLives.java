package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.giaoban.organisation.Fault;
import vn.giaoban.organisation.UnitChange;
import vn.giaoban.organisation.UnitFaults;
import vn.giaoban.shared.UnitId;

/** The lives that a change of the tree would break, gathered so that a plan is refused once, by unit, with the days of the rows. */
final class BrokenLives {

    private record Key(String code, Object unit, Object day) {}

    private static final int LISTED = 20;

    private final List<UnitChange> changes;
    private final UnitsNow units;
    private final Map<Key, List<String>> broken = new LinkedHashMap<>();

    BrokenLives(List<UnitChange> changes, UnitsNow units) {
        this.changes = changes;
        this.units = units;
    }

    void add(LifeError error, Facts facts) {
        var arguments = error.arguments();
        var key = new Key(
                error.code(),
                arguments.isEmpty() ? "" : arguments.get(0),
                arguments.size() < 2 ? "" : arguments.get(1));
        var row = facts.moves().stream()
                .filter(move -> move.id() == error.fact())
                .map(move -> move.kind().code() + " " + Wording.of(move.day()))
                .findFirst()
                .orElse("");
        broken.computeIfAbsent(key, one -> new ArrayList<>()).add(row);
    }

    boolean isEmpty() {
        return broken.isEmpty();
    }

    void throwIfAny() {
        if (broken.isEmpty()) {
            return;
        }
        var faults = new ArrayList<Fault>();
        broken.forEach((key, rows) -> {
            var unit = key.unit() instanceof UnitId id ? units.name(id) : "";
            var listed = rows.stream()
                    .filter(row -> !row.isEmpty())
                    .distinct()
                    .limit(LISTED)
                    .toList();
            faults.add(new Fault(
                    position(key),
                    key.code().equals("left-without-cell") || key.code().equals("holds-no-members") && listed.isEmpty()
                            ? MembershipRefusal.leftWithoutCell(unit, rows.size())
                            : MembershipRefusal.lifeBroken(unit, rows.size(), String.join("; ", listed))));
        });
        throw new UnitFaults(faults);
    }

    private int position(Key key) {
        for (var change : changes) {
            if (key.day() instanceof LocalDate day && day.equals(change.day()) && key.unit() instanceof UnitId unit) {
                var through = units.readThrough(java.util.Set.of(unit));
                if (change.affected().stream().anyMatch(through::contains)
                        || change.closedUnits().stream().anyMatch(through::contains)) {
                    return change.position();
                }
            }
        }
        return changes.size() == 1 ? changes.get(0).position() : -1;
    }
}
