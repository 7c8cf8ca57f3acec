package vn.giaoban.membership;

import static vn.giaoban.membership.Life.Standing.BELONGS;
import static vn.giaoban.membership.Life.Standing.DEAD;
import static vn.giaoban.membership.Life.Standing.LEFT;
import static vn.giaoban.membership.Life.Standing.OUTSIDE;
import static vn.giaoban.membership.Life.Standing.UNKNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Facts.Move;
import vn.giaoban.membership.Life.Standing;
import vn.giaoban.membership.MovementKind.Part;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/** Walks through the facts of one person day by day, in the order of counting section 1. Used once and thrown away. */
final class LifeReader {

    private final Facts facts;
    private final UnitsOverTime structure;
    private final Stretch stretch;
    private final Conditions conditions;
    private final Entrance entrance;
    private final List<Step> steps = new ArrayList<>();
    private final List<LifeError> errors = new ArrayList<>();

    private Standing standing = UNKNOWN;
    private @Nullable MovementKind leftBy;
    private @Nullable LocalDate leftOn;
    private @Nullable Degree known;
    private boolean arrived;

    /** The cell after the structure of the day in hand, before its movements. */
    private @Nullable UnitId morning;

    LifeReader(Facts facts, UnitsOverTime structure) {
        this.facts = facts;
        this.structure = structure;
        this.stretch = new Stretch(structure, errors, steps);
        this.entrance = new Entrance(structure, errors);
        this.conditions = new Conditions(structure, stretch, errors);
    }

    Life read() {
        var days = new TreeMap<LocalDate, List<Move>>();
        for (var move : facts.moves()) {
            if (move.day().isBefore(facts.firstDay())) {
                continue;
            }
            days.computeIfAbsent(move.day(), day -> new ArrayList<>()).add(move);
        }
        for (var carried : facts.carried()) {
            days.computeIfAbsent(carried.day(), day -> new ArrayList<>());
        }
        conditions.endsOfPlaces(facts).forEach(day -> days.computeIfAbsent(day, any -> new ArrayList<>()));
        beforeTheRegister();
        open();
        days.forEach(this::day);
        stretch.follow(Days.FOREVER);
        return new Life(stretch.belongings(), steps, errors, new Life.End(standing, leftBy, leftOn));
    }

    /** Earlier events are facts of the person: they say what may follow, and are no flow. */
    private void beforeTheRegister() {
        facts.moves().stream()
                .filter(move -> move.day().isBefore(facts.firstDay()))
                .sorted(Comparator.comparing(Move::day).thenComparing(Move::kind))
                .forEach(move -> {
                    if (facts.opening() == null && (move.to() != null || move.from() != null)) {
                        refuse(move, "day", "before-first-day", facts.firstDay());
                        return;
                    }
                    switch (move.kind().part()) {
                        case ENTERS -> {
                            standing = OUTSIDE;
                            known = move.kind() == MovementKind.RESTORED && known != null ? known : Degree.PROBATIONARY;
                        }
                        case DEGREE ->
                            known = move.kind() == MovementKind.RECOGNITION ? Degree.OFFICIAL : Degree.PROBATIONARY;
                        case CONDITION -> conditions.before(move);
                        case LEAVES -> leave(move);
                        case STRUCTURE, TRANSFERS -> {}
                    }
                });
    }

    private void open() {
        var opening = facts.opening();
        if (opening == null) {
            return;
        }
        var eve = facts.firstDay().minusDays(1);
        // A register's units are often entered as of its first day, its people as of the evening before.
        var opensWithRegister = !structure.holdsMembers(structure.standsFor(opening.cell(), eve), eve);
        var readable = opensWithRegister ? facts.firstDay() : eve;
        if (opening.from().isAfter(eve)) {
            errors.add(new LifeError(LifeError.OPENING, "belongs_from", "opening-too-late", List.of(facts.firstDay())));
        } else if (standing == LEFT || standing == DEAD) {
            errors.add(new LifeError(LifeError.OPENING, "opening", "opening-after-leaving", List.of()));
        } else if (entrance.canEnter(LifeError.OPENING, "cell", opening.cell(), readable, opening.told())) {
            stretch.begin(opening.cell(), opening.from(), opening.degree(), LifeError.OPENING, opening.told());
            stretch.readFrom(readable);
            standing = BELONGS;
            known = opening.degree();
            arrived = true;
        }
    }

