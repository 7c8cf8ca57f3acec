package vn.giaoban.organisation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Holding;
import vn.giaoban.organisation.Term;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;

/**
 * A unit's committee: its terms, and who held which post in each.
 *
 * @param terms the newest first
 * @param names of holders, for a reader who may see persons here
 */
public record CommitteePage(
        Unit unit, LocalDate day, List<Term> terms, List<Holding> holdings, Map<Long, String> names, boolean mayChange)
        implements Page {

    /** The term of the day, or the last before it if that has expired. */
    public @Nullable Term current() {
        return terms.stream()
                .filter(term -> !term.from().isAfter(day))
                .findFirst()
                .orElse(null);
    }

    public List<Term> others() {
        return terms.stream().filter(term -> !term.equals(current())).toList();
    }

    public boolean expired(Term term) {
        return !term.until().isAfter(day);
    }

    /** Those in a post on the day. */
    public List<Holding> today() {
        return holdings.stream()
                .filter(holding -> !holding.from().isAfter(day)
                        && (holding.until() == null || holding.until().isAfter(day)))
                .toList();
    }

    /** Those who held a post in a term, in the order of posts; where there is no term, all who left their post. */
    public List<Holding> of(@Nullable Term term) {
        return holdings.stream()
                .filter(holding -> term == null
                        ? holding.until() != null && !holding.until().isAfter(day)
                        : term.includes(holding))
                .toList();
    }

    public String holder(Holding holding, String somebody) {
        return names.getOrDefault(holding.id(), somebody);
    }
}
