package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Belonging.Beside;
import vn.giaoban.shared.UnitId;

/** The days of belonging that a life is being read into: the rows that are closed, and the one that is open. */
final class Stretch {

    private final UnitsOverTime structure;
    private final List<LifeError> errors;
    private final List<Step> steps;
    private final List<Belonging> belongings = new ArrayList<>();
    private final EnumSet<MovementKind> conditions = EnumSet.noneOf(MovementKind.class);

    /** Places beside the cell, by the kind that led there. */
    private final EnumMap<MovementKind, Beside> places = new EnumMap<>(MovementKind.class);

    private @Nullable UnitId cell;
    private LocalDate from = LocalDate.MIN;
    private Degree degree = Degree.OFFICIAL;

    /** Which fact put the person into the cell, by which entry that was said, and up to which day the structure was followed since. */
    private long fact;

    private long told;
    private LocalDate followed = LocalDate.MIN;

    Stretch(UnitsOverTime structure, List<LifeError> errors, List<Step> steps) {
        this.structure = structure;
        this.errors = errors;
        this.steps = steps;
    }

    UnitId cell() {
        return Objects.requireNonNull(cell);
    }

    Degree degree() {
        return degree;
    }

    void begin(UnitId cell, LocalDate from, Degree degree, long fact, long told) {
        this.degree = degree;
        this.from = from;
        move(cell, from, fact, told);
    }

    void move(UnitId cell, LocalDate day, long fact, long told) {
        close(day);
        this.cell = cell;
        this.fact = fact;
        this.told = told;
        readFrom(day);
    }

    /** The structure is read from this day on: the register does not know the tree of earlier days. */
    void readFrom(LocalDate day) {
        followed = day;
    }

    void degree(Degree degree, LocalDate day) {
        close(day);
        this.degree = degree;
    }

    void end(LocalDate day) {
        close(day);
        cell = null;
    }

    /** False if it was so already. */
    boolean condition(MovementKind kind, LocalDate day) {
        var before = EnumSet.copyOf(conditions);
        var changed = condition(kind);
        if (changed) {
            var after = EnumSet.copyOf(conditions);
            conditions.clear();
            conditions.addAll(before);
            close(day);
            conditions.clear();
            conditions.addAll(after);
        }
        return changed;
    }

    boolean condition(MovementKind kind) {
        return switch (kind) {
            case EXEMPTION_ENDED -> conditions.remove(MovementKind.EXEMPTED);
            case SUSPENSION_ENDED -> conditions.remove(MovementKind.SUSPENDED);
            case RETURNED -> conditions.remove(MovementKind.AWAY);
            case RESIDENCE_ENDED -> conditions.remove(MovementKind.RESIDENCE);
            default -> conditions.add(kind);
        };
    }

    /** Where the condition of today leads, once it is taken. */
    void place(MovementKind kind, @Nullable Beside place) {
        switch (kind) {
            case RETURNED -> places.remove(MovementKind.AWAY);
            case RESIDENCE_ENDED -> places.remove(MovementKind.RESIDENCE);
            default -> {
                if (place != null) {
                    places.put(kind, place);
                }
            }
        }
    }

    /** The kinds whose place hosts nobody any more from this day on, or has become the cell itself. */
    List<MovementKind> closedPlaces(LocalDate day) {
        return places.entrySet().stream()
                .filter(place -> {
                    var unit = place.getValue().unit();
                    if (unit == null) {
                        return false;
                    }
                    var there = structure.standsFor(unit, day);
                    return !structure.hosts(there, day) || there.equals(structure.standsFor(cell(), day));
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    void forget() {
        conditions.clear();
        places.clear();
    }

    boolean wasIn(UnitId unit, LocalDate day) {
        var eve = day.minusDays(1);
        return structure.standsFor(cell(), eve).equals(structure.standsFor(unit, eve));
    }

    /** Who is named for the successor just follows it. */
    void carry(Facts.Carried carried) {
        var day = carried.day();
        follow(day.minusDays(1));
        var here = structure.standsFor(carried.to(), day);
        if (structure.standsFor(cell(), day).equals(here)) {
            told = Math.max(told, carried.told());
            followed = day;
        } else {
            go(carried.to(), day, -carried.event(), carried.told());
        }
        if (!structure.holdsMembers(here, day)) {
            refuse(-carried.event(), "cell", "holds-no-members", here, day);
        }
    }

    private void go(UnitId to, LocalDate day, long fact, long entry) {
        steps.add(new Step(fact, MovementKind.CARRIED, day, cell(), to, degree, null));
        move(to, day, fact, Math.max(told, entry));
    }

    /** Follows the units through the end of a day; what the person cannot follow is an error of the fact that put him there. */
    void follow(LocalDate through) {
        if (cell == null || !through.isAfter(followed)) {
            return;
        }
        var at = structure.standsFor(cell, followed);
        var day = structure.holdsUntil(at, followed);
        while (!day.isAfter(through) && !day.equals(LocalDate.MAX)) {
            var next = next(at, day);
            if (next == null) {
                break;
            }
            at = next;
            day = structure.holdsUntil(at, day);
        }
        followed = through;
    }

    /** Where a unit's people are after a day on which it closed or ceased to hold members. */
    private @Nullable UnitId next(UnitId unit, LocalDate day) {
        var at = unit;
        var before = fact;
        for (var closed = structure.closedOn(at); ; closed = structure.closedOn(at)) {
            var ended = closed != null && !closed.isAfter(day);
            var receiver = ended || at.equals(unit) ? structure.receiver(at, day) : null;
            if (receiver != null) {
                go(receiver.cell(), day, -receiver.event(), receiver.entry());
                at = receiver.cell();
                continue;
            }
            if (!ended) {
                break;
            }
            var shared = structure.sharedOutBy(at);
            if (shared != null && shared < told) {
                refuse(before, "then_cell", "cell-shared-out", at, day);
                return null;
            }
            at = Objects.requireNonNull(structure.successor(at));
        }
        if (!structure.holdsMembers(at, day)) {
            refuse(before, "then_cell", "left-without-cell", at, day);
            return null;
        }
        return at;
    }

    /** Said once: whoever is left without a cell stays so on all later days. */
    private void refuse(long fact, String column, String code, Object... arguments) {
        if (errors.stream()
                .noneMatch(error -> error.fact() == fact && error.code().equals(code))) {
            errors.add(new LifeError(fact, column, code, List.of(arguments)));
        }
    }

    private void close(LocalDate day) {
        if (cell != null && day.isAfter(from)) {
            belongings.add(row(cell, day));
        }
        if (cell != null) {
            from = day;
        }
    }

    private Belonging row(UnitId cell, LocalDate until) {
        return new Belonging(
                cell,
                degree,
                conditions.contains(MovementKind.EXEMPTED),
                conditions.contains(MovementKind.SUSPENDED),
                conditions.contains(MovementKind.AWAY),
                places.get(MovementKind.AWAY),
                places.get(MovementKind.RESIDENCE),
                from,
                until);
    }

    /** All rows; the open one lasts. */
    List<Belonging> belongings() {
        var all = new ArrayList<>(belongings);
        if (cell != null) {
            all.add(row(cell, LocalDate.MAX));
        }
        return all;
    }
}
