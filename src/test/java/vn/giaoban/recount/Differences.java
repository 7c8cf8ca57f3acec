package vn.giaoban.recount;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Question;
import vn.giaoban.shared.Acting;

/** Asks the figures and the recount the same random questions, and tells where they differ. */
final class Differences {

    /** Transfers and what comes and goes with units pass between lines and never add up, so lines are not compared in them. */
    private static final List<String> NOT_IN_LINES = List.of("transfers", "with-units", "direct-organisations");

    private final History history;
    private final Figures figures;
    private final List<String> found = new ArrayList<>();
    private int compared;

    Differences(History history, Figures figures) {
        this.history = history;
        this.figures = figures;
    }

    int compared() {
        return compared;
    }

    /** One line each; the history lies in {@code target/recount} then. */
    List<String> found() {
        return found;
    }

    void ask(Random random, int instants, int questions) {
        var batches = history.batches();
        for (int i = 0; i < instants; i++) {
            var k = i == 0
                    ? batches.get(batches.size() - 1).at()
                    : batches.get(Math.min(4, batches.size() - 1) + random.nextInt(Math.max(1, batches.size() - 4)))
                            .at();
            var recount = new Recount(history, k, LocalDate.parse("2025-12-01"));
            var units = List.copyOf(recount.tree().all());
            for (int j = 0; j < questions; j++) {
                var from = someDay(random);
                var until = random.nextInt(4) == 0 ? from.plusDays(1) : from.plusDays(1 + random.nextInt(200));
                ask(recount, k, units.get(random.nextInt(units.size())), from, until, some(random, until));
            }
        }
    }

    /** Often a day on which units change, or the day after. */
    private LocalDate someDay(Random random) {
        var day = Chronicle.FIRST_DAY.plusDays(random.nextInt(250));
        var row = history.batches()
                .get(random.nextInt(history.batches().size()))
                .rows()
                .get(0);
        var changed = row.file() == File.UNIT_EVENTS && row.has("day")
                ? row.day("day").plusDays(random.nextInt(2))
                : day;
        return changed.isBefore(Chronicle.FIRST_DAY) ? day : changed;
    }

    private static Structure some(Random random, LocalDate until) {
        return switch (random.nextInt(3)) {
            case 0 -> Structure.AS_WAS;
            case 1 -> Structure.asIs(until);
            default -> Structure.restated(until.plusDays(random.nextInt(150) - 1));
        };
    }

    void ask(Recount recount, Instant k, String unit, LocalDate from, LocalDate until, Structure structure) {
        var question = Question.of(figures.named(unit), from, until)
                .in(vn.giaoban.figures.TreeChoice.of(structure.toString()).orElseThrow())
                .known(k);
        var what = unit + " [" + from + ", " + until + ") " + structure + " known at " + k;
        var counted = recount.figures(unit, from, until, structure);
        for (var figure : answered(question)) {
            boolean onlyAsWas = figure.code().equals("direct-organisations") && !structure.isAsWas();
            if (counted.containsKey(figure.code()) && !onlyAsWas) {
                compare(
                        what + " " + figure.code(),
                        text(figure),
                        counted.get(figure.code()).toString());
            }
        }
        if (counted.get("admissions").value() != null) {
            askLines(recount, question, unit, structure, what);
        }
    }

    private List<vn.giaoban.figures.Figure> answered(Question question) {
        return Acting.as(
                Loading.system(), () -> figures.read(Loading.system(), question).figures());
    }

    private void askLines(Recount recount, Question question, String unit, Structure structure, String what) {
        var lines = Acting.as(
                Loading.system(),
                () -> figures.children(Loading.system(), question).lines());
        var counted = recount.lines(unit, question.from(), question.until(), structure);
        for (var line : counted) {
            var answered = lines.stream()
                    .filter(other -> !other.own() && other.unit().code().equals(line.unit()))
                    .findFirst();
            if (answered.isEmpty()) {
                compare(what + " line " + line.unit(), "no line", "a line");
                continue;
            }
            for (var figure : answered.get().figures()) {
                boolean adds =
                        NOT_IN_LINES.stream().noneMatch(code -> figure.code().startsWith(code));
                if (adds && line.figures().containsKey(figure.code())) {
                    compare(
                            what + " line " + line.unit() + " " + figure.code(),
                            figure.value() == null ? "0" : text(figure),
                            line.figures().get(figure.code()).toString());
                }
            }
        }
    }

    private static String text(vn.giaoban.figures.Figure figure) {
        return figure.value() == null
                ? String.valueOf(figure.why())
                : figure.value().toPlainString();
    }

    private void compare(String what, String answered, String counted) {
        compared++;
        if (!answered.equals(counted)) {
            found.add(what + ": answered " + answered + ", counted " + counted);
        }
    }

    /** Where to read the whole history. */
    void write(String name) {
        try {
            var file = Path.of("target", "recount", name + ".txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, history.print());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
