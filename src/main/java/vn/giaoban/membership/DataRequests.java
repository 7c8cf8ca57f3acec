package vn.giaoban.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * What members ask about the data that is kept of them, with the day by which each must be answered. Whoever may record for a cell takes a
 * request down; who may confirm there, or keeps the register, answers it. What is put right is a correction of its own
 * ({@link Corrections}); here stands that it was asked for and what was said.
 */
@Service
public class DataRequests {

    private static final int LONGEST = 1_000;
    private static final int ANSWERED = 100;

    private static final String SELECT = """
            select r.register_id, r.request_id, r.member_id, r.unit_id, r.kind, r.words, r.asked_on, r.due_on, e.login,
                   a.outcome, a.words as answer, a.answered_on, ae.login as answered_by
              from membership.data_request r
              join record_api.entry e on e.entry_id = r.entry_id
              left join membership.data_answer a
                on a.register_id = r.register_id and a.request_id = r.request_id and a.superseded_at = 'infinity'
              left join record_api.entry ae on ae.entry_id = a.entry_id
             where r.superseded_at = 'infinity'
            """;

    private final JdbcClient sql;
    private final Membership membership;
    private final MemberReading reading;
    private final Reach reach;
    private final Organisation organisation;
    private final Entries entries;
    private final Looking looking;
    private final TransactionTemplate transaction;

    DataRequests(
            JdbcClient sql,
            Membership membership,
            MemberReading reading,
            Reach reach,
            Organisation organisation,
            Entries entries,
            Looking looking,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.membership = membership;
        this.reading = reading;
        this.reach = reach;
        this.organisation = organisation;
        this.entries = entries;
        this.looking = looking;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A request and who asked. @param person null where the reader may not see him any more */
    public record Shown(DataRequest request, @Nullable Person person, boolean mayAnswer) {}

    /** What waits, the most urgent first, and what was answered last. */
    public record Desk(List<Shown> waiting, List<Shown> answered) {}

    /** How many wait, and how many of them are late. */
    public record Waiting(int all, int late) {}

    /** What waits for an answer. */
    public Waiting waiting(Actor by) {
        var today = reach.today().day();
        var waiting = looking.at(() -> open(answers(by)));
        return new Waiting(waiting.size(), (int)
                waiting.stream().filter(one -> one.lateOn(today)).count());
    }

    /** Requests from the parts where the reader may answer or has reported: a recorded read of those who asked. */
    public Desk desk(Actor by) {
        var tops = Stream.concat(answers(by).stream(), by.where(Verb.RECORD).stream())
                .collect(Collectors.toSet());
        var found = looking.at(() -> {
            var all = new ArrayList<>(open(tops));
            all.addAll(answered(tops));
            return all;
        });
        var people = membership
                .named(
                        by,
                        ReadKind.LIST,
                        "membership.data-requests",
                        found.stream().map(DataRequest::member).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Person::id, person -> person));
        var shown = found.stream()
                .map(one -> new Shown(
                        one,
                        people.get(one.member()),
                        one.answer() == null && people.containsKey(one.member()) && mayAnswer(by, one.cell())))
                .toList();
        return new Desk(
                shown.stream().filter(one -> one.request().answer() == null).toList(),
                shown.stream().filter(one -> one.request().answer() != null).toList());
    }

    /** What one member asked, newest first; whoever calls may see him. */
    List<DataRequest> of(MemberId member) {
        return sql.sql(
                        SELECT
                                + " and r.register_id = :register and r.member_id = :member order by r.asked_on desc, r.request_id desc")
                .param("register", member.register().value())
                .param("member", member.number())
                .query((row, n) -> request(row))
                .list();
    }

    public boolean mayEnter(Actor by, MemberId member) {
        var person = looking.at(() -> reach.seen(by, member));
        return looking.at(() -> reach.may(by, Verb.RECORD, person) || reach.mayConfirm(by, person));
    }

    /**
     * Takes down what a member asks.
     *
     * @throws Refusals with everything that is missing, each at its column
     * @throws MembershipRefusal if he is not the actor's to record for
     */
    public void enter(
            Actor by, MemberId member, DataRequest.Kind kind, @Nullable LocalDate asked, @Nullable String words) {
        transaction.executeWithoutResult(status -> {
            var person = reach.seen(by, member);
            if (!reach.may(by, Verb.RECORD, person) && !reach.mayConfirm(by, person)) {
                throw MembershipRefusal.mayNotRecord();
            }
            var today = reach.today().day();
            var errors = new ArrayList<RowError>();
            if (asked == null) {
                errors.add(RowError.of(1, "asked", "missing"));
            } else if (asked.isAfter(today)) {
                errors.add(RowError.of(1, "asked", "day-to-come", Wording.of(asked), Wording.of(today)));
            }
            said(words, errors);
            refuse(errors);
            var cell = person.cell() != null
                    ? person.cell()
                    : reading.lastCell(member).orElseThrow(MembershipRefusal::memberNotFound);
            var entry = entries.begin(by, Set.of(member.register()), "membership.data-request", null);
            sql.sql("""
                            insert into membership.data_request (register_id, member_id, unit_id, kind, words, asked_on, due_on, entry_id, recorded_at)
                            select :register, :member, :unit, :kind, :words, :asked,
                                   membership.after_working_days(:asked, l.value), :entry, :at
                              from membership.limit_rule l
                             where l.code = 'working-days-to-answer-data-request' and l.from_day <= :asked and :asked < l.until_day
                            """)
                    .param("register", member.register().value())
                    .param("member", member.number())
                    .param("unit", cell.value())
                    .param("kind", kind.name())
                    .param("words", Objects.requireNonNull(words).strip())
                    .param("asked", asked)
                    .param("entry", entry.id())
                    .param("at", Timestamp.from(entry.at()))
                    .update();
        });
    }

