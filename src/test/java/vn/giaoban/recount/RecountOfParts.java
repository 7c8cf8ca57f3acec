package vn.giaoban.recount;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of movement of every part of a unit, person by person and day by day. */
final class RecountOfParts {

    /** Words as they are written, and the part they mean; also in other spellings. */
    static final Map<String, String> ETHNICITIES =
            Map.of("Tày", "tay", "Nùng", "nung", "Kinh", "kinh", "Việt", "kinh", "Dao", "dao", "H'Mông", "mong");

    static final Map<String, String> EDUCATIONS = Map.of(
            "THPT", "trung-hoc-pho-thong", "Đại học", "dai-hoc", "cử nhân", "dai-hoc", "12/12", "trung-hoc-pho-thong");

    /** What a person is on a day. */
    enum Attribute {
        SEX("sex") {
            @Override
            String of(Life life, LocalDate day, boolean official) {
                return life.member().row().text("sex");
            }
        },
        DEGREE("degree") {
            @Override
            String of(Life life, LocalDate day, boolean official) {
                return official ? "OFFICIAL" : "PROBATIONARY";
            }
        },
        AGE("age-band") {
            @Override
            String of(Life life, LocalDate day, boolean official) {
                return band(Period.between(birth(life.member().row().text("birth")), day)
                        .getYears());
            }
        },
        ETHNICITY("ethnicity") {
            @Override
            String of(Life life, LocalDate day, boolean official) {
                return word(ETHNICITIES, life, "ethnicity");
            }
        },
        EDUCATION("education") {
            @Override
            String of(Life life, LocalDate day, boolean official) {
                return word(EDUCATIONS, life, "education");
            }
        };

        final String by;

        Attribute(String by) {
            this.by = by;
        }

        abstract String of(Life life, LocalDate day, boolean official);
    }

    private static final Map<String, String> CODES = Map.of(
            "admission", "admissions",
            "readmission", "readmissions",
            "recognition", "recognitions",
            "recognition-annulled", "recognitions-annulled");

    private final Recount recount;
    private final Tree tree;
    private final String unit;
    private final Structure structure;
    private final List<Attribute> attributes;
    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    private RecountOfParts(Recount recount, String unit, Structure structure, List<Attribute> attributes) {
        this.recount = recount;
        this.tree = recount.tree();
        this.unit = unit;
        this.structure = structure;
        this.attributes = attributes;
    }

    /** By code of the indicator, then by part, as {@code F} or of two attributes {@code F|dai-hoc}; a part of nobody is missing. */
    static Map<String, Map<String, Long>> of(
            Recount recount,
            String unit,
            LocalDate from,
            LocalDate until,
            Structure structure,
            Attribute... attributes) {
        var counting = new RecountOfParts(recount, unit, structure, List.of(attributes));
        for (var life : recount.lives()) {
            counting.stock("opening", life, from.minusDays(1));
            for (var day = from; day.isBefore(until); day = day.plusDays(1)) {
                counting.day(life, day);
            }
            counting.stock("closing", life, until.minusDays(1));
            counting.stock("members", life, until.minusDays(1));
        }
        return counting.counts;
    }

    /** "null" where nothing is said. */
    private static String word(Map<String, String> words, Life life, String column) {
        var said = life.member().row().text(column);
        return said == null ? "null" : words.get(said);
    }

    private String part(Life life, LocalDate day, boolean official) {
        return attributes.stream()
                .map(attribute -> attribute.of(life, day, official))
                .collect(Collectors.joining("|"));
    }

    private boolean inside(String cell, LocalDate day) {
        return cell != null && tree.isBelow(tree.standsFor(cell, structure.of(day)), unit, structure.of(day));
    }

    private void add(String code, String part, long n) {
        counts.computeIfAbsent(code, c -> new LinkedHashMap<>()).merge(part, n, Long::sum);
    }

    private void stock(String code, Life life, LocalDate day) {
        var on = life.on(day);
        if (on != null && inside(on.end(), day)) {
            add(code, part(life, day, on.official()), 1);
        }
    }

    private void day(Life life, LocalDate day) {
        var on = life.on(day);
        var eve = day.minusDays(1);
        if (on == null || life.on(eve) == null) {
            return;
        }
        var official = life.on(eve).official();
        if (inside(on.before(), eve)) {
            var before = part(life, eve, official);
            var now = part(life, day, official);
            if (!before.equals(now)) {
                add("by-attribute", before, -1);
                add("by-attribute", now, 1);
            }
        }
        if (on.before() != null) {
            cross("with-units", inside(on.before(), eve), inside(on.afterStructure(), day), part(life, day, official));
        }
        for (var step : on.steps()) {
            official = official(step.kind(), official);
            var part = part(life, day, official);
            if (!step.kind().equals("transfer")) {
                var cell = step.to() == null ? step.from() : step.to();
                add(CODES.getOrDefault(step.kind(), step.kind()), part, inside(cell, day) ? 1 : 0);
            } else {
                cross("transfers", inside(step.from(), day), inside(step.to(), day), part);
            }
        }
    }

    private static boolean official(String step, boolean before) {
        return switch (step) {
            case "admission", "readmission", "recognition-annulled" -> false;
            case "recognition" -> true;
            default -> before;
        };
    }

    private void cross(String code, boolean before, boolean after, String part) {
        add(code + "-in", part, after && !before ? 1 : 0);
        add(code + "-out", part, before && !after ? 1 : 0);
    }

    /** A year counts from 1 July, a month from the 1st. */
    static LocalDate birth(String text) {
        return switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), 7, 1);
            case 7 -> LocalDate.parse("01/" + text, DateTimeFormatter.ofPattern("dd/MM/yyyy"));
            default -> LocalDate.parse(text, DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        };
    }

    private static String band(int years) {
        var ends = List.of(18, 31, 36, 41, 46, 51, 56, 61);
        var names = List.of("<18", "18–30", "31–35", "36–40", "41–45", "46–50", "51–55", "56–60", ">60");
        return names.get((int) ends.stream().filter(end -> years >= end).count());
    }
}
