package vn.giaoban.reporting.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.giaoban.ui.Wording;

/**
 * One cell of a table in a paper: the words that are printed and, of a number, the number itself, so that a spreadsheet can reckon with it.
 *
 * @param number null where there is none, or the cell holds words
 */
public record PaperCell(String text, @Nullable BigDecimal number, Form form) {

    /** How a number is written. */
    public enum Form {
        WORDS,
        COUNT,
        /** With one decimal. */
        DECIMAL,
        /** A ratio, written as a share of a hundred. */
        PERCENT,
        CHANGE
    }

    static PaperCell plain(String words) {
        return new PaperCell(PaperText.clean(words), null, Form.WORDS);
    }

    static PaperCell count(Wording words, @Nullable BigDecimal count) {
        return new PaperCell(words.number(count), count, Form.COUNT);
    }

    static PaperCell percent(Wording words, @Nullable BigDecimal ratio) {
        return new PaperCell(words.percent(ratio), ratio, Form.PERCENT);
    }

    static PaperCell change(Wording words, @Nullable Long change) {
        return change == null
                ? new PaperCell(Wording.NONE, null, Form.CHANGE)
                : new PaperCell(words.change(change), BigDecimal.valueOf(change), Form.CHANGE);
    }

    /** A number that is there and not shown. */
    static PaperCell withheld(Wording words) {
        return new PaperCell(words.text("reporting.withheld"), null, Form.COUNT);
    }

    public boolean isNumber() {
        return form != Form.WORDS;
    }
}
