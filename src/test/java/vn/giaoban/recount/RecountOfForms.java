package vn.giaoban.recount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The rows of statistical forms of one unit and period, each counted person by person and unit by unit; by form, row and column. */
final class RecountOfForms {

    private static final Map<String, String> AGES = Map.of(
            "t1", "18–30", "t2", "31–35", "t3", "36–40", "t4", "41–45", "t5", "46–50", "t6", "51–55", "t7", "56–60",
            "t8", ">60");

    /** Of a person with the birth date, what somebody who writes forms by hand would put him under. */
    private static final List<String> BANDS =
            List.of("<18", "18–30", "31–35", "36–40", "41–45", "46–50", "51–55", "56–60", ">60");

    private final Recount recount;
    private final Tree tree;
    private final Map<String, String> sectors = new HashMap<>();
    private final String unit;
    private final LocalDate from;
    private final LocalDate until;
    private final Structure structure;
    private final Map<String, Figure> figures;
    private final Map<String, Long> cells = new TreeMap<>();

    RecountOfForms(
            History history,
            Instant known,
            Recount recount,
            String unit,
            LocalDate from,
            LocalDate until,
            Structure s) {
        this.recount = recount;
        this.tree = recount.tree();
        this.unit = unit;
        this.from = from;
        this.until = until;
        this.structure = s;
        World.knownAt(history, known).rowsOf(File.UNITS).stream()
                .filter(row -> row.has("sector"))
                .forEach(row -> sectors.put(row.text("code"), row.text("sector")));
        this.figures = recount.figures(unit, from, until, s);
    }

    /** One figure, or the sum or difference of several; null where one has none. */
    private void sum(String row, String... codes) {
        long sum = 0;
        for (var code : codes) {
            var figure = figures.get(code.replace("-:", ""));
            if (figure.value() == null) {
                cells.put(row, null);
                return;
            }
            sum += code.startsWith("-:") ? -figure.value() : figure.value();
        }
        cells.put(row, sum);
    }

    private boolean inside(String at, LocalDate day) {
        return at != null && tree.isBelow(tree.standsFor(at, structure.of(day)), unit, structure.of(day));
    }

    private void add(String row, boolean one) {
        cells.merge(row, one ? 1L : 0L, Long::sum);
    }

    /** Without the rows of a unit that was not there: those have no figure, and {@link #has} says so. */
    Map<String, Long> counted() {
        movement();
        if (has("closing")) {
            members();
            units();
        }
        if (has("admissions")) {
            admissions();
        }
        return cells;
    }

    boolean has(String code) {
        return figures.get(code).value() != null;
    }

    private void movement() {
        sum("1/A", "opening");
        sum("1/B1", "admissions", "readmissions");
        sum("1/B1k", "readmissions");
        sum("1/B2", "transfers-in", "with-units-in");
        sum("1/B2a", "transfers-in-far", "with-units-in-far");
        sum("1/B2b", "transfers-in-near", "with-units-in-near");
        sum("1/B2u", "with-units-in");
        sum("1/B3", "restored");
        sum("1/B", "admissions", "readmissions", "transfers-in", "with-units-in", "restored");
        sum("1/C1", "died");
        sum("1/C2", "expelled");
        sum("1/C3", "struck-off", "annulled");
        sum("1/C4", "resigned");
        sum("1/C5", "transfers-out", "with-units-out");
        sum("1/C5a", "transfers-out-far", "with-units-out-far");
        sum("1/C5b", "transfers-out-near", "with-units-out-near");
        sum("1/C5u", "with-units-out");
        sum("1/C", "died", "expelled", "struck-off", "annulled", "resigned", "transfers-out", "with-units-out");
        sum("1/D", "closing");
        sum("2/I", "admissions", "readmissions");
        sum("2/Ih", "readmissions");
        sum("3/I", "members");
        sum("3/Ia", "members-women");
        sum("3/Id", "members-probationary");
        sum("3/nx", "members-exempt");
        sum("7/s1", "transfers-out");
        sum("7/s1a", "transfers-out-far");
        sum("7/s1b", "transfers-out-near");
        sum("7/s2", "transfers-in");
        sum("7/s2a", "transfers-in-far");
        sum("7/s2b", "transfers-in-near");
        sum("7/s3", "transfers-within");
    }

    private static int years(Life life, LocalDate day) {
        return Period.between(RecountOfParts.birth(life.member().row().text("birth")), day)
                .getYears();
    }

