package vn.giaoban.reporting.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.figures.Figures;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.reporting.ReportingRefusal;
import vn.giaoban.reporting.forms.FilledForm;
import vn.giaoban.reporting.forms.FilledForms;
import vn.giaoban.reporting.forms.Form;
import vn.giaoban.reporting.forms.Forms;
import vn.giaoban.reporting.forms.Formula;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** Statistical forms of one unit, each a page whose numbers open. */
@RestController
class FormsController {

    private final Forms forms;
    private final Figures figures;
    private final Organisation organisation;
    private final PeriodChoice choice;
    private final Wordings wordings;

    FormsController(Forms forms, Figures figures, Organisation organisation, PeriodChoice choice, Wordings wordings) {
        this.forms = forms;
        this.figures = figures;
        this.organisation = organisation;
        this.choice = choice;
        this.wordings = wordings;
    }

    /** Of the unit over which somebody sees figures: the first, where there are several. */
    @GetMapping("/forms")
    ResponseEntity<Page> forms(Actor by, AsOf at) {
        return by.where(Verb.SEE_FIGURES).stream()
                .sorted()
                .flatMap(top -> organisation.find(top, at).stream())
                .findFirst()
                .map(top -> Answers.seeOther("/forms/{unit}", top.id()))
                .orElseGet(() -> Answers.seeOther("/"));
    }

    @GetMapping("/forms/{unit}")
    FormsPage forms(Actor by, AsOf at, @PathVariable UnitId unit, ReportAsked asked) {
        var period = asked.period(at.day());
        var known = asked.instant() == null ? at.known() : asked.instant();
        var day = new AsOf(period.lastDay(), known);
        organisation.check(by, Verb.SEE_FIGURES, unit, day);
        var set = forms.set(period.lastDay());
        return new FormsPage(
                organisation.unit(unit, day),
                set,
                period,
                set.inForce(period.lastDay()),
                set.hasEnded(period.lastDay()),
                choice.periods(by, at, unit, period, known),
                "period=" + period.code() + "&structure=" + asked.tree()
                        + (asked.instant() == null ? "" : "&known=" + asked.instant()),
                "/forms/" + unit + "/templates");
    }

    @GetMapping("/forms/{unit}/{form}")
    FormPage form(Actor by, AsOf at, @PathVariable UnitId unit, @PathVariable String form, ReportAsked asked) {
        var filled = fill(by, at, unit, form, asked);
        var one = filled.forms().get(0);
        var last = filled.period().lastDay();
        var links = new FormLinks(filled, figures.catalogue());
        return new FormPage(
                filled,
                one,
                filled.set().inForce(last),
                filled.set().hasEnded(last),
                choice.periods(by, at, unit, filled.period(), filled.reading().known()),
                filled.set().forms(),
                links.query(),
                links,
                one.checks().stream()
                        .filter(check -> !Boolean.TRUE.equals(check.holds())
                                && (filled.yearAgo() || check.column().span() == Form.Span.NOW))
                        .toList());
    }

    @GetMapping("/forms/{unit}/{form}/cell")
    FormCellPage cell(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            @PathVariable String form,
            ReportAsked asked,
            @RequestParam String row,
            @RequestParam String column) {
        var words = wordings.current();
        var filled = fill(by, at, unit, form, asked);
        var one = filled.forms().get(0);
        var asking = one.form();
        if (asking.rows().stream().noneMatch(each -> each.code().equals(row))
                || asking.columns().stream().noneMatch(each -> each.code().equals(column))
                || !asking.reckons(asking.row(row), asking.column(column))) {
            throw ReportingRefusal.noSuchCell(asking.number(), row, column);
        }
        var links = new FormLinks(filled, figures.catalogue());
        var cell = one.cell(row, column);
        var period = cell.column().span() == Form.Span.NOW
                ? filled.period()
                : filled.period().yearAgo();
        return new FormCellPage(
                filled.unit(),
                asking,
                asking.row(row),
                cell.column(),
                FormWords.written(cell, words),
                period,
                lines(by, filled, asking, one, row, cell, links, words),
                "/forms/" + unit + "/" + form + "?" + links.query());
    }

    private List<FormCellPage.Line> lines(
            Actor by,
            FilledForms filled,
            Form form,
            FilledForm one,
            String row,
            FilledForm.Cell cell,
            FormLinks links,
            Wording words) {
        var formula = form.formula(form.row(row), cell.column());
        var pieces = formula.mean()
                ? List.of(new FormLinks.Piece(formula.terms().get(0), null, null))
                : FormLinks.pieces(formula);
        var values = forms.values(
                by,
                filled,
                cell.column().span(),
                pieces.stream().map(FormLinks.Piece::formula).toList());
        var lines = new ArrayList<FormCellPage.Line>();
        for (var n = 0; n < pieces.size(); n++) {
            var piece = pieces.get(n);
            var value = values.get(n);
            var empty = value.value() == null || value.value().signum() == 0;
            lines.add(new FormCellPage.Line(
                    piece.term().plus(),
                    name(piece, words),
                    FormWords.written(value, words),
                    empty ? null : links.path(piece, cell.column().span())));
        }
        return lines;
    }

    private String name(FormLinks.Piece piece, Wording words) {
        var name = figures.catalogue()
                .indicator(piece.term().indicator())
                .orElseThrow()
                .name()
                .in(words.locale());
        var parts = new ArrayList<String>();
        for (var part : piece.formula().terms().get(0).parts()) {
            parts.add(part(part, words));
        }
        return parts.isEmpty() ? name : name + " – " + String.join("; ", parts);
    }

    private String part(Formula.Parts part, Wording words) {
        var breakdown = figures.catalogue()
                .breakdown(part.breakdown())
                .orElseThrow()
                .name()
                .in(words.locale());
        var labels = figures.labels().of(part.breakdown());
        var names = part.keys().stream()
                .map(key -> key.equals("?")
                        ? words.text("reporting.not-stated")
                        : labels.containsKey(key) ? labels.get(key).in(words.locale()) : key)
                .toList();
        return names.isEmpty()
                ? breakdown
                : words.text(
                        part.not() ? "reporting.forms.part-not" : "reporting.forms.part",
                        breakdown,
                        String.join(", ", names));
    }

    private FilledForms fill(Actor by, AsOf at, UnitId unit, String form, ReportAsked asked) {
        var period = asked.period(at.day());
        return forms.fill(by, unit, List.of(forms.form(period.lastDay(), form)), period, asked.tree(), asked.instant());
    }
}
