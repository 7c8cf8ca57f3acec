package vn.giaoban.reporting.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaoban.reporting.forms.FilledForm;
import vn.giaoban.reporting.forms.FilledForms;
import vn.giaoban.reporting.forms.Form;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** Puts filled forms into words once, so that every kind of paper prints the same. */
@Component
class FormPapers {

    private static final int INDENT = 3;

    private final Papers papers;
    private final Wordings wordings;
    private final Clock clock;

    FormPapers(Papers papers, Wordings wordings, Clock clock) {
        this.papers = papers;
        this.wordings = wordings;
        this.clock = clock;
    }

    FormsPaper of(Actor by, FilledForms forms) {
        var words = wordings.vietnamese();
        var reading = reading(by, forms, words);
        return new FormsPaper(
                title(forms, words),
                forms.forms().stream()
                        .map(form -> sheet(forms, form, reading, words))
                        .toList(),
                made(by, words),
                papers.made(words));
    }

    /** The same as a paper of tables alone: a spreadsheet has a sheet for each. */
    Paper tables(Actor by, FilledForms forms) {
        var words = wordings.vietnamese();
        return new Paper(
                title(forms, words),
                Papers.letterhead(forms.unit(), forms.superior(), words),
                words.text("reporting.forms"),
                List.of(),
                reading(by, forms, words),
                List.of(),
                "",
                Papers.signature(forms.unit(), forms.superior(), words),
                forms.forms().stream().map(form -> table(form, words)).toList(),
                made(by, words),
                papers.made(words));
    }

    private String made(Actor by, Wording words) {
        return words.text("reporting.paper.made", PaperText.clean(by.login()), clock.instant());
    }

    private static String title(FilledForms forms, Wording words) {
        return PaperText.clean(
                words.text("reporting.forms.paper-title", forms.unit().name(), Papers.period(forms.period(), words)));
    }

    private List<String> reading(Actor by, FilledForms forms, Wording words) {
        var lines = new ArrayList<String>();
        for (var line : papers.reading(by, forms.reading(), words)) {
            var last = line.lastIndexOf("; ");
            lines.add(last < 0 ? line : line.substring(0, last + 1));
            if (last >= 0) {
                lines.add(line.substring(last + 2));
            }
        }
        if (!forms.set().verified()) {
            lines.add(words.text("reporting.forms.paper-unverified", forms.set().source()));
        }
        return lines;
    }

    private static FormsPaper.Sheet sheet(FilledForms forms, FilledForm form, List<String> reading, Wording words) {
        return new FormsPaper.Sheet(
                Papers.letterhead(forms.unit(), forms.superior(), words),
                form.form().number(),
                PaperText.upper(form.form().title()),
                reading,
                table(form, words),
                Stream.concat(Stream.of("1"), form.form().columns().stream().map(FormPapers::code))
                        .toList(),
                remarks(form),
                Papers.signature(forms.unit(), forms.superior(), words),
                form.form().across());
    }

    /** As forms print it: 4 = 2×100/3. */
    private static String code(Form.Column column) {
        return column.isShare() ? column.code() + " = " + column.part() + "×100/" + column.whole() : column.code();
    }

    private static PaperTable table(FilledForm form, Wording words) {
        var columns = new ArrayList<PaperTable.Column>();
        columns.add(PaperTable.Column.words(form.form().corner(), form.form().across() ? 40 : 44));
        form.form().columns().forEach(column -> columns.add(PaperTable.Column.number(column.heading())));
        return new PaperTable(
                form.form().number(),
                form.form().number() + ": " + form.form().title(),
                columns,
                form.rows().stream().map(row -> row(row, words)).toList());
    }

    private static PaperTable.Row row(FilledForm.Row row, Wording words) {
        var cells = new ArrayList<PaperCell>();
        var mark = row.row().mark();
        cells.add(PaperCell.plain("\u00a0".repeat(INDENT * row.row().depth())
                + (mark.isEmpty() ? "" : mark + (row.row().letter() ? ") " : ". "))
                + row.row().label()));
        row.cells().forEach(cell -> cells.add(FormWords.printed(row, cell, words)));
        return new PaperTable.Row(cells, row.row().strong());
    }

    private static List<String> remarks(FilledForm form) {
        var remarks = new ArrayList<String>();
        form.rows().stream()
                .flatMap(row -> Stream.ofNullable(row.row().note()))
                .distinct()
                .forEach(remarks::add);
        return remarks;
    }
}
