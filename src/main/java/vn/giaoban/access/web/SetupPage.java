package vn.giaoban.access.web;

import java.util.List;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** The first visit. */
public record SetupPage(SetupForm form, List<Option> kinds, FormErrors errors) implements Page {}
