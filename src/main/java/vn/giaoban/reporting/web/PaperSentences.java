package vn.giaoban.reporting.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.reporting.GiaoBanReport;
import vn.giaoban.reporting.GiaoBanReport.Head;
import vn.giaoban.reporting.GiaoBanReport.Movement;
import vn.giaoban.reporting.GiaoBanReport.Unfit;
import vn.giaoban.ui.Wording;

/** The text of a giao ban report: sentences with the verb chosen by the sign, and none where there is nothing to say. */
record PaperSentences(GiaoBanReport report, Wording words) {

    private static final List<String> ORGANISATIONS =
            List.of("direct-organisations", "base-organisations", "part-organisations", "cells", "caucuses");
    private static final List<String> DEGREES =
            List.of("members-official", "members-probationary", "members-present", "members-women");
    private static final List<String> REMOVALS = List.of("expelled", "struck-off", "resigned");

    List<Paper.Section> sections() {
        var sections = new ArrayList<Paper.Section>();
        sections.add(section(
                "situation", List.of(organisations(), members(), admissions(), plan(), recognitions(), removed())));
        sections.add(section("attention", outstanding()));
        sections.add(section("remark", PaperText.paragraphs(report.remark())));
        return sections.stream()
                .filter(section -> !section.paragraphs().isEmpty())
                .toList();
    }

    /** Numbered in the order of those that are printed: see {@code Papers}. */
    private Paper.Section section(String code, List<String> paragraphs) {
        return new Paper.Section(
                words.text("reporting.paper.section." + code),
                paragraphs.stream()
                        .filter(text -> !text.isBlank())
                        .map(PaperText::clean)
                        .toList());
    }

    private String organisations() {
        var parts = listed(ORGANISATIONS);
        return parts.isEmpty()
                ? ""
                : words.text(
                        "reporting.paper.organisations",
                        report.period().lastDay(),
                        report.unit().name(),
                        String.join(", ", parts));
    }

    private String members() {
        var parts = listed(DEGREES);
        var count = value("members");
        if (count == null) {
            return "";
        }
        var key = parts.isEmpty() ? "reporting.paper.members-only" : "reporting.paper.members-of-whom";
        return words.text(key, report.period().lastDay(), count, String.join(", ", parts)) + compared("members");
    }

    private String admissions() {
        return counted("all-admissions", "reporting.paper.admitted");
    }

    private String plan() {
        return report.plans().stream()
                .filter(line -> line.whole() && line.plan() != null && line.reached() != null)
                .findFirst()
                .map(line -> words.text(
                        "reporting.paper.plan-reached",
                        line.reached(),
                        java.util.Objects.requireNonNull(line.plan()).admissions(),
                        words.percent(line.share()),
                        java.util.Objects.requireNonNull(line.plan()).document()))
                .orElse("");
    }

    private String recognitions() {
        return counted("recognitions", "reporting.paper.recognised");
    }

    private String removed() {
        var count = value("removed");
        if (count == null || count.signum() == 0) {
            return "";
        }
        var kinds = new ArrayList<String>();
        for (var movement : report.movement()) {
            var value = movement.now().value();
            if (REMOVALS.contains(movement.now().code()) && value != null && value.signum() > 0) {
                kinds.add(words.text("reporting.paper.kind", lower(movement), value));
            }
        }
        return words.text("reporting.paper.removed", count)
                + (kinds.isEmpty() ? "" : " (" + String.join(", ", kinds) + ")")
                + compared("removed");
    }

    private static String lower(Movement movement) {
        var name = movement.now().indicator().name().vi();
        return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }

    private String counted(String code, String key) {
        var count = value(code);
        return count == null || count.signum() == 0 ? "" : words.text(key, count) + compared(code);
    }

    /** Ends a sentence: against the period before and the year before, as far as they are known. */
    private String compared(String code) {
        var head = head(code);
        var parts = new ArrayList<String>();
        compare(parts, head.changeSinceBefore(), "before");
        compare(parts, head.changeInAYear(), "year-ago");
        return (parts.isEmpty() ? "" : "; " + String.join(", ", parts)) + ".";
    }

    private void compare(List<String> parts, @Nullable Long change, String then) {
        if (change != null) {
            var verb = change > 0 ? "more" : change < 0 ? "less" : "same";
            parts.add(words.text(
                    "reporting.paper." + verb, Math.abs(change), words.text("reporting.paper.than-" + then)));
        }
    }

    private List<String> listed(List<String> codes) {
        var parts = new ArrayList<String>();
        for (var code : codes) {
            var value = value(code);
            if (value != null && value.signum() != 0) {
                parts.add(words.text("reporting.paper.count-of." + code, value) + ofWhom(code));
            }
        }
        return parts;
    }

    private String ofWhom(String code) {
        var cells = code.equals("base-organisations") ? value("base-cells") : null;
        return cells == null || cells.signum() == 0 ? "" : words.text("reporting.paper.of-whom-base-cells", cells);
    }

    private List<String> outstanding() {
        return report.outstanding().stream()
                .map(rule -> {
                    var names = rule.units().stream().map(Unfit::name).toList();
                    var more = rule.more() == 0 ? "" : words.text("reporting.paper.and-more", rule.more());
                    return ReportRules.sentence(rule, words) + ": " + String.join("; ", names) + more + ".";
                })
                .toList();
    }

    private Head head(String code) {
        return report.heads().stream()
                .filter(head -> head.now().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable BigDecimal value(String code) {
        return head(code).now().value();
    }
}
