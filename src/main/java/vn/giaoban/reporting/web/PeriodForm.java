package vn.giaoban.reporting.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.reporting.NewPeriod;
import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.reporting.ReportingPeriod.Asked;

/** A reporting period as it was typed; what may be left out, {@link NewPeriod} fills in. */
public record PeriodForm(
        @Nullable String name,
        @Nullable LocalDate from,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate confirmBy,
        @Nullable String asked,
        @Nullable String document) {

    static final PeriodForm EMPTY = new PeriodForm(null, null, null, null, Asked.DIRECT.name(), null);

    static PeriodForm of(ReportingPeriod period) {
        return new PeriodForm(
                period.name(),
                period.from(),
                period.lastDay(),
                period.confirmBy(),
                period.asked().name(),
                period.document());
    }

    NewPeriod toNewPeriod() {
        return new NewPeriod(
                name, from, lastDay, confirmBy, Asked.BASE.name().equals(asked) ? Asked.BASE : Asked.DIRECT, document);
    }
}
