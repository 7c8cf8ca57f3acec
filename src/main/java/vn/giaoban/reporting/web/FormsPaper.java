package vn.giaoban.reporting.web;

import java.util.List;

/**
 * Statistical forms in words, everything decided and every number written: what .pdf, .docx and .xlsx print alike. Always in Vietnamese.
 *
 * @param title of the document, for its properties
 * @param sheets one for each form, each on paper of its own
 * @param made who made it and when
 * @param mark on every sheet: that the data are made up; empty otherwise
 */
public record FormsPaper(String title, List<Sheet> sheets, String made, String mark) {

    /**
     * One form as it is handed in.
     *
     * @param number as printed above: Biểu số 1-BTCTW
     * @param title in capitals
     * @param reading period, structure, instant of knowledge, freeze and that nobody compared it with the original
     * @param codes what stands under the headings of the columns
     * @param remarks under the table: what balances, notes of its rows
     * @param across on A4 landscape
     */
    public record Sheet(
            Paper.Letterhead head,
            String number,
            String title,
            List<String> reading,
            PaperTable table,
            List<String> codes,
            List<String> remarks,
            Paper.Signature signature,
            boolean across) {

        private static final int LAST = 3;

        /** Rows that may end a page. */
        public List<PaperTable.Row> rowsBeforeTheEnd() {
            return table.rows().subList(0, Math.max(0, table.rows().size() - LAST));
        }

        /** Rows that stand on one page with the signature, which never stands alone. */
        public List<PaperTable.Row> lastRows() {
            return table.rows()
                    .subList(
                            Math.max(0, table.rows().size() - LAST),
                            table.rows().size());
        }
    }
}
