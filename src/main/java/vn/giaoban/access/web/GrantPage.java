package vn.giaoban.access.web;

import java.util.List;
import vn.giaoban.access.Account;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** A role to be asked for. */
public record GrantPage(Account account, List<Option> roles, GrantForm form, FormErrors errors) implements Page {}
