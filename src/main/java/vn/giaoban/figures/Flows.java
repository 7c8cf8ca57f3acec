package vn.giaoban.figures;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The table of movement: {@code opening + IN - OUT = closing}, for every unit, period, structure and instant (counting.md 3). */
public final class Flows {

    static final Set<String> IN =
            Set.of("admission", "readmission", "restored", StepRows.TRANSFERS_IN, StepRows.WITH_UNITS_IN);

    static final Set<String> OUT = Set.of(
            StepRows.TRANSFERS_OUT, StepRows.WITH_UNITS_OUT, "annulled", "struck-off", "resigned", "expelled", "died");

    static final Set<String> INSIDE = Set.of("recognition", "recognition-annulled");

    /** Indicators of the table, in its order. */
    public static final List<String> INCREASES =
            List.of("admissions", "readmissions", "restored", "transfers-in", "with-units-in");

    public static final List<String> DECREASES =
            List.of("transfers-out", "with-units-out", "annulled", "struck-off", "resigned", "expelled", "died");

    public static final String OPENING = "opening";
    public static final String CLOSING = "closing";

    private Flows() {}

    /** Everything that the table of movement is made of. */
    static List<String> table() {
        return Stream.of(List.of(OPENING), INCREASES, DECREASES, List.of(CLOSING))
                .flatMap(List::stream)
                .toList();
    }
}
