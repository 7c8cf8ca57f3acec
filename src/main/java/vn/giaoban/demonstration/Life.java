package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaoban.demonstration.MovementRow.Kind;

/** Lets the days of a province pass, one after the other, so that whatever happens is legal when it happens. */
final class Life {

    private static final int MANY_TRIES = 4_000;

    private final Founding founding;
    private final Dice dice;
    private final People people;
    private final Calendar calendar;
    private final Rows rows;
    private final Names names;
    final Posts posts;

    private final List<Person> active = new ArrayList<>();
    private final List<Person> gone = new ArrayList<>();
    private final List<Person> fresh = new ArrayList<>();
    private final Map<LocalDate, List<Person>> recognitions = new TreeMap<>();
    private final Map<LocalDate, List<Occasion>> occasions = new LinkedHashMap<>();
    private LocalDate today = Spec.FIRST_DAY;

    Life(Founding founding, Dice dice, Names names, Calendar calendar, List<Occasion> planned, Rows rows) {
        this.founding = founding;
        this.dice = dice;
        this.names = names;
        this.people = new People(founding.spec, names, dice);
        this.calendar = calendar;
        this.rows = rows;
        this.posts = new Posts(founding, dice, names);
        planned.stream()
                .sorted(Comparator.comparing(Occasion::day))
                .forEach(one -> occasions
                        .computeIfAbsent(one.day(), day -> new ArrayList<>())
                        .add(one));
    }

    /** Fills the cells as the register opens. */
    void open(int members) {
        var cells = founding.all.stream().filter(Node::holdsMembers).toList();
        var sizes = Sizes.of(cells, members, dice);
        for (var i = 0; i < cells.size(); i++) {
            for (var n = 0; n < sizes[i]; n++) {
                var made = people.atOpening(cells.get(i));
                rows.open(made.row());
                join(made.person(), cells.get(i));
                if (!made.person().isOfficial()) {
                    recogniseLater(made.person());
                }
            }
        }
        posts.review(today, founding.province);
    }

    void live(LocalDate until) {
        for (; today.isBefore(until); today = today.plusDays(1)) {
            for (var occasion : occasions.getOrDefault(today, List.of())) {
                occasion.making().make(this).forEach(event -> rows.add(YearMonth.from(today), event));
            }
            if (occasions.containsKey(today)) {
                posts.review(today, founding.province);
            }
            for (var kind : calendar.on(today)) {
                happen(kind);
            }
            recognitions.getOrDefault(today, List.of()).forEach(this::recognise);
        }
    }

    /** Whether all that is entered about the person is known by the end of this month. */
    boolean isSettled(Person person) {
        return person.recorded <= rows.index(YearMonth.from(today));
    }

    /** Brings a new unit its first members, by transfer. */
    void bring(Node opened, List<Node> from, int persons, LocalDate day) {
        var candidates = from.stream()
                .filter(cell -> !cell.quiet)
                .flatMap(cell -> cell.members.stream().skip(2).limit(2))
                .filter(person -> person.last.isBefore(day) && person.isOfficial() && isSettled(person))
                .toList();
        for (var i = 0; i < Math.min(persons, candidates.size()); i++) {
            var person = candidates.get((i * 7) % candidates.size());
            if (person.last.isBefore(day)) {
                var before = person.cell();
                person.moveTo(opened);
                rows.transfer(person, day, before.code, null, opened.code, null, false);
                posts.left(person, before, day);
            }
        }
    }

    private void happen(Kind kind) {
        switch (kind) {
            case ADMISSION -> admit();
            case READMISSION -> readmit();
            case RESTORED -> restore();
            case TRANSFER_IN -> {
                var cell = someCell();
                var made = people.fromOutside(cell, today);
                join(made.person(), cell);
                rows.arrive(made, today, names.outside(dice), cell.code);
            }
            case TRANSFER_WITHIN -> moveWithin();
            case TRANSFER_OUT -> {
                var person = some(0, one -> one.isOfficial());
                var cell = leave(person, kind);
                rows.transfer(person, today, cell.code, null, null, names.outside(dice), true);
            }
            case EXEMPTED -> {
                var person = some(6, one -> one.isOfficial() && one.exempt == null);
                person.exempt = today;
                rows.simple(person, kind, today, person.cell().code);
            }
            case ANNULLED -> {
                var person = some(0, one -> !one.isOfficial() && !one.ceremony.isBefore(Spec.FIRST_DAY));
                var cell = leave(person, kind);
                rows.simple(person, kind, today, cell.code);
            }
            case STRUCK_OFF, RESIGNED, EXPELLED -> {
                var person = some(-3, one -> true);
                var cell = leave(person, kind);
                gone.add(person);
                rows.simple(person, kind, today, cell.code);
            }
            case DIED -> {
                var person = some(9, one -> true);
                var cell = leave(person, kind);
                rows.death(person, today, cell.code);
            }
            case RECOGNITION -> throw new IllegalStateException("recognitions follow admissions");
        }
    }

