package vn.giaoban.membership.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Due;
import vn.giaoban.membership.DueKind;
import vn.giaoban.ui.Wording;

/**
 * A list of what is due in words.
 *
 * @param title with its limit, such as “Chi bộ dưới 3 đảng viên chính thức”
 * @param why how it is computed
 * @param rules what it goes by
 */
public record DueTitle(DueKind kind, String title, String why, List<Due.Rule> rules) {

    /** @param award of badges: when they are handed over; null where no rule says so */
    static DueTitle of(DueKind kind, List<Due.Rule> rules, @Nullable LocalDate award, Wording words) {
        var key = "membership.due." + kind.code();
        var values = kind == DueKind.BADGE
                ? new Object[] {award == null ? words.text("membership.none") : words.day(award)}
                : rules.stream().map(Due.Rule::value).toArray();
        return new DueTitle(kind, words.text(key, values), words.text(key + ".why", values), rules);
    }

    /** The instruments behind it, each once. */
    public List<String> sources() {
        return rules.stream().map(Due.Rule::source).distinct().toList();
    }

    public boolean verified() {
        return rules.stream().allMatch(Due.Rule::verified);
    }
}
