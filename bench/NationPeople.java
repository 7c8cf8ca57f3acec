import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up one lot of people of a register: what is recorded about each (person, opening, movements), and what the application derives from
 * it (belongings, steps, party age, names for searching), in all versions: each month's entry supersedes the belonging that was open.
 * A lot depends on nothing but the seed and its number.
 */
final class NationPeople {

    /** A lot is a transaction; about 20 MB of text. */
    static final int LOT = 10_000;

    private static final String MEMBER = "membership.member (register_id, member_id, ref, entry_id, recorded_at)";
    private static final String PROFILE = "membership.profile (register_id, member_id, from_day, until_day, name, birth, birth_precision, sex,"
            + " ethnicity, religion, native_place, residence, occupation, education, theory, card, cv_number, decided_on, ceremony_on, official_on, entry_id,"
            + " recorded_at)";
    private static final String NAME = "membership.member_name (register_id, rotation, member_id, entry_id, recorded_at)";
    private static final String OPENING =
            "membership.opening (register_id, member_id, unit_id, from_day, degree, told_entry, entry_id, recorded_at)";
    private static final String MOVEMENT = "membership.movement (register_id, movement_id, member_id, ref, kind, day, decision_day, ceremony_day,"
            + " issued_day, received_day, from_unit, to_unit, decision_no, told_entry, entry_id, recorded_at)";
    private static final String BELONGING = "membership.belonging (belonging_id, register_id, member_id, unit_id, degree, exempt, suspended, away,"
            + " from_day, until_day, entry_id, recorded_at, superseded_at, superseded_by)";
    private static final String STEP =
            "membership.step (step_id, register_id, member_id, movement_id, kind, day, from_unit, to_unit, degree, entry_id, recorded_at)";
    private static final String SENIORITY =
            "membership.seniority (register_id, member_id, from_day, until_day, party_from, entry_id, recorded_at)";

    private static final String[] EDUCATION = "trung-hoc-co-so trung-hoc-pho-thong trung-hoc-pho-thong trung-cap cao-dang dai-hoc dai-hoc dai-hoc thac-si"
            .split(" ");
    private static final String[] THEORY = {null, "so-cap", "so-cap", "trung-cap", "trung-cap", "cao-cap"};
    private static final String[] ETHNICITY =
            "kinh kinh kinh kinh kinh kinh kinh kinh kinh kinh kinh kinh kinh kinh kinh kinh kinh kinh tay thai muong nung mong dao kho-me gia-rai"
                    .split(" ");
    private static final String[] RELIGION = "khong khong khong khong khong khong khong khong khong phat-giao cong-giao".split(" ");
    private static final String[] OCCUPATION = "Nông dân;Giáo viên;Công chức;Viên chức;Bộ đội;Công nhân;Bác sĩ;Nghỉ hưu;Nghỉ hưu;Kinh doanh".split(";");

    private record Event(int day, String kind) {}

    private final NationTree tree;
    private final NationRows rows = new NationRows();
    private final SplittableRandom random;
    private final int register;
    private final int[] cells;
    private final long firstMember;
    private long movement;
    private long belonging;
    private long step;

    /** @param lot from 0 */
    NationPeople(NationTree tree, long seed, int register, int lot) {
        this.tree = tree;
        this.register = register;
        this.cells = tree.cells[register];
        var number = register * 1_000L + lot;
        this.random = new SplittableRandom(seed * 31 + number);
        this.firstMember = number * LOT;
        this.movement = number * 200_000;
        this.belonging = number * 400_000;
        this.step = number * 200_000;
    }

    void write(Connection connection, int people) throws SQLException, IOException {
        for (var n = 0; n < people; n++) {
            person(firstMember + n);
        }
        rows.send(connection);
    }

