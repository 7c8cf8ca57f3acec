package vn.giaoban.access.web;

import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** A new password of one's own. What was typed is never sent back. */
public record PasswordPage(FormErrors errors) implements Page {}
