package vn.giaoban.access.web;

import java.time.Instant;
import java.util.List;
import vn.giaoban.access.Account;
import vn.giaoban.access.Token;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** One's own account. */
public record OwnAccountPage(
        Account account, List<Line> notices, List<GrantLine> grants, List<TokenLine> tokens, FormErrors errors)
        implements Page {

    /** A notice in words. */
    public record Line(Instant at, String words, boolean seen) {}

    public record TokenLine(Token token, boolean good) {}

    public boolean anyUnseen() {
        return notices.stream().anyMatch(notice -> !notice.seen());
    }
}
