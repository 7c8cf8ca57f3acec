package vn.giaoban.importing.web;

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
        implements Page {}
