package vn.giaoban.importing.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.importing.ComparedLine;
import vn.giaoban.importing.Comparison.Kind;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.Person;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;
import vn.giaoban.ui.Wording;

/**
 * A comparison to be worked off.
 *
 * @param progress null when it has ended
 * @param counts lines of each kind, and how many are decided
 * @param kind which lines are shown; null where there are none
 * @param people those of the lines whom the reader may see today
 */
public record ComparisonPage(
        ComparisonsPage.Named named,
        @Nullable ImportProgress progress,
        Map<Kind, int[]> counts,
        @Nullable Kind kind,
        List<ComparedLine> lines,
        Map<MemberId, Person> people,
        Pager pager,
        FormErrors errors)
        implements Page {

    /** A value as it is read: days day first, codes by their names. */
    public static String written(String field, String value, Wording words) {
        if (value.isEmpty()) {
            return words.text("importing.compare.empty");
        }
        return switch (field) {
            case "sex" -> words.text("membership.Sex." + value);
            case "degree" -> words.text("membership.Degree." + value);
            case "birth", "official_day" -> dayFirst(value);
            default -> value;
        };
    }

    /** {@code 07/02/1974} of {@code 1974-02-07}, {@code 02/1974} of {@code 1974-02}. */
    private static String dayFirst(String value) {
        var parts = Arrays.asList(value.split("-"));
        Collections.reverse(parts);
        return String.join("/", parts);
    }
}
