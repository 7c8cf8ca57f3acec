package vn.giaoban.recount;

/** A count, or the reason why there is none. */
record Figure(Long value, String why) {

    static Figure of(long value) {
        return new Figure(value, null);
    }

    static Figure none(String why) {
        return new Figure(null, why);
    }

    /** As in a movement table, where a missing opening or closing counts as nothing. */
    long orZero() {
        return value == null ? 0 : value;
    }

    @Override
    public String toString() {
        return value == null ? why : value.toString();
    }
}
