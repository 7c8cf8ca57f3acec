package vn.giaoban.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A list to be taken away as a spreadsheet. The caller has asked for the right to export and has recorded the read.
 *
 * @param name of the file, without ending; letters of any language
 * @param title what the list is, as it stands above it
 * @param confidential whether it shows persons: then "Mật" stands above it
 * @param columns the heads
 * @param rows hands each row over in turn; cells are texts, numbers, days, truth values or null
 */
public record Export(
        String name, String title, boolean confidential, List<String> columns, Consumer<Consumer<List<?>>> rows) {

    /** What kind of file. */
    public enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8");

        final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        /** {@code csv}; anything else is a workbook. */
        public static Format of(String text) {
            return text.equalsIgnoreCase("csv") ? CSV : XLSX;
        }

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
