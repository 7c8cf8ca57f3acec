package vn.giaoban.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a person.
 *
 * @param birth as papers give it: dd/mm/yyyy, mm/yyyy or yyyy
 * @param education the highest level, general or professional
 * @param citizen citizen number of a province code that nobody has
 * @param cell where the person belongs at the opening; null for those who join later
 * @param decided day of the decision to admit; party age counts from it
 * @param ceremony day of the ceremony
 * @param official day on which probation ended; null if it had not, or for those who join later by admission
 * @param exempt exempt from work and meetings since this day, at the opening
 */
record MemberRow(
        String ref,
        String name,
        String birth,
        char sex,
        String ethnicity,
        String religion,
        String education,
        String theory,
        String occupation,
        @Nullable String citizen,
        @Nullable String card,
        @Nullable String cv,
        @Nullable String cell,
        @Nullable LocalDate decided,
        @Nullable LocalDate ceremony,
        @Nullable LocalDate official,
        @Nullable LocalDate exempt) {

    boolean opening() {
        return cell != null;
    }
}
