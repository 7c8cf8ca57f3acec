package vn.giaoban.reporting.web;

import vn.giaoban.figures.Why;
import vn.giaoban.reporting.forms.FilledForm;
import vn.giaoban.ui.Wording;

/** How the cells of forms are written, on pages and on paper alike. */
final class FormWords {

    private FormWords() {}

    static String written(FilledForm.Cell cell, Wording words) {
        var value = cell.value();
        if (value == null) {
            return cell.kind() == FilledForm.Kind.EMPTY
                    ? ""
                    : cell.why() == Why.WITHHELD ? words.text("reporting.withheld") : Wording.NONE;
        }
        return cell.kind() == FilledForm.Kind.SHARE ? words.percent(value) : words.number(value);
    }

    static PaperCell printed(FilledForm.Row row, FilledForm.Cell cell, Wording words) {
        var value = cell.value();
        if (row.row().missing() != null) {
            return new PaperCell(words.text("reporting.forms.none"), null, PaperCell.Form.COUNT);
        } else if (cell.kind() == FilledForm.Kind.EMPTY) {
            return PaperCell.plain("");
        }
        return new PaperCell(
                written(cell, words),
                value,
                switch (cell.kind()) {
                    case SHARE -> PaperCell.Form.PERCENT;
                    case MEAN -> PaperCell.Form.DECIMAL;
                    case COUNT, EMPTY -> PaperCell.Form.COUNT;
                });
    }
}
