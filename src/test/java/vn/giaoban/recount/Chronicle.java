package vn.giaoban.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** A history being told, and what is so as it is known by now. Takes in only what could have been imported. */
final class Chronicle {

    static final LocalDate FIRST_DAY = LocalDate.parse("2024-07-01");

    private final Random random;
    private final Map<String, String> registerOfUnit = new HashMap<>();
    private final TreeSet<LocalDate> eventDays = new TreeSet<>();
    private History history;
    private LocalDate today = FIRST_DAY;
    private Validity so;
    private Instant clock = Instant.parse("2024-07-01T01:00:00Z");
    private int refs;

    private final boolean sharesMayFollow;

    /** @param sharesMayFollow whether the people of an event may be named in a file after the event's */
    Chronicle(Random random, boolean sharesMayFollow) {
        this.random = random;
        // every other province joins later than the first
        var second = random.nextBoolean() ? FIRST_DAY : FIRST_DAY.plusDays(50);
        history = new History(
                List.of(new History.Register("R1", FIRST_DAY), new History.Register("R2", second)), List.of());
        this.sharesMayFollow = sharesMayFollow;
        refresh();
    }

    /** Files that belong together, to be imported one after the other; an empty one cannot be told. */
    static final class Draft {
        private final List<History.Batch> files = new ArrayList<>();

        Draft add(String register, Row... rows) {
            if (rows.length > 0) {
                files.add(new History.Batch(register, rows[0].file(), List.of(rows), Instant.EPOCH));
            }
            return this;
        }
    }

    /** Whether it could be; else nothing of it is told. */
    boolean tell(Draft draft) {
        var told = history;
        var before = so;
        var at = clock;
        for (var file : draft.files) {
            at = at.plusSeconds(1);
            told = told.plus(file.at(at));
            var now = Validity.of(told, at, horizon(told));
            if (!now.problems().isEmpty() || !now.sharesOutNobodyNew(before)) {
                return false;
            }
            before = now;
        }
        history = told;
        so = before;
        clock = at;
        for (var file : draft.files) {
            for (var row : file.rows()) {
                registerOfUnit.put(row.text(file.file() == File.UNITS ? "code" : "new_code"), file.register());
                if (file.file() == File.UNIT_EVENTS && row.has("day")) {
                    eventDays.add(row.day("day"));
                }
            }
        }
        return !draft.files.isEmpty();
    }

    private void refresh() {
        so = Validity.of(history, clock, horizon(history));
    }

    private LocalDate horizon(History of) {
        var last = today;
        for (var batch : of.batches()) {
            for (var row : batch.rows()) {
                if (row.has("day") && row.day("day").isAfter(last)) {
                    last = row.day("day");
                }
            }
        }
        return last.plusDays(40);
    }

    void passDays(int days) {
        today = today.plusDays(days);
        var morning = Instant.parse(today + "T01:00:00Z");
        clock = morning.isAfter(clock) ? morning : clock;
        refresh();
    }

    History history() {
        return history;
    }

    boolean sharesMayFollow() {
        return sharesMayFollow;
    }

    LocalDate today() {
        return today;
    }

    Random random() {
        return random;
    }

    Tree tree() {
        return so.tree();
    }

    List<Life> lives() {
        return so.lives();
    }

    World world() {
        return so.world();
    }

    String ref(String prefix) {
        return prefix + "-" + ++refs;
    }

    String registerOf(String unit) {
        return registerOfUnit.getOrDefault(unit, "R1");
    }

    /** Mostly today; often a day on which units change; sometimes long ago. */
    LocalDate someDay() {
        int dice = random.nextInt(100);
        if (dice < 50) {
            return today;
        }
        if (dice < 80 && !eventDays.isEmpty()) {
            return pick(eventDays).orElseThrow();
        }
        var day = today.minusDays(random.nextInt(100));
        return day.isBefore(FIRST_DAY) ? FIRST_DAY : day;
    }

    <T> Optional<T> pick(Iterable<T> from) {
        var list = new ArrayList<T>();
        from.forEach(list::add);
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }

    /** Units open the day before and at the end of the day, of one of the kinds. */
    List<String> units(LocalDate day, String... kinds) {
        return tree().open(day).stream()
                .filter(unit -> tree().isOpen(unit, day.minusDays(1)))
                .filter(unit -> List.of(kinds).contains(tree().kind(unit, day)))
                .toList();
    }

    Optional<String> unit(LocalDate day, String... kinds) {
        return pick(units(day, kinds));
    }

    List<Life> membersOf(String cell, LocalDate eveOf) {
        return lives().stream()
                .filter(life ->
                        life.on(eveOf) != null && cell.equals(life.on(eveOf).before()))
                .toList();
    }
}
