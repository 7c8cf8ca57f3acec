package vn.giaoban.importing.web;

import java.util.List;
import java.util.Map;
import vn.giaoban.importing.ComparedLine;
import vn.giaoban.importing.Comparison.Kind;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.Person;
import vn.giaoban.ui.Page;

/** The signed record of a comparison. @param most lines that are printed; the others are counted */
public record ComparisonMinutesPage(
        ComparisonsPage.Named named,
        Map<Kind, int[]> counts,
        List<ComparedLine> lines,
        Map<MemberId, Person> people,
        int most)
        implements Page {

    public int all() {
        return counts.values().stream().mapToInt(count -> count[0]).sum();
    }
}