    /**
     * One request that waits, for whoever may answer it: a recorded read of the member.
     *
     * @throws MembershipRefusal "not found" for everybody else
     */
    public Shown toAnswer(Actor by, String key) {
        var request = looking.at(() -> theirs(by, key));
        var person = membership.named(by, ReadKind.LIST, "membership.data-request", List.of(request.member())).stream()
                .findFirst()
                .orElseThrow(MembershipRefusal::requestNotFound);
        return new Shown(request, person, true);
    }

    /** Answers a request, once. */
    public void answer(Actor by, String key, DataRequest.@Nullable Outcome outcome, @Nullable String words) {
        transaction.executeWithoutResult(status -> {
            var request = theirs(by, key);
            var errors = new ArrayList<RowError>();
            if (outcome == null) {
                errors.add(RowError.of(1, "outcome", "missing"));
            }
            said(words, errors);
            refuse(errors);
            var entry = entries.begin(by, Set.of(request.register()), "membership.data-answer", null);
            sql.sql("""
                            insert into membership.data_answer (register_id, request_id, outcome, words, answered_on, entry_id, recorded_at)
                            values (:register, :request, :outcome, :words, :day, :entry, :at)
                            """)
                    .param("register", request.register().value())
                    .param("request", request.id())
                    .param("outcome", Objects.requireNonNull(outcome).name())
                    .param("words", Objects.requireNonNull(words).strip())
                    .param("day", reach.today().day())
                    .param("entry", entry.id())
                    .param("at", Timestamp.from(entry.at()))
                    .update();
        });
    }

    private DataRequest theirs(Actor by, String key) {
        var parts = key.split("-", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,4}") || !parts[1].matches("\\d{1,18}")) {
            throw MembershipRefusal.requestNotFound();
        }
        return sql.sql(SELECT + " and r.register_id = :register and r.request_id = :request")
                .param("register", Short.valueOf(parts[0]))
                .param("request", Long.valueOf(parts[1]))
                .query((row, n) -> request(row))
                .optional()
                .filter(one -> one.answer() == null && mayAnswer(by, one.cell()) && reach.sees(by, one.member()))
                .orElseThrow(MembershipRefusal::requestNotFound);
    }

    private boolean mayAnswer(Actor by, UnitId cell) {
        return organisation.isUnder(cell, answers(by), reach.today());
    }

    private static Set<UnitId> answers(Actor by) {
        return Stream.of(Verb.CONFIRM, Verb.KEEP_REGISTER)
                .flatMap(verb -> by.where(verb).stream())
                .collect(Collectors.toSet());
    }

    private List<DataRequest> open(Collection<UnitId> tops) {
        return under(tops, " and a.request_id is null order by r.due_on, r.request_id");
    }

    private List<DataRequest> answered(Collection<UnitId> tops) {
        return under(
                tops, " and a.request_id is not null order by a.answered_on desc, r.request_id desc limit " + ANSWERED);
    }

    private List<DataRequest> under(Collection<UnitId> tops, String rest) {
        if (tops.isEmpty()) {
            return List.of();
        }
        var today = reach.today();
        return sql.sql(SELECT + """
                         and exists (select from organisation_api.stands_under s
                                      where s.unit_id = r.unit_id and s.hierarchy_id = 1 and s.ancestor_id = any (:tops)
                                        and s.from_day <= :day and :day < s.until_day and s.recorded_at <= :known and :known < s.superseded_at)
                        """ + rest)
                .param("tops", tops.stream().map(UnitId::value).toArray(Long[]::new))
                .param("day", today.day())
                .param("known", Timestamp.from(today.known()))
                .query((row, n) -> request(row))
                .list();
    }

    private static DataRequest request(ResultSet row) throws SQLException {
        var register = new vn.giaoban.shared.RegisterId(row.getShort("register_id"));
        var outcome = row.getString("outcome");
        return new DataRequest(
                register,
                row.getLong("request_id"),
                new MemberId(register, row.getLong("member_id")),
                new UnitId(row.getLong("unit_id")),
                DataRequest.Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("login"),
                outcome == null
                        ? null
                        : new DataRequest.Answer(
                                DataRequest.Outcome.valueOf(outcome),
                                row.getString("answer"),
                                row.getObject("answered_on", LocalDate.class),
                                row.getString("answered_by")));
    }

    private static void said(@Nullable String words, List<RowError> errors) {
        if (words == null || words.isBlank()) {
            errors.add(RowError.of(1, "words", "missing"));
        } else if (words.strip().length() > LONGEST) {
            errors.add(RowError.of(1, "words", "too-long", String.valueOf(LONGEST)));
        }
    }

    private static void refuse(List<RowError> errors) {
        if (!errors.isEmpty()) {
            throw new Refusals(errors.stream().map(MembershipRefusal::of).toList());
        }
    }

    /** For forms. */
    public static List<DataRequest.Kind> kinds() {
        return Arrays.asList(DataRequest.Kind.values());
    }
}
