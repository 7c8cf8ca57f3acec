package vn.giaoban.reporting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.reporting.forms.FilledForm;
import vn.giaoban.reporting.forms.FilledForms;
import vn.giaoban.reporting.forms.Form;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wording;

/**
 * One statistical form of a unit and period.
 *
 * @param checks rows that must agree and do not, and those that cannot be compared here; empty: all agree
 */
public record FormPage(
        FilledForms forms,
        FilledForm form,
        boolean inForce,
        boolean ended,
        List<Option> periods,
        List<Form> others,
        String query,
        FormLinks links,
        List<FilledForm.Checked> checks)
        implements Page {

    public @Nullable String path(FilledForm.Row row, FilledForm.Cell cell) {
        return links.path(form.form(), row.row(), cell);
    }

    public String written(FilledForm.Cell cell, Wording words) {
        return FormWords.written(cell, words);
    }

    public boolean allHold() {
        return !form.checks().isEmpty() && form.checks().stream().allMatch(one -> Boolean.TRUE.equals(one.holds()));
    }

    /** Notes of the form's rows, each once. */
    public List<String> notes() {
        return form.rows().stream()
                .map(row -> row.row().note())
                .filter(java.util.Objects::nonNull)
                .map(java.util.Objects::requireNonNull)
                .distinct()
                .toList();
    }
}
