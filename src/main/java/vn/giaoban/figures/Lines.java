package vn.giaoban.figures;

import vn.giaoban.shared.Sql;

/** For which units a reading counts: the unit as a whole, one line per child, or a closed unit's former area. */
enum Lines {
    TOTAL("inside-total.sql"),
    CHILDREN("inside-children.sql"),
    FORMER("inside-former.sql");

    /** From each unit to where it stands, whatever the planner thinks of their number. */
    private static final String STANDING = """
            wanted
             cross join lateral (select * from organisation_api.stands_under x where x.unit_id = wanted.unit_id offset 0)""";

    private final String text;

    Lines(String file) {
        this.text = Sql.beside(Lines.class, file) + Sql.beside(Lines.class, "counted.sql");
    }

    /** Begins every statement: which units are inside on which days. */
    String inside() {
        return text.replace("{wanted}", "").replace("{standing}", "organisation_api.stands_under");
    }

    /**
     * The same of some units alone.
     *
     * @param wanted common table expressions; the last is {@code wanted} with {@code unit_id}
     */
    String inside(String wanted) {
        return text.replace("{wanted}", "\n" + wanted.strip()).replace("{standing}", STANDING);
    }

    static Lines total(Reading reading) {
        return reading.former() ? FORMER : TOTAL;
    }
}
