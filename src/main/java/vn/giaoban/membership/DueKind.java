package vn.giaoban.membership;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A list of what is due, or has to be looked at: of persons, or of units. */
public enum DueKind {
    /** Months of probation are over or soon will be, and the cell still has time to decide. */
    PROBATION_ENDING(true, "months-of-probation", "days-ahead-of-probation", "working-days-to-recognise"),
    /** The cell's time to decide has passed. */
    PROBATION_OVERDUE(true, "months-of-probation", "working-days-to-recognise"),
    /** Years of a badge are completed in the months of one award day. */
    BADGE(true),
    NO_CARD(true),
    NO_CV_NUMBER(true),
    NO_SECRETARY(false),
    /** The committee's term is over or soon will be. */
    TERM(false, "months-ahead-of-term"),
    TOO_FEW(false, "official-for-a-cell"),
    NO_CELL_COMMITTEE(false, "official-for-a-cell-committee"),
    MANY(false, "official-for-a-base-organisation"),
    NO_ADMISSION(false, "months-without-admission");

    private final boolean persons;
    private final List<String> rules;

    DueKind(boolean persons, String... rules) {
        this.persons = persons;
        this.rules = List.of(rules);
    }

    /** Whether the list names persons; else units. */
    public boolean ofPersons() {
        return persons;
    }

    /** Codes of the limits that the list goes by. */
    List<String> rules() {
        return rules;
    }

    /** As it stands in addresses: {@code probation-overdue}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DueKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