    private void person(long member) {
        var woman = random.nextInt(100) < 36;
        var opens = random.nextInt(100) < 66;
        var admitted = opens ? before() : NationClock.FIRST + random.nextInt(NationClock.LAST - NationClock.FIRST - 60);
        var birth = admitted - 366 * 19 - random.nextInt(366 * 14);
        var told = opens && random.nextInt(100) >= 85; // what papers say of the first admission, where no movement does
        var entry = opens ? NationClock.opening(register) : NationClock.told(register, admitted);
        var at = NationClock.at(entry);
        var official = opens ? admitted + 366 : 0;
        var probationary = opens && official >= NationClock.FIRST;
        rows.add(MEMBER, register, member, "N-" + member, entry, at);
        profile(member, woman, birth, told ? admitted : 0, probationary ? 0 : official, entry, at);
        rows.add(SENIORITY, register, member, "-infinity", "infinity", NationRows.day(admitted - 12), entry, at);
        if (opens && !told) {
            move(member, new Event(admitted, "admission"), 0, 0, entry);
            if (!probationary) {
                move(member, new Event(official, "recognition"), 0, 0, entry);
            }
        }
        var life = new Living(member);
        var day = NationClock.FIRST - 1;
        if (opens) {
            var cell = cell(NationTree.OPENED);
            var degree = probationary ? "PROBATIONARY" : "OFFICIAL";
            var from = Math.max(NationTree.OPENED, admitted + random.nextInt(Math.max(1, NationClock.FIRST - 1 - admitted)));
            rows.add(OPENING, register, member, cell, NationRows.day(from), degree, entry, entry, at);
            life.begin(cell, from, degree, entry);
        } else {
            day = admitted;
            life.take(new Event(admitted, "admission"));
        }
        events(day, probationary ? official : opens ? 0 : admitted + 366 + random.nextInt(40), admitted).forEach(life::take);
        life.end();
    }

    /** The day of the ceremony of one who belonged before the register began; one in 40 in the year before it. */
    private int before() {
        return random.nextInt(40) == 0
                ? NationClock.FIRST - 10 - random.nextInt(350)
                : NationClock.FIRST - 366 - random.nextInt(366 * 38);
    }

    /** @param recognised 0 if he is official already */
    private List<Event> events(int after, int recognised, int admitted) {
        var events = new ArrayList<Event>();
        var days = NationClock.LAST - after;
        var chance = random.nextInt(100);
        var leaves = chance < 10 ? after + 1 + random.nextInt(days) : NationRows.FOREVER;
        if (recognised > after && recognised < NationClock.LAST) {
            events.add(new Event(recognised, "recognition"));
        }
        var turn = random.nextInt(100);
        for (var n = turn < 30 ? 0 : turn < 62 ? 1 : turn < 84 ? 2 : turn < 94 ? 3 : 4; n > 0; n--) {
            events.add(new Event(after + 1 + random.nextInt(days), "transfer"));
        }
        if (random.nextInt(100) < 12) {
            var away = after + 1 + random.nextInt(days);
            events.add(new Event(away, "away"));
            var back = away + 30 + random.nextInt(300);
            if (back < NationClock.LAST) {
                events.add(new Event(back, "back"));
            }
        }
        if (random.nextInt(100) < 12) {
            events.add(new Event(after + 1 + random.nextInt(days), "exempted"));
        }
        events.removeIf(event -> event.day() >= leaves);
        if (leaves != NationRows.FOREVER) {
            events.add(new Event(leaves, chance < 8 ? "died" : chance < 9 ? "struck-off" : random.nextBoolean() ? "resigned" : "expelled"));
        }
        events.sort(Comparator.comparingInt(Event::day));
        // one thing a day: what falls on the day of another did not happen, unless others rest on it
        for (var n = events.size() - 1; n > 0; n--) {
            if (events.get(n).day() == events.get(n - 1).day()) {
                return recognised > after && recognised < leaves && recognised < NationClock.LAST
                        ? List.of(new Event(recognised, "recognition"))
                        : List.of();
            }
        }
        return events;
    }

    private int cell(int openOn) {
        while (true) {
            var cell = cells[random.nextInt(cells.length)];
            if (tree.isOpen(cell, openOn)) {
                return cell;
            }
        }
    }

    /** Another cell open that day: mostly of the same register, 2 of 100 of any. 0 if none was found. */
    private int another(int than, int day) {
        for (var tries = 0; tries < 20; tries++) {
            var of = random.nextInt(50) == 0 ? tree.cells[2 + random.nextInt(NationClock.REGISTERS - 1)] : cells;
            var cell = of[random.nextInt(of.length)];
            if (tree.isOpen(cell, day) && cell != than) {
                return cell;
            }
        }
        return 0;
    }

