package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.List;

/**
 * From which day party age counts: the first decision to admit, moved forward by the time out of the Party. {@link Seniority} says why.
 *
 * @param from first day on which this holds; a readmission begins a new stretch
 * @param partyFrom party age is the completed years since this day
 */
public record PartyAge(LocalDate from, LocalDate until, LocalDate partyFrom) {

    /** Empty where no paper says when the person was admitted. */
    static List<PartyAge> of(Facts facts) {
        return new SeniorityReader(facts.joined()).read(facts.moves()).stretches();
    }
}
