package vn.giaoban.figures;

import vn.giaoban.shared.Sql;

/** For which units a reading counts: the unit as a whole, one line per child, or a closed unit's former area. */
enum Lines {
    TOTAL("inside-total.sql"),
    CHILDREN("inside-children.sql"),
    FORMER("inside-former.sql");

    /** Begins every statement: which units are inside on which days. */
    final String inside;

    Lines(String file) {
        this.inside = Sql.beside(Lines.class, file) + Sql.beside(Lines.class, "counted.sql");
    }

    static Lines total(Reading reading) {
        return reading.former() ? FORMER : TOTAL;
    }
}
