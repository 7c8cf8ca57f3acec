package vn.giaoban.access.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.access.Account;
import vn.giaoban.access.Token;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** One's own account. */
public record OwnAccountPage(
        Account account,
        List<Line> notices,
        List<GrantLine> grants,
        List<TokenLine> tokens,
        TokenForm form,
        FormErrors errors)
        implements Page {

    /** What the owner typed for a new token. */
    public record TokenForm(@Nullable String name, @Nullable String days) {

        static final TokenForm EMPTY = new TokenForm(null, "30");

        /** 0, which is refused with its reason, for what is no number. */
        int asDays() {
            return days != null && days.strip().matches("[0-9]{1,4}") ? Integer.parseInt(days.strip()) : 0;
        }
    }

    /** A notice in words. */
    public record Line(Instant at, String words, boolean seen) {}

    public record TokenLine(Token token, boolean good) {}

    public boolean anyUnseen() {
        return notices.stream().anyMatch(notice -> !notice.seen());
    }
}
