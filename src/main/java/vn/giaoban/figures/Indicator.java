package vn.giaoban.figures;

/**
 * Something that can be counted for a unit and a period, declared by the module that owns the rows.
 *
 * @param addsUp whether own + lines = total holds for it (counting.md 4)
 * @param delicate shown to readers without right to people only above the limits of small counts
 * @param asWasOnly has no meaning under the tree of another day
 * @param version of the definition; a freeze keeps it, so it grows whenever the meaning changes
 */
public record Indicator(
        String code,
        Name name,
        Measure measure,
        Reckoning reckoning,
        boolean addsUp,
        boolean delicate,
        boolean asWasOnly,
        int version) {

    /** A stock is taken at the end of a day, a flow counts events of the period, a ratio divides one figure by another. */
    public enum Kind {
        STOCK,
        FLOW,
        RATIO
    }

    /** In what it is counted. */
    public enum Measure {
        MEMBER(new Name("đảng viên", "members")),
        UNIT(new Name("tổ chức", "units")),
        VILLAGE(new Name("thôn, tổ dân phố", "villages")),
        PERSON(new Name("người", "people")),
        PERCENT(new Name("%", "%"));

        private final Name wording;

        Measure(Name wording) {
            this.wording = wording;
        }

        public Name wording() {
            return wording;
        }
    }

    public static Indicator of(String code, String vi, String en, Measure measure, Reckoning reckoning) {
        return new Indicator(code, new Name(vi, en), measure, reckoning, reckoning.addsUp(), false, false, 1);
    }

    public Indicator withheldIfSmall() {
        return new Indicator(code, name, measure, reckoning, addsUp, true, asWasOnly, version);
    }

    /** Meant for the tree of each day alone, and not to be added up. */
    public Indicator onlyAsWas() {
        return new Indicator(code, name, measure, reckoning, false, delicate, true, version);
    }

    public Kind kind() {
        return reckoning.kind();
    }
}
