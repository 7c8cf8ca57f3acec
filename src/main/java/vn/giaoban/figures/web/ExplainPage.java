package vn.giaoban.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Explanation;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** Why a number is not what it was. */
public record ExplainPage(
        View view,
        List<Option> indicators,
        String indicator,
        String since,
        @Nullable Explanation explanation) implements Page {}