    private void admit() {
        var cell = someCell();
        var made = people.admitted(cell, today);
        join(made.person(), cell);
        rows.admission(made, today, cell.code);
        fresh.add(made.person());
        recogniseLater(made.person());
    }

    private void readmit() {
        var person = back(Kind.STRUCK_OFF, 36, 200);
        person.ceremony = today;
        person.official = null;
        var cell = returnTo(person);
        rows.simple(person, Kind.READMISSION, today, cell.code);
        recogniseLater(person);
    }

    private void restore() {
        var person = back(Kind.EXPELLED, 5, 60);
        var cell = returnTo(person);
        rows.simple(person, Kind.RESTORED, today, cell.code);
    }

    private Node returnTo(Person person) {
        gone.remove(person);
        var cell = person.formerCell().standing();
        join(person, cell.quiet || !cell.holdsMembers() ? someCell() : cell);
        return person.cell();
    }

    /** Somebody who left at least so many months ago, and no more than so many. */
    private Person back(Kind leftBy, int least, int most) {
        return gone.stream()
                .filter(person -> person.leftBy == leftBy && person.left != null)
                .filter(person ->
                        !person.leftOn().isAfter(today.minusMonths(least).minusDays(1))
                                && person.leftOn().isAfter(today.minusMonths(most)))
                .findFirst()
                .or(() -> gone.stream()
                        .filter(person -> !person.leftOn()
                                .isAfter(today.minusMonths(least).minusDays(1)))
                        .findFirst())
                .orElseThrow();
    }

    private void moveWithin() {
        var person = some(-1, one -> isSettled(one));
        var from = person.cell();
        var near = dice.permille(680);
        for (var tries = 0; ; tries++) {
            var to = someCell();
            if (to != from && (!near || to.direct() == from.direct() || tries > 200)) {
                person.moveTo(to);
                rows.transfer(person, today, from.code, null, to.code, null, true);
                posts.left(person, from, today);
                return;
            }
        }
    }

    private void recogniseLater(Person person) {
        recognitions
                .computeIfAbsent(person.ceremony.plusYears(1), day -> new ArrayList<>())
                .add(person);
    }

    private void recognise(Person person) {
        // a few are not considered in time: that is what "overdue" lists show
        if (person.place >= 0 && person.last.isBefore(today) && dice.permille(986)) {
            if (rows.recognition(person, today, person.cell().code, dice.between(6, 48))) {
                person.official = today;
            }
        }
    }

    private void join(Person person, Node cell) {
        person.moveTo(cell);
        person.place = active.size();
        active.add(person);
    }

    private Node leave(Person person, Kind kind) {
        var cell = person.cell();
        person.left = today;
        person.leftBy = kind;
        person.leave();
        var last = active.remove(active.size() - 1);
        if (last != person) {
            active.set(person.place, last);
            last.place = person.place;
        }
        person.place = -1;
        posts.left(person, cell, today);
        return cell;
    }

    /** A cell, as likely as it is large. */
    private Node someCell() {
        while (true) {
            var cell = dice.of(active).cell();
            if (!cell.quiet && cell.open) {
                return cell;
            }
        }
    }

    /**
     * Somebody who belongs.
     *
     * @param older of so many who fit the eldest; negative: the youngest
     */
    private Person some(int older, java.util.function.Predicate<Person> fit) {
        @Nullable Person best = null;
        var found = 0;
        for (var tries = 0; tries < MANY_TRIES && found < Math.max(1, Math.abs(older)); tries++) {
            var person = dice.of(active);
            if (person.last.isBefore(today)
                    && !person.cell().quiet
                    && person.cell().members.size() > 3
                    && fit.test(person)) {
                found++;
                if (best == null || (older > 0) == person.birth.isBefore(best.birth)) {
                    best = person;
                }
            }
        }
        if (best == null) {
            best = fresh.stream()
                    .filter(person -> person.place >= 0 && person.last.isBefore(today) && !person.cell().quiet)
                    .filter(fit)
                    .findFirst()
                    .orElseThrow();
        }
        return best;
    }
}
