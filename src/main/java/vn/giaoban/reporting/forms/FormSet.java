package vn.giaoban.reporting.forms;

import java.time.LocalDate;
import java.util.List;

/**
 * Forms that an instrument prescribes together, in force from a day.
 *
 * @param verified whether they were compared with the original; until then every page says they were not
 * @param until exclusive
 */
public record FormSet(
        String code, String name, String source, LocalDate from, LocalDate until, boolean verified, List<Form> forms) {

    public FormSet {
        forms = List.copyOf(forms);
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** Whether it had been replaced by a day. */
    public boolean hasEnded(LocalDate day) {
        return !day.isBefore(until);
    }
}
