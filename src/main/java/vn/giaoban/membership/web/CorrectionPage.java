package vn.giaoban.membership.web;

import java.util.List;
import java.util.Map;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/**
 * What a person's row says, to be put right.
 *
 * @param texts by column
 */
public record CorrectionPage(
        String member,
        Map<String, String> texts,
        boolean sensitive,
        List<Option> ethnicities,
        List<Option> religions,
        List<Option> educations,
        List<Option> theories,
        FormErrors errors)
        implements Page {

    /** What stands in a field. */
    public String text(String column) {
        return texts.getOrDefault(column, "");
    }
}
