package vn.giaoban.figures.web;

import vn.giaoban.figures.Frozen;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wording;

/** A settled period against the registers of today. */
public record FreezePage(View view, Frozen frozen) implements Page {

    /** A number of the freeze as {@link Line} writes figures. */
    public String written(Frozen.Value value, Wording words) {
        var indicator = value.indicator();
        if (value.frozen() == null || indicator == null) {
            return value.frozen() == null ? Wording.NONE : words.number(value.frozen());
        }
        return Line.written(new vn.giaoban.figures.Figure(indicator, value.frozen(), null, java.util.List.of()), words);
    }

    public String today(Frozen.Value value, Wording words) {
        return value.today() == null ? Wording.NONE : Line.written(value.today(), words);
    }
}
