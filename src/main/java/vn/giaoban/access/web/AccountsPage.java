package vn.giaoban.access.web;

import java.util.List;
import vn.giaoban.access.Account;
import vn.giaoban.access.Proposal;
import vn.giaoban.ui.Page;

/** The accounts one looks after, and what waits for a second person. */
public record AccountsPage(List<Account> accounts, List<Waiting> waiting) implements Page {

    /**
     * A proposal as a line.
     *
     * @param what role and unit, for a grant
     * @param decidable not one's own account
     * @param confirmable nor asked for by oneself
     */
    public record Waiting(Proposal proposal, String what, boolean decidable, boolean confirmable) {}
}
