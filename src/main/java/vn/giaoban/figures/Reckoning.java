package vn.giaoban.figures;

import java.util.Set;

/**
 * How an indicator is counted. All texts are constants of the declaring module; nothing that a person typed ever becomes part of a
 * statement (decision 0040).
 */
public sealed interface Reckoning {

    Indicator.Kind kind();

    default boolean addsUp() {
        return kind() != Indicator.Kind.RATIO;
    }

    /** On which day of a period a stock is taken. */
    enum Moment {
        /** The end of the day before the period. */
        OPENING,
        /** The end of the period's last day. */
        CLOSING,
        /** The end of the year before that of the period's first day. */
        YEAR_BEFORE
    }

    /** How far across the border a movement goes (counting.md 3). */
    enum Reach {
        ANY,
        NEAR,
        FAR
    }

    /**
     * Rows that are there on a day.
     *
     * @param condition on a row {@code r}, or {@code true}
     * @param detailed whether the condition reads the joined details
     */
    record OnDay(DayRows rows, Moment moment, String condition, boolean detailed) implements Reckoning {
        @Override
        public Indicator.Kind kind() {
            return Indicator.Kind.STOCK;
        }
    }

    /** Rows with one unit and one day. */
    record InPeriod(EventRows rows, String condition) implements Reckoning {
        @Override
        public Indicator.Kind kind() {
            return Indicator.Kind.FLOW;
        }
    }

    /** Persons who cross the border, or to whom something happens inside. {@code flows}: see {@link StepRows}. */
    record Across(StepRows rows, Set<String> flows, Reach reach) implements Reckoning {
        public Across {
            flows = Set.copyOf(flows);
        }

        @Override
        public Indicator.Kind kind() {
            return Indicator.Kind.FLOW;
        }

        /** What passes between two children is inside their parent. */
        @Override
        public boolean addsUp() {
            return flows.stream().noneMatch(StepRows.CROSSINGS::contains);
        }
    }

    /**
     * Who came to be in another part of a breakdown, with nobody crossing the border: what the table of movement of the part leaves over.
     * Of the whole it is nothing (counting.md 3).
     *
     * @param present who belongs where on a day; only breakdowns of these rows have such parts
     */
    record ByAttribute(DayRows present) implements Reckoning {
        @Override
        public Indicator.Kind kind() {
            return Indicator.Kind.FLOW;
        }
    }

    /** One indicator in hundredths of another; both by code. */
    record Share(String part, String whole) implements Reckoning {
        @Override
        public Indicator.Kind kind() {
            return Indicator.Kind.RATIO;
        }
    }

    /** People who live where the unit is: typed, with day and source (see {@link Populations}). */
    record Population() implements Reckoning {
        @Override
        public Indicator.Kind kind() {
            return Indicator.Kind.STOCK;
        }

        @Override
        public boolean addsUp() {
            return false;
        }
    }
}
