package vn.giaoban.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Sums.Touched;

/** Who has to be counted twice more beside the sums: of whom anything was recorded since, or changes on days that the sums do not reach. */
@Component
class SumChanges {

    /** More people than this are not counted twice: the rows of the day are read instead. */
    private static final int MOST_PEOPLE = 5_000;

    /** Further back than so many entries, looking for who was touched costs as much as counting. */
    private static final int MOST_ENTRIES = 50;

    private static final Instant LATER_THAN_ALL = Instant.parse("9999-01-01T00:00:00Z");

    private final SumState states;

    SumChanges(SumState states) {
        this.states = states;
    }

    /** @return null where they cannot be told, or are too many: the rows have to be counted */
    @Nullable
    Touched since(SumState.State state, Reading reading) {
        var ends = reading.lastDay().isAfter(state.today());
        if (ends && states.changed(state.today(), reading.until())) {
            return null;
        }
        // First what is ahead as known now, then whoever changed since: of him it may say too much or too little.
        var ahead = ends ? states.ahead(state.today(), reading.lastDay(), MOST_PEOPLE) : Touched.NOBODY;
        var since = ahead == null ? null : recorded(state, reading.known(), ends);
        if (ahead == null || since == null) {
            return null;
        }
        var touched = since.and(ahead);
        return touched.members().size() > MOST_PEOPLE
                ? null
                : new Touched(
                        touched.registers(), touched.members(), states.places(touched.registers(), touched.members()));
    }

    /** @param now whoever changed up to now, not only up to the reading's instant */
    private @Nullable Touched recorded(SumState.State state, Instant known, boolean now) {
        var after = known.isBefore(state.known()) ? known : state.known();
        var upTo = now ? LATER_THAN_ALL : known.isBefore(state.known()) ? state.known() : known;
        if (after.equals(upTo)) {
            return Touched.NOBODY;
        }
        if (states.changed(after, upTo)
                || known.isBefore(state.known()) && states.entries(after, upTo) > MOST_ENTRIES) {
            return null;
        }
        return states.touched(after, upTo, MOST_PEOPLE);
    }
}
