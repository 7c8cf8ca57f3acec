package vn.giaoban.access.web;

import java.util.List;
import vn.giaoban.access.Account;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** An account as its administrators see it. @param own whether it is the reader's: nobody administers oneself */
public record AccountPage(Account account, String home, List<GrantLine> grants, boolean own, FormErrors errors)
        implements Page {}
