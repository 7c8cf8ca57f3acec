package vn.giaoban.recount;

import java.time.LocalDate;

/** Under which tree things are read. As-was has no day of its own; as-is is the last day of the period. */
record Structure(String name, LocalDate day) {

    static final Structure AS_WAS = new Structure("as-was", null);

    static Structure asIs(LocalDate until) {
        return new Structure("as-is", until.minusDays(1));
    }

    static Structure restated(LocalDate day) {
        return new Structure(day.toString(), day);
    }

    boolean isAsWas() {
        return day == null;
    }

    /** The day whose tree a thing of that day is read under. */
    LocalDate of(LocalDate ofThing) {
        return isAsWas() ? ofThing : day;
    }

    @Override
    public String toString() {
        return name;
    }
}