    private static String band(Life life, LocalDate day) {
        var ends = List.of(18, 31, 36, 41, 46, 51, 56, 61);
        return BANDS.get(
                (int) ends.stream().filter(end -> years(life, day) >= end).count());
    }

    private static String ethnicity(Life life) {
        var said = life.member().row().text("ethnicity");
        return said == null ? "?" : RecountOfParts.ETHNICITIES.get(said);
    }

    private static String education(Life life) {
        var said = life.member().row().text("education");
        return said == null ? "?" : RecountOfParts.EDUCATIONS.get(said);
    }

    private void person(String form, Life life, LocalDate day) {
        var ethnicity = ethnicity(life);
        add(form + "/Ia", life.member().row().is("sex", "F"));
        add(form + "/Ib", !Set.of("?", "kinh").contains(ethnicity));
        AGES.forEach((row, band) -> add(form + "/" + row, band.equals(band(life, day))));
        add(form + "/h", "trung-hoc-pho-thong".equals(education(life)));
        add(form + "/h2", false);
        add(form + "/h3", "trung-hoc-pho-thong".equals(education(life)));
        add(form + "/c", "dai-hoc".equals(education(life)));
        add(form + "/c4", "dai-hoc".equals(education(life)));
    }

    private void members() {
        var day = until.minusDays(1);
        cells.remove("3/Ia");
        for (var life : recount.lives()) {
            var on = life.on(day);
            if (on == null || !inside(on.end(), day)) {
                continue;
            }
            person("3", life, day);
            var woman = life.member().row().is("sex", "F");
            var row = Map.of("kinh", "d1", "tay", "d2", "nung", "d7", "mong", "d8", "dao", "d9", "?", "d0")
                    .get(ethnicity(life));
            for (var each : List.of("T", row)) {
                add("4/" + each + ":2", true);
                add("4/" + each + ":3", woman);
            }
            add("5/T:7", true);
            add("5/" + rowOf(on.end(), day) + ":7", true);
        }
    }

    /** Row of form 5: where the nearest unit above has a sector. */
    private String rowOf(String at, LocalDate day) {
        return tree.path(at, day).stream()
                .map(sectors::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(sector -> Map.of("xa", "1").get(sector))
                .orElse("12");
    }

    private void units() {
        var day = until.minusDays(1);
        for (var open : tree.open(day)) {
            if (open.equals(unit) || !inside(open, day)) {
                continue;
            }
            var kind = tree.kind(open, day);
            for (var row : List.of("T", rowOf(open, day))) {
                add("5/" + row + ":2", Kinds.BASE.contains(kind));
                add("5/" + row + ":3", kind.equals("dang-bo-co-so"));
                add("5/" + row + ":4", kind.equals("chi-bo-co-so"));
                add("5/" + row + ":5", kind.equals("dang-bo-bo-phan"));
                add("5/" + row + ":6", kind.equals("chi-bo"));
            }
        }
    }

    private void admissions() {
        var lastOf = new HashMap<String, LocalDate>();
        eachAdmission((life, step) -> {
            tree.path(step.cell(), step.day()).stream()
                    .filter(at -> Kinds.BASE.contains(tree.kind(at, step.day())))
                    .findFirst()
                    .ifPresent(base -> lastOf.merge(base, step.day(), (a, b) -> a.isAfter(b) ? a : b));
            if (inside(step.cell(), step.day())) {
                person("2", life, step.day());
            }
        });
        cells.put("2/IIIa", 0L);
        lastOf.forEach((base, day) -> add("2/IIIa", !base.equals(unit) && inside(base, day)));
    }

    private record Admission(String cell, LocalDate day) {}

    private void eachAdmission(BiConsumer<Life, Admission> told) {
        for (var life : recount.lives()) {
            for (var day = from; day.isBefore(until); day = day.plusDays(1)) {
                if (life.on(day) != null) {
                    for (var step : life.on(day).steps()) {
                        if (step.kind().equals("admission") || step.kind().equals("readmission")) {
                            told.accept(life, new Admission(step.to(), day));
                        }
                    }
                }
            }
        }
    }

    /** Of those admitted; null of nobody. */
    BigDecimal meanAge() {
        var ages = new ArrayList<Integer>();
        eachAdmission((life, step) -> {
            if (inside(step.cell(), step.day())) {
                ages.add(years(life, step.day()));
            }
        });
        return ages.isEmpty()
                ? null
                : BigDecimal.valueOf(ages.stream().mapToInt(age -> age).sum())
                        .divide(BigDecimal.valueOf(ages.size()), 1, RoundingMode.HALF_UP);
    }
}
