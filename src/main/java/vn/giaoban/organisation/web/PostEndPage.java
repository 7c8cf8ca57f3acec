package vn.giaoban.organisation.web;

import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Holding;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** The form by which somebody leaves a post. */
public record PostEndPage(
        Unit unit, Holding holding, String holder, @Nullable PostEndForm form, FormErrors errors) implements Page {}
