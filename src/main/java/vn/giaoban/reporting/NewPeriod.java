package vn.giaoban.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.reporting.ReportingPeriod.Asked;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.Vietnamese;

/**
 * What is typed to open a reporting period, or to correct one.
 *
 * @param from null: 1 January of the year of the cut-off day, so that figures are cumulative
 * @param confirmBy null: the cut-off day itself
 */
public record NewPeriod(
        @Nullable String name,
        @Nullable LocalDate from,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate confirmBy,
        Asked asked,
        @Nullable String document) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DOCUMENT = 200;
    private static final int MOST_YEARS = 5;

    /** The same with everything that may be left out. */
    record Whole(String name, LocalDate from, LocalDate lastDay, LocalDate confirmBy, Asked asked, String document) {}

    /** @throws Refusal with all that is wrong at once */
    Whole whole() {
        var wrong = new ArrayList<Refusal>();
        var called = Vietnamese.normal(Objects.requireNonNullElse(name, ""));
        var source = Vietnamese.normal(Objects.requireNonNullElse(document, ""));
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            wrong.add(ReportingRefusal.periodNeedsAName(LONGEST_NAME));
        }
        if (source.length() > LONGEST_DOCUMENT) {
            wrong.add(ReportingRefusal.documentTooLong(LONGEST_DOCUMENT));
        }
        if (lastDay == null) {
            wrong.add(ReportingRefusal.periodNeedsACutOff());
            throw new Refusals(wrong);
        }
        var first = from == null ? lastDay.withDayOfYear(1) : from;
        var limit = confirmBy == null ? lastDay : confirmBy;
        if (first.isAfter(lastDay)) {
            wrong.add(ReportingRefusal.periodEndsBeforeItBegins(first, lastDay));
        } else if (first.plusYears(MOST_YEARS).isBefore(lastDay)) {
            wrong.add(ReportingRefusal.periodTooLong(MOST_YEARS));
        }
        if (limit.isBefore(first) || limit.isAfter(lastDay.plusYears(1))) {
            wrong.add(ReportingRefusal.confirmByOutOfRange(limit, first));
        }
        if (!wrong.isEmpty()) {
            throw wrong.size() == 1 ? wrong.get(0) : new Refusals(wrong);
        }
        return new Whole(called, first, lastDay, limit, asked, source);
    }
}
