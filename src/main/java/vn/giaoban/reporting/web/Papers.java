package vn.giaoban.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Freezes;
import vn.giaoban.figures.Question;
import vn.giaoban.figures.Reading;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.GiaoBanReport;
import vn.giaoban.reporting.PartNames;
import vn.giaoban.reporting.Period;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Demonstration;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** Puts a report into words once, so that every kind of paper prints the same. */
@Component
class Papers {

    /** Letters of a name that fit beside the other half of the head at 14 points. */
    private static final int HEAD_WIDTH = 26;

    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V");

    private final Wordings wordings;
    private final PartNames partNames;
    private final Freezes freezes;
    private final Clock clock;
    private final ObjectProvider<Demonstration> demonstration;
    private final boolean demonstrationByProperty;

    Papers(
            Wordings wordings,
            PartNames partNames,
            Freezes freezes,
            Clock clock,
            ObjectProvider<Demonstration> demonstration,
            @Value("${giaoban.demo:true}") boolean demonstrationByProperty) {
        this.wordings = wordings;
        this.partNames = partNames;
        this.freezes = freezes;
        this.clock = clock;
        this.demonstration = demonstration;
        this.demonstrationByProperty = demonstrationByProperty;
    }

    Paper of(Actor by, GiaoBanReport report) {
        var words = wordings.vietnamese();
        var period = period(report.period(), words);
        var annexes = new PaperTables(report, partNames.names(words), words).all();
        return new Paper(
                words.text("reporting.paper.title", report.unit().name(), period),
                letterhead(report.unit(), report.superior(), words),
                words.text("reporting.paper.document"),
                List.of(words.text("reporting.paper.about"), words.text("reporting.paper.about-period", period)),
                reading(by, report.reading(), words),
                numbered(new PaperSentences(report, words).sections()),
                words.text("reporting.paper.annexes-follow", annexes.size()),
                signature(report.unit(), report.superior(), words),
                annexes,
                words.text("reporting.paper.made", PaperText.clean(by.login()), clock.instant()),
                made(words));
    }

    /** That the data are made up; empty where they are not. */
    String made(Wording words) {
        var on = demonstration.stream().findFirst().map(Demonstration::on).orElse(demonstrationByProperty);
        return on ? words.text("reporting.paper.demonstration") : "";
    }

    /** As conferences call it: "quý I năm 2024". */
    static String period(Period period, Wording words) {
        var first = period.from();
        var year = Integer.toString(first.getYear());
        var key = "reporting.paper.period." + period.kind();
        return switch (period.kind()) {
            case MONTH -> words.text(key, month(first.getMonthValue()), year);
            case QUARTER -> words.text(key, ROMAN.get((first.getMonthValue() - 1) / 3), year);
            case HALF -> words.text(key + (first.getMonthValue() == 1 ? "-1" : "-2"), year);
            case YEAR -> words.text(key, year);
            case TERM -> words.text(key, year, Integer.toString(period.until().getYear()));
            case FREE -> words.text(key, first, period.lastDay());
        };
    }

    /** January and February are written 01 and 02, as in dates (domain 10.5). */
    private static String month(int month) {
        return (month < 3 ? "0" : "") + month;
    }

    /** A report of settled figures also carries their mark, and the head of the chain: this paper is its anchor (privacy P11). */
    List<String> reading(Actor by, Reading reading, Wording words) {
        var lines = new ArrayList<String>();
        lines.add(words.text(
                "reporting.paper.reading",
                reading.from(),
                reading.lastDay(),
                structure(reading.structure(), words),
                reading.known()));
        var question = Question.of(reading.unit(), reading.from(), reading.until())
                .in(reading.structure())
                .known(reading.known());
        freezes.of(by, question).stream()
                .filter(frozen -> frozen.reading().equals(reading))
                .findFirst()
                .ifPresent(frozen -> lines.add(words.text(
                        "reporting.paper.frozen",
                        frozen.at(),
                        frozen.mark(),
                        Objects.requireNonNullElse(frozen.chainMark(), Wording.NONE))));
        return lines;
    }

    /** In the words of officials (papers, section 2). */
    static String structure(TreeChoice structure, Wording words) {
        LocalDate day = structure.day();
        return day == null
                ? words.text("reporting.paper.structure." + structure.kind())
                : words.text("reporting.paper.structure." + structure.kind(), day);
    }

    private static List<Paper.Section> numbered(List<Paper.Section> sections) {
        var numbered = new ArrayList<Paper.Section>();
        for (var section : sections) {
            numbered.add(
                    new Paper.Section(ROMAN.get(numbered.size()) + "- " + section.heading(), section.paragraphs()));
        }
        return numbered;
    }

    static Paper.Letterhead letterhead(Unit unit, @Nullable Unit superior, Wording words) {
        return new Paper.Letterhead(
                superior == null || superior.isRoot() ? List.of() : lines(superior),
                lines(unit),
                "*",
                words.text("reporting.paper.party"),
                unit.place().isBlank()
                        ? words.text("reporting.paper.date-without-place")
                        : words.text("reporting.paper.date", PaperText.clean(unit.place())),
                words.text("reporting.paper.number", PaperText.clean(unit.symbol())));
    }

    /** A committee that issues to others signs in its own name: a province has nobody's name above its own. */
    private static List<String> lines(Unit unit) {
        return PaperText.lines(PaperText.upper(committee(unit)), HEAD_WIDTH);
    }

    private static String committee(Unit unit) {
        return unit.committeeName().isBlank() ? unit.name() : unit.committeeName();
    }

    static Paper.Signature signature(Unit unit, @Nullable Unit superior, Wording words) {
        var recipients = new ArrayList<String>();
        if (superior != null && !superior.isRoot()) {
            recipients.add(words.text("reporting.paper.to-superior", PaperText.clean(committee(superior))));
        }
        recipients.add(words.text("reporting.paper.to-units"));
        recipients.add(words.text("reporting.paper.kept", PaperText.clean(committee(unit))));
        var behalf = switch (unit.kindClass()) {
            case CENTRE, PROVINCE, ABOVE_BASE -> words.text("reporting.paper.behalf.standing-committee");
            case BASE, PART -> words.text("reporting.paper.behalf.committee");
            case BASE_CELL, CELL, TEMPORARY_CELL -> words.text("reporting.paper.behalf.cell");
            case CAUCUS, GROUP -> words.text("reporting.paper.behalf.other", PaperText.upper(committee(unit)));
        };
        return new Paper.Signature(
                words.text("reporting.paper.recipients"),
                recipients,
                PaperText.lines(behalf, HEAD_WIDTH),
                words.text("reporting.paper.signer"));
    }

    /** For the name of a file: no diacritics, nothing but letters, digits and hyphens. */
    static String fileName(GiaoBanReport report) {
        return fileName("bao-cao-giao-ban-" + report.unit().code() + "-"
                + report.period().code());
    }

    static String fileName(String words) {
        var plain = java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFD)
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("\\p{M}", "");
        return plain.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
    }
}
