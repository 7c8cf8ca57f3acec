package vn.giaoban.reporting;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.figures.FreezeId;
import vn.giaoban.figures.Freezes;
import vn.giaoban.figures.Question;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.record.Entries;
import vn.giaoban.reporting.ReportingPeriod.Closing;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;

/**
 * Settles the figures of a reporting period (chốt số liệu): one freeze of the unit that asks, and at its instant the figures of every unit
 * that was asked. What is entered afterwards shows as a difference.
 */
@Service
public class PeriodClosing {

    private final ReportingPeriods periods;
    private final PeriodRows rows;
    private final ConfirmationRows confirmations;
    private final AskedUnits asked;
    private final Freezes freezes;
    private final Entries entries;
    private final Organisation organisation;
    private final TransactionTemplate transaction;

    PeriodClosing(
            ReportingPeriods periods,
            PeriodRows rows,
            ConfirmationRows confirmations,
            AskedUnits asked,
            Freezes freezes,
            Entries entries,
            Organisation organisation,
            PlatformTransactionManager transactions) {
        this.periods = periods;
        this.rows = rows;
        this.confirmations = confirmations;
        this.asked = asked;
        this.freezes = freezes;
        this.entries = entries;
        this.organisation = organisation;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Closes a period. Who did not confirm is settled all the same: the page says who.
     *
     * @throws Refusal as {@link Freezes#freeze}; if it was settled already; "not found" without the right to keep the register
     */
    public FreezeId close(Actor by, long id, @Nullable String note, AsOf at) {
        var period = Objects.requireNonNull(transaction.execute(status -> periods.kept(by, id, at)));
        var question =
                Question.of(period.unit(), period.from(), period.lastDay().plusDays(1));
        var freeze = freezes.freeze(by, question, note);
        var known = freezes.of(by, question).stream()
                .filter(one -> one.id().equals(freeze))
                .findFirst()
                .orElseThrow()
                .reading()
                .known();
        transaction.executeWithoutResult(status -> {
            var units = asked.of(period, known);
            var figures = asked.figures(period, units, known);
            var registers = Stream.concat(
                            units.stream().map(Unit::register),
                            Stream.of(organisation.unit(period.unit(), at).register()))
                    .collect(Collectors.toSet());
            var entry = entries.begin(by, registers, "reporting.period-settled", note);
            if (!rows.supersede(id, entry)) {
                throw ReportingRefusal.periodNotFound();
            }
            rows.insertClosed(period, new Closing(freeze, known), entry);
            for (var unit : units) {
                confirmations.settle(
                        unit.register(), id, unit.id(), Objects.requireNonNull(figures.get(unit.id())), entry);
            }
        });
        return freeze;
    }
}
