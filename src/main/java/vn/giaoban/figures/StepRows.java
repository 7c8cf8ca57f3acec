package vn.giaoban.figures;

import java.util.Set;

/**
 * The steps of people: {@code register_id, member_id, movement_id, kind, day, from_unit, to_unit, degree}. A step of kind {@code transfer}
 * or {@code carried} has two cells and crosses borders; every other kind happens at one cell and is a flow by its own name.
 *
 * @param present who belongs where on a day; a border that moves takes them along
 * @param steps with {@code :from}, {@code :until}, {@code :known}
 * @param touched people of whom anything became known after <code>:after</code> and up to <code>:up_to</code>: {@code register_id, member_id}
 * @param ahead people of whom a row, as all is known now, begins or ends after <code>:after</code> and up to <code>:up_to</code>, days of which the
 *     first is not over: {@code register_id, member_id}; nulls if that cannot be told
 * @param places every unit that any row about somebody names, whenever it was known: {@code register_id, member_id, unit_id}
 * @param details what a breakdown joins to each step <code>r</code>, on the day of the step; people one by one, for they are few
 */
public record StepRows(
        String code, DayRows present, String steps, String details, String touched, String ahead, String places) {

    public static final String TRANSFERS_IN = "transfers-in";
    public static final String TRANSFERS_OUT = "transfers-out";
    public static final String TRANSFERS_WITHIN = "transfers-within";
    public static final String WITH_UNITS_IN = "with-units-in";
    public static final String WITH_UNITS_OUT = "with-units-out";

    static final Set<String> CROSSINGS =
            Set.of(TRANSFERS_IN, TRANSFERS_OUT, TRANSFERS_WITHIN, WITH_UNITS_IN, WITH_UNITS_OUT);
}