    private void day(LocalDate day, List<Move> moves) {
        carry(day);
        morning = standing == BELONGS ? stretch.cell() : null;
        if (standing == BELONGS) {
            conditions.closePlaces(day);
        }
        var seen = EnumSet.noneOf(MovementKind.class);
        var leavesForOutside =
                moves.stream().anyMatch(move -> move.kind() == MovementKind.TRANSFER && move.to() == null);
        moves.sort(Comparator.<Move>comparingInt(move -> rank(move, leavesForOutside))
                .thenComparingLong(Move::told));
        for (var move : moves) {
            if (!seen.add(move.kind())) {
                refuse(move, "day", "second-on-day", move.day());
            } else if (standing == DEAD) {
                refuse(move, "day", "dead", Objects.requireNonNull(leftOn));
            } else if (entrance.shaped(move)) {
                take(move);
            }
        }
        if (standing == BELONGS) {
            conditions.closePlaces(day);
        }
    }

    /** What changes a person on the day of a transfer counts where he is that evening; of one who goes outside, where he was. */
    private static int rank(Move move, boolean leavesForOutside) {
        var last = leavesForOutside && move.kind() == MovementKind.TRANSFER;
        return last
                ? 2 * MovementKind.STRUCK_OFF.ordinal() - 1
                : 2 * move.kind().ordinal();
    }

    /** Who was not in the unit that was shared out (a late row says so) was not shared out either. */
    private void carry(LocalDate day) {
        if (standing == BELONGS) {
            stretch.follow(day.minusDays(1)); // a receiving cell may have brought him into the unit
        }
        for (var carried : facts.carried()) {
            if (carried.day().equals(day) && standing == BELONGS && stretch.wasIn(carried.from(), day)) {
                stretch.carry(carried);
            }
        }
        if (standing == BELONGS) {
            stretch.follow(day);
        }
    }

    private void take(Move move) {
        switch (move.kind().part()) {
            case ENTERS -> enter(move);
            case TRANSFERS -> transfer(move);
            case DEGREE -> recognise(move);
            case CONDITION -> condition(move);
            case LEAVES -> {
                if (standing != BELONGS) {
                    refuse(move, "day", "not-a-member", move.day());
                } else if (isFrom(move, move.from(), "from_cell")) {
                    steps.add(step(move, stretch.cell(), null, null));
                    stretch.end(move.day());
                    leave(move);
                }
            }
            case STRUCTURE -> refuse(move, "kind", "not-entered");
        }
    }

    private void leave(Move move) {
        standing = move.kind() == MovementKind.DIED ? DEAD : LEFT;
        leftBy = move.kind();
        leftOn = move.day();
        stretch.forget();
    }

    private void enter(Move move) {
        var to = move.to();
        if (standing == BELONGS) {
            refuse(move, "kind", "already-belongs", move.day());
        } else if (move.kind() == MovementKind.ADMISSION && !mayBeAdmitted()) {
            refuse(move, "kind", "was-member");
        } else if (move.kind() == MovementKind.READMISSION && standing != LEFT && standing != OUTSIDE) {
            refuse(move, "kind", "never-left");
        } else if (move.kind() == MovementKind.RESTORED
                && leftBy != MovementKind.EXPELLED
                && leftBy != MovementKind.STRUCK_OFF) {
            refuse(move, "kind", "not-removed");
        } else if (to == null) {
            refuse(move, "to_cell", "cell-missing");
        } else if (entrance.canEnter(move.id(), "to_cell", to, move.day(), move.told())) {
            var degree = move.kind() == MovementKind.RESTORED && known != null ? known : Degree.PROBATIONARY;
            begin(move, to, degree);
            steps.add(new Step(move.id(), move.kind(), move.day(), null, to, degree, null));
        }
    }

