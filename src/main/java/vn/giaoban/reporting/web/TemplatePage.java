package vn.giaoban.reporting.web;

import java.util.List;
import java.util.Map;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.Period;
import vn.giaoban.reporting.forms.Form;
import vn.giaoban.reporting.forms.SuppliedTemplates;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/**
 * Which cells of a supplied file are which of ours, to be corrected, and the file filled.
 *
 * @param sheets each with the form it is, as rows to match
 */
public record TemplatePage(
        Unit unit,
        long id,
        String name,
        List<Sheet> sheets,
        List<Option> forms,
        Period period,
        List<Option> periods,
        boolean mayMatch,
        FormErrors errors)
        implements Page {

    /**
     * @param form null where it is none of ours
     * @param rows of the form that have numbers
     */
    public record Sheet(
            SuppliedTemplates.Sheet sheet,
            String chosen,
            List<Form.Row> rows,
            List<Form.Column> columns,
            List<Option> lines,
            List<Option> places) {

        public String line(Form.Row row) {
            return written(sheet.rows(), row.code());
        }

        public String place(Form.Column column) {
            return written(sheet.columns(), column.code());
        }

        private static String written(Map<String, Integer> places, String code) {
            var place = places.get(code);
            return place == null ? "" : place.toString();
        }
    }

    /** Cells of all sheets that would be filled if every cell had a number. */
    public int cells() {
        return sheets.stream().mapToInt(sheet -> sheet.sheet().cells()).sum();
    }
}
