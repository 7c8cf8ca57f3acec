package vn.giaoban.importing;

import org.jspecify.annotations.Nullable;

/**
 * A row of an event on units, recorded before or about to be.
 *
 * @param eventRef ref of the row under which the whole event is known; of a new row its own
 * @param replaces ref of the row that it corrects
 */
record SentRow(Row row, String eventRef, @Nullable String replaces) {

    String ref() {
        return row.required("ref");
    }
}
