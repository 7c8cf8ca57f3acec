package vn.giaoban.organisation.web;

import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** The form of a term. @param term the one to be corrected; null for a new one */
public record TermPage(Unit unit, @Nullable Long term, TermForm form, FormErrors errors) implements Page {}
