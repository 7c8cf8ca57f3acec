package vn.giaoban.access.web;

import java.util.List;
import vn.giaoban.access.Account;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** A role to be asked for. @param posts that a right may hang on, for accounts with a person behind them; else none */
public record GrantPage(Account account, List<Option> roles, List<Option> posts, GrantForm form, FormErrors errors)
        implements Page {}
