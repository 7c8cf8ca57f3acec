package vn.giaoban.membership;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * The secretary of a cell reports what has happened, the officer of its base answers: confirms it as reported, confirms it with something put
 * right, or returns it with a word. Only what is confirmed becomes a record, entered by whoever confirmed and naming the reporter.
 */
@Service
public class ChangeReports {

    private static final Duration SHOWN = Duration.ofDays(366);
    private static final Duration RECENT = Duration.ofDays(31);

    private final ReportRows rows;
    private final ReportCheck check;
    private final Membership membership;
    private final MemberReading reading;
    private final Reach reach;
    private final Organisation organisation;
    private final Entries entries;
    private final Looking looking;
    private final TransactionTemplate transaction;

    ChangeReports(
            ReportRows rows,
            ReportCheck check,
            Membership membership,
            MemberReading reading,
            Reach reach,
            Organisation organisation,
            Entries entries,
            Looking looking,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.check = check;
        this.membership = membership;
        this.reading = reading;
        this.reach = reach;
        this.organisation = organisation;
        this.entries = entries;
        this.looking = looking;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A report and the person it is about, as far as the reader may see him today. */
    public record Shown(Report report, @Nullable String person, boolean visible) {}

    /** Reports the asker may answer, and those of the cells he reports for. */
    public record Desk(List<Shown> waiting, List<Shown> own) {}

    /** What waits for the actor's answer, and what became of what he reported in the last year: one recorded read. */
    public Desk desk(Actor by) {
        var desk = looking.at(() -> {
            var today = reach.today();
            var waiting =
                    by.mayAnywhere(Verb.CONFIRM) ? rows.waiting(by.where(Verb.CONFIRM), today) : List.<Report>of();
            var own = by.mayAnywhere(Verb.RECORD)
                    ? rows.since(by.where(Verb.RECORD), today, today.known().minus(SHOWN)).stream()
                            .filter(report ->
                                    report.answer() != null || report.login().equals(by.login()))
                            .toList()
                    : List.<Report>of();
            return Map.entry(waiting, own);
        });
        var all = new ArrayList<>(desk.getKey());
        all.addAll(desk.getValue());
        var names = names(by, all);
        return new Desk(shown(desk.getKey(), names), shown(desk.getValue(), names));
    }

    /** How many reports wait for the actor's answer. */
    public long waiting(Actor by) {
        return by.mayAnywhere(Verb.CONFIRM)
                ? looking.at(() -> rows.countWaiting(by.where(Verb.CONFIRM), reach.today()))
                : 0;
    }

    /** How the reports of the last month from the actor's cells stand; names nobody. */
    public record Standing(long waiting, long returned) {}

    /** How many of the actor's own reports wait, and how many of his cells came back. */
    public Standing standing(Actor by) {
        return looking.at(() -> {
            var today = reach.today();
            var own = by.mayAnywhere(Verb.RECORD)
                    ? rows.since(by.where(Verb.RECORD), today, today.known().minus(RECENT))
                    : List.<Report>of();
            return new Standing(
                    own.stream()
                            .filter(report ->
                                    report.answer() == null && report.login().equals(by.login()))
                            .count(),
                    own.stream()
                            .map(Report::answer)
                            .filter(answer -> answer != null && answer.outcome() == Report.Outcome.RETURNED)
                            .count());
        });
    }

    /**
     * One report, for its reporter's cell or the officer who may answer it: a recorded read of the person.
     *
     * @throws MembershipRefusal "not found" for everybody else
     */
    public Shown report(Actor by, ReportId id) {
        var report = Objects.requireNonNull(transaction.execute(status -> check.theirs(by, id)));
        return shown(List.of(report), names(by, List.of(report))).get(0);
    }

    /** Whether the actor may answer it. */
    public boolean mayAnswer(Actor by, Report report) {
        return report.answer() == null && organisation.may(by, Verb.CONFIRM, report.cell(), reach.today());
    }

    /**
     * Reports something of a member.
     *
     * @throws Refusals with everything that is missing, each at its column
     */
    public ReportId report(Actor by, MemberId member, Report.Said said) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var person = reach.seen(by, member);
            if (!reach.may(by, Verb.RECORD, person)) {
                throw MembershipRefusal.mayNotRecord();
            }
            var cell = person.cell() != null
                    ? person.cell()
                    : reading.lastCell(member).orElseThrow(MembershipRefusal::memberNotFound);
            if (said.kind() == Report.Kind.ADMISSION) {
                throw MembershipRefusal.of(RowError.of(1, "kind", "was-member"));
            }
            check.check(said);
            return enter(by, member.register(), cell, member, said);
        }));
    }

    /** Reports that somebody was admitted in a cell. */
    public ReportId report(Actor by, UnitId cell, Report.Said said) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var unit = organisation.unit(cell, reach.today());
            if (!organisation.may(by, Verb.RECORD, cell, reach.today())) {
                throw OrganisationRefusal.unitNotFound();
            }
            check.check(said);
            return enter(by, unit.register(), cell, null, said);
        }));
    }

    private ReportId enter(Actor by, RegisterId register, UnitId cell, @Nullable MemberId member, Report.Said said) {
        var entry = entries.begin(by, Set.of(register), "membership.report", null);
        var same = rows.waiting(Set.of(cell), reach.today()).stream()
                .anyMatch(other -> Objects.equals(other.member(), member)
                        && other.said().kind() == said.kind()
                        && Objects.equals(other.said().day(), said.day())
                        && Objects.equals(other.said().attribute(), said.attribute())
                        && Objects.equals(other.said().person(), said.person()));
        if (same) {
            throw MembershipRefusal.of(RowError.of(1, "", "reported-already"));
        }
        return rows.add(entry, register, cell, member, said);
    }

    private Map<MemberId, String> names(Actor by, List<Report> reports) {
        var ids = reports.stream()
                .map(Report::member)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        var names = new HashMap<MemberId, String>();
        membership
                .named(by, ReadKind.LIST, "membership.reports", ids)
                .forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    private static List<Shown> shown(List<Report> reports, Map<MemberId, String> names) {
        return reports.stream()
                .map(report -> {
                    var person = report.said().person();
                    var member = report.member();
                    return member == null
                            ? new Shown(report, person == null ? null : person.name(), false)
                            : new Shown(report, names.get(member), names.containsKey(member));
                })
                .toList();
    }
}