    private void profile(long member, boolean woman, int birth, int admitted, int official, long entry, String at) {
        var name = NationNames.name(random, woman);
        rows.add(
                PROFILE,
                register,
                member,
                "-infinity",
                "infinity",
                name,
                NationRows.day(birth),
                "DAY",
                woman ? "F" : "M",
                NationNames.one(random, ETHNICITY),
                NationNames.one(random, RELIGION),
                tree.place(cells[0]),
                tree.place(cells[(int) (member % cells.length)]),
                NationNames.one(random, OCCUPATION),
                NationNames.one(random, EDUCATION),
                NationNames.one(random, THEORY),
                "%02d.%09d".formatted(register, member % 1_000_000_000),
                "NG" + member,
                admitted == 0 ? null : NationRows.day(admitted - 12),
                admitted == 0 ? null : NationRows.day(admitted),
                admitted == 0 || official == 0 ? null : NationRows.day(official),
                entry,
                at);
        for (var rotation : NationNames.rotations(name)) {
            rows.add(NAME, register, rotation, member, entry, at);
        }
    }

    private long move(long member, Event event, int from, int to, long entry) {
        var id = ++movement;
        var day = NationRows.day(event.day());
        var enters = event.kind().equals("admission");
        var transfers = event.kind().equals("transfer");
        rows.add(
                MOVEMENT,
                register,
                id,
                member,
                "M-" + id,
                event.kind(),
                day,
                enters ? NationRows.day(event.day() - 12) : transfers || event.kind().equals("away") ? null : day,
                enters ? day : null,
                transfers ? NationRows.day(event.day() - 5) : null,
                transfers ? day : null,
                NationRows.number(from),
                NationRows.number(to),
                id % 100_000 + "-QĐ",
                entry,
                entry,
                NationClock.at(entry));
        return id;
    }

    /** Walks a life as {@code LifeReader} does, in the order of entries, and writes each version of what is derived. */
    private final class Living {

        private final long member;
        private int cell;
        private int from;
        private String degree;
        private boolean exempt;
        private boolean away;
        /** The entry with which the open belonging was first written. */
        private long since;

        Living(long member) {
            this.member = member;
        }

        void begin(int in, int fromDay, String as, long entry) {
            cell = in;
            from = fromDay;
            degree = as;
            since = entry;
        }

        void take(Event event) {
            var day = event.day();
            var entry = NationClock.told(register, day);
            var here = cell == 0 ? 0 : tree.standsFor(cell, day);
            switch (event.kind()) {
                case "admission" -> {
                    begin(cell(day), day, "PROBATIONARY", entry);
                    step(event, 0, cell, move(member, event, 0, cell, entry), entry);
                }
                case "transfer" -> {
                    var to = another(here, day);
                    if (to != 0) {
                        step(event, cell, to, move(member, event, here, to, entry), entry);
                        close(day, entry);
                        begin(to, day, degree, entry);
                    }
                }
                case "recognition" -> {
                    close(day, entry);
                    begin(cell, day, "OFFICIAL", entry);
                    step(event, 0, cell, move(member, event, here, 0, entry), entry);
                }
                case "exempted", "away", "back" -> {
                    close(day, entry);
                    begin(cell, day, degree, entry);
                    exempt |= event.kind().equals("exempted");
                    away = event.kind().equals("away") || away && !event.kind().equals("back");
                    move(member, event, here, 0, entry);
                }
                default -> {
                    step(event, cell, 0, move(member, event, here, 0, entry), entry);
                    close(day, entry);
                    cell = 0;
                }
            }
        }

        void end() {
            if (cell != 0) {
                write(NationRows.FOREVER, since, 0);
            }
        }

        /** What an earlier entry said to be open for ever is superseded; a belonging begun in this same entry was never written so. */
        private void close(int day, long entry) {
            if (since != entry) {
                write(NationRows.FOREVER, since, entry);
            }
            write(day, entry, 0);
        }

        private void write(int until, long entry, long superseded) {
            rows.add(
                    BELONGING,
                    ++belonging,
                    register,
                    member,
                    cell,
                    degree,
                    exempt,
                    false,
                    away,
                    NationRows.day(from),
                    NationRows.day(until),
                    entry,
                    NationClock.at(entry),
                    NationClock.atOrForever(superseded),
                    NationRows.number(superseded));
        }

        private void step(Event event, int left, int reached, long of, long entry) {
            rows.add(
                    STEP,
                    ++step,
                    register,
                    member,
                    of,
                    event.kind(),
                    NationRows.day(event.day()),
                    NationRows.number(left),
                    NationRows.number(reached),
                    degree,
                    entry,
                    NationClock.at(entry));
        }
    }

}
