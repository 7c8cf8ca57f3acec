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
    private final Membership membership;
    private final Recording recording;
    private final Corrections corrections;
    private final MemberReading reading;
    private final Reach reach;
    private final Organisation organisation;
    private final DayRuleRows dayRules;
    private final Entries entries;
    private final TransactionTemplate transaction;

    ChangeReports(
            ReportRows rows,
            Membership membership,
            Recording recording,
            Corrections corrections,
            MemberReading reading,
            Reach reach,
            Organisation organisation,
            DayRuleRows dayRules,
            Entries entries,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.membership = membership;
        this.recording = recording;
        this.corrections = corrections;
        this.reading = reading;
        this.reach = reach;
        this.organisation = organisation;
        this.dayRules = dayRules;
        this.entries = entries;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A report and the person it is about, as far as the reader may see him today. */
    public record Shown(Report report, @Nullable String person, boolean visible) {}

    /** Reports the asker may answer, and those of the cells he reports for. */
    public record Desk(List<Shown> waiting, List<Shown> own) {}

    /** What waits for the actor's answer, and what became of what he reported in the last year: one recorded read. */
    public Desk desk(Actor by) {
        var desk = Objects.requireNonNull(transaction.execute(status -> {
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
        }));
        var all = new ArrayList<>(desk.getKey());
        all.addAll(desk.getValue());
        var names = names(by, all);
        return new Desk(shown(desk.getKey(), names), shown(desk.getValue(), names));
    }

    /** How many reports wait for the actor's answer. */
    public long waiting(Actor by) {
        return by.mayAnywhere(Verb.CONFIRM)
                ? Objects.requireNonNull(
                        transaction.execute(status -> rows.countWaiting(by.where(Verb.CONFIRM), reach.today())))
                : 0;
    }

    /** How the reports of the last month from the actor's cells stand; names nobody. */
    public record Standing(long waiting, long returned) {}

    /** How many of the actor's own reports wait, and how many of his cells came back. */
    public Standing standing(Actor by) {
        return Objects.requireNonNull(transaction.execute(status -> {
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
        }));
    }

    /**
     * One report, for its reporter's cell or the officer who may answer it: a recorded read of the person.
     *
     * @throws MembershipRefusal "not found" for everybody else
     */
    public Shown report(Actor by, ReportId id) {
        var report = Objects.requireNonNull(transaction.execute(status -> mine(by, id)));
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
            check(said);
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
            check(said);
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

    /** What can be said of a report alone; whether it fits the person's life is found when it is confirmed. */
    private void check(Report.Said said) {
        var errors = new ArrayList<RowError>();
        var day = said.day();
        if (day == null) {
            errors.add(RowError.of(1, "day", "missing"));
        } else {
            var days = Map.of(DayRules.Day.DAY, day, DayRules.Day.TODAY, dayRules.today());
            errors.addAll(dayRules.rules().of(1, DayRules.REPORT, days).refused());
        }
        switch (said.kind()) {
            case TRANSFER, AWAY -> {
                if (said.toCell() == null && said.outside() == null) {
                    errors.add(RowError.of(1, "outside", "to-where"));
                } else if (said.toCell() != null && said.outside() != null) {
                    errors.add(RowError.of(1, "outside", "both-given"));
                } else if (said.toCell() != null
                        && organisation.named(said.toCell()).isEmpty()) {
                    errors.add(RowError.of(1, "to_cell", "unknown-unit", said.toCell()));
                }
            }
            case CHANGE -> {
                if (said.attribute() == null || !said.attribute().changes()) {
                    errors.add(RowError.of(1, "attribute", "missing"));
                }
                if (said.value() == null && said.words() == null) {
                    errors.add(RowError.of(1, "value", "missing"));
                }
            }
            case OTHER -> {
                if (said.words() == null) {
                    errors.add(RowError.of(1, "words", "missing"));
                }
            }
            case ADMISSION -> errors.addAll(readPerson(said).errors());
            default -> {}
        }
        if (!errors.isEmpty()) {
            throw new Refusals(errors.stream().map(MembershipRefusal::of).toList());
        }
    }

    private record ReadPerson(@Nullable Profile profile, List<RowError> errors) {}

    private static ReadPerson readPerson(Report.Said said) {
        var person = said.person();
        var texts = new HashMap<String, String>();
        texts.put("ref", "-");
        if (person != null) {
            texts.put("family_and_given_name", Objects.toString(person.name(), ""));
            texts.put("birth", Objects.toString(person.birth(), ""));
            texts.put("sex", Objects.toString(person.sex(), ""));
        }
        var errors = new ArrayList<RowError>();
        var row = MemberColumns.read(1, texts, errors::add);
        return new ReadPerson(row == null ? null : row.profile(), errors);
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
            check(said);
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
            var profile = Objects.requireNonNull(readPerson(said).profile());
            var newcomer = new Recording.Newcomer(profile, null, what(report, said));
            recording.welcome(by, report.cell(), report.id().register(), newcomer, confirmed.insists());
        } else if (kind != null) {
            recording.move(by, Objects.requireNonNull(member), what(report, said), reason, confirmed.insists());
        } else if (said.kind() == Report.Kind.CHANGE) {
            corrections.enter(
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

    /** Gives it back with a word of what is missing. */
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
            var report = mine(by, id);
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
        var report = mine(by, id);
        if (report.answer() != null) {
            throw MembershipRefusal.reportAnswered();
        } else if (!organisation.may(by, Verb.CONFIRM, report.cell(), reach.today())) {
            throw MembershipRefusal.mayNotRecord();
        }
        return report;
    }

    private Report mine(Actor by, ReportId id) {
        return rows.find(id, reach.today().known())
                .filter(report -> organisation.may(by, Verb.CONFIRM, report.cell(), reach.today())
                        || organisation.may(by, Verb.RECORD, report.cell(), reach.today()))
                .orElseThrow(MembershipRefusal::reportNotFound);
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
