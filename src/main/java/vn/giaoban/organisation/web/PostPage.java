package vn.giaoban.organisation.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** The form by which somebody enters a post. @param found members who fit the text looked for */
public record PostPage(
        Unit unit, PostForm form, List<Option> posts, List<Option> villages, List<Option> found, FormErrors errors)
        implements Page {}
