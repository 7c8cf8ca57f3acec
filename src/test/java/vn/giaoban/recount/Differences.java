package vn.giaoban.recount;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Asks the figures and the recount the same random questions, and tells where they differ. */
final class Differences {

    /** Transfers and what comes and goes with units pass between lines and never add up, so lines are not compared in them. */
    private static final List<String> NOT_IN_LINES = List.of("transfers", "with-units", "direct-organisations");

    /** What the table of movement of a part is made of. */
    private static final List<String> TABLE = List.of(
            "opening",
            "admissions",
            "readmissions",
            "restored",
            "transfers-in",
            "with-units-in",
            "transfers-out",
            "with-units-out",
            "annulled",
            "struck-off",
            "resigned",
            "expelled",
            "died",
            "recognitions",
            "recognitions-annulled",
            "by-attribute",
            "closing",
            "members");

    private static final List<String> OPENED = List.of(
            "members",
            "units",
            "opening",
            "transfers-in",
            "with-units-in",
            "with-units-out",
            "transfers-out",
            "cells",
            "admissions",
            "transfers-within",
            "units-closed",
            "units-established",
            "removed",
            "members-women");

    private final History history;
    private final Answers answers;
    private final Consumer<Answers.Asked> beforeParts;
    private final List<String> found = new ArrayList<>();
    private int compared;
    private boolean inWholeMonths;

    Differences(History history, Answers answers) {
        this(history, answers, asked -> {});
    }

    /** @param beforeParts what is done before each question for parts, such as to keep sums of its day */
    Differences(History history, Answers answers, Consumer<Answers.Asked> beforeParts) {
        this.history = history;
        this.answers = answers;
        this.beforeParts = beforeParts;
    }

    /** Asks for months alone, as most people do. */
    Differences inWholeMonths() {
        inWholeMonths = true;
        return this;
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
                var day = someDay(random);
                var from = inWholeMonths ? day.withDayOfMonth(1) : day;
                var until = inWholeMonths
                        ? from.plusMonths(1 + random.nextInt(6))
                        : random.nextInt(4) == 0 ? from.plusDays(1) : from.plusDays(1 + random.nextInt(200));
                var unit = units.get(random.nextInt(units.size()));
                ask(recount, new Answers.Asked(unit, from, until, some(random, until), k));
            }
        }
    }

    /** Often a day on which units change, or the day after. */
    private LocalDate someDay(Random random) {
        var first = history.registers().get(1).firstDay();
        var day = first.plusDays(random.nextInt(250));
        var row = history.batches()
                .get(random.nextInt(history.batches().size()))
                .rows()
                .get(0);
        var changed = row.file() == File.UNIT_EVENTS && row.has("day")
                ? row.day("day").plusDays(random.nextInt(2))
                : day;
        return changed.isBefore(first) ? day : changed;
    }

    private static Structure some(Random random, LocalDate until) {
        return switch (random.nextInt(3)) {
            case 0 -> Structure.AS_WAS;
            case 1 -> Structure.asIs(until);
            default -> Structure.restated(until.plusDays(random.nextInt(150) - 1));
        };
    }

    void ask(Recount recount, Answers.Asked asked) {
        var counted = recount.figures(asked.unit(), asked.from(), asked.until(), asked.structure());
        var answered = answers.figures(asked);
        counted.forEach((code, figure) -> {
            if (asked.structure().isAsWas() || !code.equals("direct-organisations")) {
                compare(asked + " " + code, answered.get(code), figure.toString());
            }
        });
        if (counted.get("admissions").value() != null) {
            askLines(recount, asked);
            askParts(recount, asked);
            askRows(asked, answered);
        }
    }

    private void askLines(Recount recount, Answers.Asked asked) {
        var lines = answers.lines(asked);
        var counted = recount.lines(asked.unit(), asked.from(), asked.until(), asked.structure());
        compare(
                asked + " lines",
                lines.stream()
                        .filter(line -> !line.own())
                        .map(Answers.Line::unit)
                        .sorted()
                        .toList()
                        .toString(),
                counted.stream().map(Recount.Line::unit).sorted().toList().toString());
        var own = lines.stream().filter(Answers.Line::own).findFirst();
        recount.own(asked.unit(), asked.from(), asked.until(), asked.structure())
                .forEach((code, n) -> {
                    if (addsUp(code)) {
                        compare(
                                asked + " own " + code,
                                own.map(line -> zero(line, code)).orElse("0"),
                                n.toString());
                    }
                });
        for (var line : counted) {
            var answered = lines.stream()
                    .filter(other -> !other.own() && other.unit().equals(line.unit()))
                    .findFirst();
            if (answered.isEmpty()) {
                continue;
            }
            if (asked.structure().isAsWas()) {
                compare(asked + " days of " + line.unit(), days(answered.get().days()), line.days() + "");
            }
            line.figures().forEach((code, figure) -> {
                if (addsUp(code)) {
                    compare(asked + " line " + line.unit() + " " + code, zero(answered.get(), code), figure.toString());
                }
            });
        }
    }

    private static boolean addsUp(String code) {
        return NOT_IN_LINES.stream().noneMatch(code::startsWith);
    }

    /** Where a line has no figure of a day it counts nothing. */
    private static String zero(Answers.Line line, String code) {
        var text = line.figures().get(code);
        return "NOT_YET".equals(text) || "ENDED".equals(text) ? "0" : text;
    }

    /** Every day of some stays. */
    private static String days(List<String> stays) {
        var days = new TreeSet<LocalDate>();
        for (var stay : stays) {
            var both = stay.split(" ");
            LocalDate.parse(both[0]).datesUntil(LocalDate.parse(both[1])).forEach(days::add);
        }
        return days.toString();
    }

    /** By one attribute, and by two at once: each part of the first, and each part of the second within it. */
    private void askParts(Recount recount, Answers.Asked asked) {
        beforeParts.accept(asked);
        var all = RecountOfParts.Attribute.values();
        var first = all[compared % all.length];
        compareParts(asked, first.by, countedBy(recount, asked, first));
        var second = all[(first.ordinal() + 1 + compared / all.length % (all.length - 1)) % all.length];
        var counted = countedBy(recount, asked, first);
        countedBy(recount, asked, first, second)
                .forEach((code, parts) ->
                        counted.computeIfAbsent(code, c -> new HashMap<>()).putAll(parts));
        compareParts(asked, first.by + "," + second.by, counted);
    }

    private static Map<String, Map<String, Long>> countedBy(
            Recount recount, Answers.Asked asked, RecountOfParts.Attribute... attributes) {
        return RecountOfParts.of(recount, asked.unit(), asked.from(), asked.until(), asked.structure(), attributes);
    }

    private void compareParts(Answers.Asked asked, String by, Map<String, Map<String, Long>> counted) {
        var answered = answers.parts(asked, by);
        for (var code : TABLE) {
            var told = answered.get(code);
            var parts = counted.getOrDefault(code, Map.of());
            var keys = new TreeSet<>(parts.keySet());
            keys.addAll(told.keySet());
            for (var key : keys) {
                compare(
                        asked + " by " + by + " " + code + " " + key,
                        told.getOrDefault(key, "0"),
                        parts.getOrDefault(key, 0L).toString());
            }
        }
    }

    private void askRows(Answers.Asked asked, Map<String, String> answered) {
        var code = OPENED.get(compared % OPENED.size());
        if (answered.get(code).matches("[0-9]+")) {
            compare(asked + " rows of " + code, answers.rows(asked, code) + "", answered.get(code));
        }
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
