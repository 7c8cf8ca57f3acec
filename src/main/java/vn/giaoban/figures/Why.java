package vn.giaoban.figures;

/** Why there is no value. */
public enum Why {
    /** The unit, or its place in this line, began later. */
    NOT_YET,
    /** The unit, or its place in this line, had ended. */
    ENDED,
    /** Meant only for the tree of each day. */
    AS_WAS_ONLY,
    /** Too small to be shown to a reader without right to people. */
    WITHHELD,
    /** Nothing to divide by. */
    NO_BASE,
    /** What it is made of has not been entered. */
    NO_DATA;

    /** As in message files: {@code figures.why.not-yet}. */
    public String message() {
        return "figures.why." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
