package vn.giaoban.membership;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.Verb;

/**
 * What becomes of a report: the officer of the base confirms it as reported or with something put right, or returns it with a word; its
 * reporter may take it back while it waits.
 */
@Service
public class ReportAnswers {

    private final ReportRows rows;
    private final ReportCheck check;
    private final Recording recording;
    private final ChangeWriter changing;
    private final Reach reach;
    private final Organisation organisation;
    private final Entries entries;
    private final TransactionTemplate transaction;

    ReportAnswers(
            ReportRows rows,
            ReportCheck check,
            Recording recording,
            ChangeWriter changing,
            Reach reach,
            Organisation organisation,
            Entries entries,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.check = check;
        this.recording = recording;
        this.changing = changing;
        this.reach = reach;
        this.organisation = organisation;
        this.entries = entries;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A report as the officer has it.
     *
     * @param said what differs from the report makes it a correction
     * @param words to the reporter
     * @param insists what he says again after he was asked
     */
    public record Confirmed(Report.Said said, @Nullable String words, Set<Insistence> insists) {}

    /**
     * Makes the record of it, as reported or as put right.
     *
     * @throws Refusals if it cannot be true, with everything that is wrong; then it goes on waiting
     */
    public void confirm(Actor by, ReportId id, Confirmed confirmed) {
        var said = confirmed.said();
        var words = confirmed.words();
        transaction.executeWithoutResult(status -> {
            var report = answerable(by, id);
            check.check(said);
            var reason = "theo báo cáo của " + report.login() + (words == null ? "" : ": " + words);
            var entry = entries.begin(by, Set.of(id.register()), "membership.report-confirmed", reason);
            var outcome = said.equals(report.said()) ? Report.Outcome.CONFIRMED : Report.Outcome.CORRECTED;
            if (!rows.answer(entry, id, outcome, words)) {
                throw MembershipRefusal.reportAnswered();
            }
            record(by, report, confirmed, reason);
        });
    }

    private void record(Actor by, Report report, Confirmed confirmed, String reason) {
        var said = confirmed.said();
        var member = report.member();
        var kind = said.kind().movement();
        if (said.kind() == Report.Kind.ADMISSION) {
            var profile = Objects.requireNonNull(ReportCheck.readPerson(said).profile());
            var newcomer = new Recording.Newcomer(profile, null, what(report, said));
            recording.welcome(by, report.cell(), report.id().register(), newcomer, confirmed.insists());
        } else if (kind != null) {
            recording.move(by, Objects.requireNonNull(member), what(report, said), reason, confirmed.insists());
        } else if (said.kind() == Report.Kind.CHANGE) {
            changing.enter(
                    by,
                    Objects.requireNonNull(member),
                    new Corrections.Change(
                            Objects.requireNonNull(said.attribute()), said.day(), said.value(), said.decisionNo()),
                    reason);
        }
    }

    private NewMovement.What what(Report report, Report.Said said) {
        var to = said.kind() == Report.Kind.ADMISSION
                ? NewMovement.Place.cell(organisation
                        .lastName(report.cell(), reach.today().known())
                        .code())
                : new NewMovement.Place(said.toCell(), said.outside());
        return new NewMovement.What(
                "",
                Objects.requireNonNull(said.kind().movement()),
                new NewMovement.On(Objects.requireNonNull(said.day()), said.decisionDay(), null, null, null),
                NewMovement.Place.NONE,
                to,
                said.decisionNo(),
                null);
    }

    /**
     * Returns a report to its cell; nothing of it is entered.
     *
     * @param words what is missing or wrong, for the one who reported; must be given
     * @throws MembershipRefusal "not found" for who may not answer, or if it was answered already
     */
    public void giveBack(Actor by, ReportId id, @Nullable String words) {
        if (words == null || words.isBlank()) {
            throw MembershipRefusal.of(RowError.of(1, "words", "missing"));
        }
        transaction.executeWithoutResult(status -> {
            answerable(by, id);
            var entry = entries.begin(by, Set.of(id.register()), "membership.report-returned", words);
            if (!rows.answer(entry, id, Report.Outcome.RETURNED, words)) {
                throw MembershipRefusal.reportAnswered();
            }
        });
    }

    /** By whoever reported it, while it waits. */
    public void takeBack(Actor by, ReportId id) {
        transaction.executeWithoutResult(status -> {
            var report = check.theirs(by, id);
            if (!report.login().equals(by.login())) {
                throw MembershipRefusal.mayNotRecord();
            }
            var entry = entries.begin(by, Set.of(id.register()), "membership.report-taken-back", null);
            if (!rows.answer(entry, id, Report.Outcome.TAKEN_BACK, null)) {
                throw MembershipRefusal.reportAnswered();
            }
        });
    }

    private Report answerable(Actor by, ReportId id) {
        var report = check.theirs(by, id);
        if (report.answer() != null) {
            throw MembershipRefusal.reportAnswered();
        } else if (!organisation.may(by, Verb.CONFIRM, report.cell(), reach.today())) {
            throw MembershipRefusal.mayNotRecord();
        }
        return report;
    }
}
