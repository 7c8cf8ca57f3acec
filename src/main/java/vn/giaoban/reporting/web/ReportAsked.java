package vn.giaoban.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.FiguresRefusal;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.reporting.Period;
import vn.giaoban.shared.Days;

/**
 * How a report is asked for, the same for the page and every paper.
 *
 * @param period as {@link Period#of} reads it; left out: from the beginning of the year to the selected day
 * @param first with {@code last}: a period of one's own, which comes before {@code period}
 * @param structure as {@link TreeChoice#of} reads it, or {@code restated} with {@code restated} as its day
 * @param known instant up to which entries are read
 * @param entered the same as a day: to its end; comes before {@code known}
 * @param sort column of the table by units
 */
record ReportAsked(
        @Nullable String period,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        @Nullable String structure,
        @Nullable LocalDate restated,
        @Nullable Instant known,
        @Nullable LocalDate entered,
        @Nullable String sort) {

    Period period(LocalDate day) {
        if (first != null && last != null) {
            return Period.of(first + ".." + last);
        }
        return period == null || period.isBlank() ? Period.yearTo(day) : Period.of(period);
    }

    TreeChoice tree() {
        var text = Objects.requireNonNullElse(structure, "as-was");
        if (text.equals("restated") && restated != null) {
            return TreeChoice.restatedTo(restated);
        }
        return TreeChoice.of(text).orElseThrow(() -> FiguresRefusal.notAStructure(text));
    }

    /** Null: everything recorded until now. */
    @Nullable
    Instant instant() {
        return entered == null
                ? known
                : entered.plusDays(1).atStartOfDay(Days.ZONE).toInstant().minusNanos(1_000);
    }

    String sorting() {
        return Objects.requireNonNullElse(sort, "");
    }
}
