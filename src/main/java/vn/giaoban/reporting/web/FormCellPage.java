package vn.giaoban.reporting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.Period;
import vn.giaoban.reporting.forms.Form;
import vn.giaoban.ui.Page;

/**
 * What one cell of a form is made of.
 *
 * @param value of the cell, as written
 * @param period of its column
 * @param back address of the form
 */
public record FormCellPage(
        Unit unit,
        Form form,
        Form.Row row,
        Form.Column column,
        String value,
        Period period,
        List<Line> lines,
        String back)
        implements Page {

    /**
     * A figure or part that is added or taken away.
     *
     * @param path where it opens; null where nothing stands behind it
     */
    public record Line(
            boolean plus,
            String name,
            String value,
            @Nullable String path) {}
}
