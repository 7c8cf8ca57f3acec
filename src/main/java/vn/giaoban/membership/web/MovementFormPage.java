package vn.giaoban.membership.web;

import java.util.List;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

public record MovementFormPage(String member, List<Option> kinds, MovementForm form, FormErrors errors)
        implements Page {}
