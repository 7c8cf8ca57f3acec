package vn.giaoban.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Term;
import vn.giaoban.organisation.Terms;
import vn.giaoban.reporting.Period;
import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.reporting.ReportingPeriods;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Wording;
import vn.giaoban.ui.Wordings;

/** Which periods a report or a form is offered for: the ordinary ones, the terms of the unit, and its reporting periods by their names. */
@Component
class PeriodChoice {

    private final Terms terms;
    private final ReportingPeriods asked;
    private final Organisation organisation;
    private final Wordings wordings;

    PeriodChoice(Terms terms, ReportingPeriods asked, Organisation organisation, Wordings wordings) {
        this.terms = terms;
        this.asked = asked;
        this.organisation = organisation;
        this.wordings = wordings;
    }

    List<Option> periods(Actor by, AsOf at, UnitId unit, Period shown, Instant known) {
        return options(
                wordings.current(),
                at.day(),
                shown,
                terms.of(unit, known),
                organisation.may(by, Verb.SEE_FIGURES, unit, at) ? asked.of(by, unit, at) : List.of());
    }

    /** The ordinary periods around a day, and the one that is shown. */
    private static List<Option> options(
            Wording words, LocalDate day, Period shown, List<Term> terms, List<ReportingPeriod> asked) {
        var month = YearMonth.from(day);
        var year = day.getYear();
        var codes = new ArrayList<String>();
        codes.add(shown.code());
        codes.add(Period.yearTo(day).code());
        for (var back = 0; back < 3; back++) {
            codes.add(month.minusMonths(back).toString());
        }
        for (var quarter = 1; quarter <= 4; quarter++) {
            codes.add(year + "-Q" + quarter);
        }
        codes.addAll(List.of(year + "-H1", year + "-H2", "" + year, "" + (year - 1)));
        terms.stream()
                .filter(term -> !term.until().equals(Days.FOREVER))
                .forEach(term -> codes.add(term.from() + ".." + term.until().minusDays(1)));
        asked.forEach(period -> codes.add(period.period().code()));
        return codes.stream()
                .distinct()
                .map(code -> new Option(code, named(words, Period.of(code), terms, asked)))
                .toList();
    }

    /** A free period that is a term of the unit, or a reporting period, is called by its name. */
    private static String named(Wording words, Period period, List<Term> terms, List<ReportingPeriod> asked) {
        var term = terms.stream()
                .filter(one -> one.from().equals(period.from()) && one.until().equals(period.until()))
                .findFirst()
                .map(Term::name);
        return term.or(() -> asked.stream()
                        .filter(one -> one.period().code().equals(period.code()))
                        .findFirst()
                        .map(ReportingPeriod::name))
                .map(name -> name + " (" + words.days(period.from(), period.until()) + ")")
                .orElseGet(() -> ReportController.words(words, period));
    }
}