    private boolean mayBeAdmitted() {
        return standing == UNKNOWN || standing == LEFT && leftBy == MovementKind.ANNULLED;
    }

    private void begin(Move move, UnitId to, Degree degree) {
        stretch.begin(to, move.day(), degree, move.id(), move.told());
        standing = BELONGS;
        leftBy = null;
        leftOn = null;
        known = degree;
        arrived = true;
    }

    private void transfer(Move move) {
        if (standing == LEFT) {
            refuse(move, "kind", "left-before", Objects.requireNonNull(leftOn));
        } else if (standing == BELONGS) {
            depart(move);
        } else if (move.fromOutside() == null || move.from() != null) {
            refuse(move, "from_outside", "not-a-member", move.day());
        } else if (move.to() == null) {
            refuse(move, "to_cell", "cell-missing");
        } else if (entrance.canEnter(move.id(), "to_cell", move.to(), move.day(), move.told())) {
            var arriving = arrived ? null : facts.arriving();
            var degree = arriving != null ? arriving : known != null ? known : Degree.OFFICIAL;
            begin(move, move.to(), degree);
            steps.add(new Step(move.id(), move.kind(), move.day(), null, move.to(), degree, move.fromOutside()));
        }
    }

    private void depart(Move move) {
        var to = move.to();
        if (move.fromOutside() != null) {
            refuse(move, "from_outside", "already-belongs", move.day());
        } else if (!isFrom(move, move.from(), "from_cell")) {
            return;
        } else if (to == null && move.toOutside() == null) {
            refuse(move, "to_cell", "cell-missing");
        } else if (to == null) {
            steps.add(step(move, stretch.cell(), null, move.toOutside()));
            stretch.end(move.day());
            stretch.forget();
            standing = OUTSIDE;
        } else if (structure.standsFor(to, move.day()).equals(structure.standsFor(stretch.cell(), move.day()))) {
            refuse(move, "to_cell", "same-cell", to);
        } else if (entrance.canEnter(move.id(), "to_cell", to, move.day(), move.told())) {
            steps.add(step(move, stretch.cell(), to, null));
            stretch.move(to, move.day(), move.id(), move.told());
        }
    }

    private void recognise(Move move) {
        var gives = move.kind() == MovementKind.RECOGNITION ? Degree.OFFICIAL : Degree.PROBATIONARY;
        if (standing == OUTSIDE) {
            known = gives; // learnt of one who is elsewhere: what he comes back with
        } else if (standing != BELONGS) {
            refuse(move, "day", "not-a-member", move.day());
        } else if (stretch.degree() == gives) {
            refuse(move, "kind", gives == Degree.OFFICIAL ? "already-official" : "not-official");
        } else if (isFrom(move, move.from(), "from_cell") && isFrom(move, move.to(), "to_cell")) {
            stretch.degree(gives, move.day());
            known = gives;
            steps.add(new Step(move.id(), move.kind(), move.day(), null, stretch.cell(), gives, null));
        }
    }

    private void condition(Move move) {
        if (standing != BELONGS) {
            refuse(move, "day", "not-a-member", move.day());
        } else if (isFrom(move, move.from(), "from_cell")) {
            conditions.take(move);
        }
    }

    /** Whether the cell that a row names is the one where the person belongs after the day's structure. */
    private boolean isFrom(Move move, @Nullable UnitId named, String column) {
        var here = structure.standsFor(stretch.cell(), move.day());
        return named == null
                || structure.standsFor(named, move.day()).equals(here)
                || move.kind().part() == Part.DEGREE
                        && morning != null
                        && structure.standsFor(named, move.day()).equals(structure.standsFor(morning, move.day()))
                || refuse(move, column, "belongs-elsewhere", here, move.day());
    }

    private Step step(Move move, UnitId from, @Nullable UnitId to, @Nullable String outside) {
        return new Step(move.id(), move.kind(), move.day(), from, to, stretch.degree(), outside);
    }

    private boolean refuse(Move move, String column, String code, Object... arguments) {
        errors.add(new LifeError(move.id(), column, code, List.of(arguments)));
        return false;
    }
}
