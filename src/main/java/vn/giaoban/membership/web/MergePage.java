package vn.giaoban.membership.web;

import vn.giaoban.membership.Merges;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Two records side by side, and what would come of them. */
public record MergePage(Merges.Preview preview, String reason, FormErrors errors) implements Page {}
