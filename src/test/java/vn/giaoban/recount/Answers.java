package vn.giaoban.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the project answers: through its module, or over HTTP as a stranger reads it. */
interface Answers {

    /** What is asked. */
    record Asked(String unit, LocalDate from, LocalDate until, Structure structure, Instant known) {

        @Override
        public String toString() {
            return unit + " [" + from + ", " + until + ") " + structure + " known at " + known;
        }
    }

    /** Figures by code, each as text: the value, or why there is none. {@code days} is empty for the unit's own line. */
    record Line(String unit, boolean own, List<String> days, Map<String, String> figures) {}

    Map<String, String> figures(Asked asked);

    /** Values by code of the indicator, then by part, and as {@code F|dai-hoc} of the parts within it; a part that is 0 may be missing. */
    Map<String, Map<String, String>> parts(Asked asked, String by);

    List<Line> lines(Asked asked);

    /** How many rows stand behind a number. */
    int rows(Asked asked, String indicator);
}
