package vn.giaoban.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small pair of provinces through some months, told in the order in which it was recorded. The same seed tells the same. */
final class RandomHistory {

    private final Random random;
    private final Chronicle chronicle;
    private final PersonTales persons;
    private final UnitTales units;
    private final Revisions revisions;
    private final boolean centre;

    private RandomHistory(long seed, boolean centre, boolean sharesMayFollow) {
        this.random = new Random(seed);
        this.chronicle = new Chronicle(random, sharesMayFollow);
        this.persons = new PersonTales(chronicle);
        this.units = new UnitTales(chronicle);
        this.revisions = new Revisions(chronicle);
        this.centre = centre;
    }

    /** @param centre whether the provinces stand under a Centre of this database, or are roots */
    static History of(long seed, boolean centre, int weeks) {
        return of(seed, centre, weeks, false);
    }

    /** @param sharesMayFollow whether the people of an event may be named in a file after the event's */
    static History of(long seed, boolean centre, int weeks, boolean sharesMayFollow) {
        var history = new RandomHistory(seed, centre, sharesMayFollow);
        history.open();
        history.pass(weeks);
        return Compaction.of(history.chronicle.history(), new Random(seed));
    }

    private void open() {
        for (var register : List.of("R1", "R2")) {
            var number = register.substring(1);
            var rows = new ArrayList<Row>();
            if (centre && register.equals("R1")) {
                rows.add(unit("CENTRE", "centre", null));
            }
            var province = "P" + number;
            rows.add(unit(province, "dang-bo-tinh", centre ? "CENTRE" : null));
            rows.add(unit("BCS" + number, "ban-can-su", province));
            var cells = new ArrayList<String>();
            for (int d = 1; d <= 2; d++) {
                var district = "D" + number + d;
                rows.add(unit(district, d == 2 ? "dang-bo-thanh-pho" : "dang-bo-huyen", province));
                rows.add(unit("BC" + number + d, "chi-bo-co-so", district));
                cells.add("BC" + number + d);
                for (int b = 1; b <= 1 + random.nextInt(2); b++) {
                    var base = "B" + number + d + b;
                    rows.add(unit(base, "dang-bo-co-so", district));
                    for (int c = 1; c <= 1 + random.nextInt(3); c++) {
                        rows.add(unit("C" + number + d + b + c, "chi-bo", base));
                        cells.add("C" + number + d + b + c);
                    }
                }
            }
            told(new Chronicle.Draft().add(register, rows.toArray(Row[]::new)));
            var people = new ArrayList<Row>();
            for (int i = 0; i < 12 + random.nextInt(10); i++) {
                var cell = cells.get(random.nextInt(cells.size()));
                people.add(
                        persons.member(chronicle.ref("p"), cell, random.nextInt(5) == 0 ? "probationary" : "official"));
            }
            told(new Chronicle.Draft().add(register, people.toArray(Row[]::new)));
        }
    }

    private void told(Chronicle.Draft draft) {
        if (!chronicle.tell(draft)) {
            throw new IllegalStateException("the beginning cannot be told");
        }
    }

    private static Row unit(String code, String kind, String parent) {
        return Row.of(
                File.UNITS,
                "ref",
                "u-" + code,
                "code",
                code,
                "name",
                UnitTales.name(kind, code),
                "kind",
                kind,
                "sector",
                kind.equals("dang-bo-co-so") ? "xa" : null,
                "parent",
                parent,
                "village",
                kind.equals("chi-bo") ? "Thôn " + code + (code.endsWith("1") ? ";Khu " + code : "") : null,
                "from",
                Chronicle.FIRST_DAY.minusDays(400).toString());
    }

    private void pass(int weeks) {
        int merger = random.nextInt(weeks);
        int end = random.nextInt(weeks);
        for (int week = 0; week < weeks; week++) {
            chronicle.passDays(3 + random.nextInt(8));
            if (week == merger) {
                units.provincesMerged(chronicle.today());
            }
            if (week == end) {
                units.districtEnded(chronicle.today());
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                int dice = random.nextInt(20);
                boolean told = dice < 11 ? persons.tellOne() : dice < 17 ? units.tellOne() : revisions.tellOne();
            }
        }
    }
}
