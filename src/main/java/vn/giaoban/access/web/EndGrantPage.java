package vn.giaoban.access.web;

import vn.giaoban.access.Account;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Asks before a role ends. */
public record EndGrantPage(Account account, GrantLine line, FormErrors errors) implements Page {}
