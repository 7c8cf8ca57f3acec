package vn.giaoban.membership.web;

import java.util.List;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

public record NewMemberPage(
        NewMemberForm form,
        List<Option> kinds,
        List<Option> ethnicities,
        List<Option> educations,
        List<Option> theories,
        FormErrors errors)
        implements Page {}
