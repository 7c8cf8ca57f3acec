package vn.giaoban.membership;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.access.Actors;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.Why;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/**
 * Whether somebody who is being entered stands in a register already: by citizen number, or by name and birth date.
 *
 * <p>Whom the enterer may see he is shown. Of anybody else he learns one sentence and nothing more, a few times a day (rule data): else
 * typing a neighbour's name would tell whether he is a member. Each such hit is kept for whoever sees both places. Privacy, harm P2.
 */
@Service
public class Doubles {

    private final JdbcClient sql;
    private final SealedNumbers numbers;
    private final MemberLists lists;
    private final Reach reach;
    private final Reads reads;
    private final Actors actors;
    private final OutsideHits hits;
    private final Organisation organisation;
    private final Clock clock;
    private final TransactionTemplate own;
    private final TransactionTemplate reading;

    Doubles(
            JdbcClient sql,
            SealedNumbers numbers,
            MemberLists lists,
            Reach reach,
            Reads reads,
            Actors actors,
            OutsideHits hits,
            Organisation organisation,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.numbers = numbers;
        this.lists = lists;
        this.reach = reach;
        this.reads = reads;
        this.actors = actors;
        this.hits = hits;
        this.organisation = organisation;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading.setReadOnly(true);
    }

    private record Match(MemberId member, boolean byNumber) {}

    /**
     * Who seems to be the same.
     *
     * @param seen whom the enterer may see
     * @param number whether one of them, or one he may not see, has the citizen number: then it cannot be entered
     * @param outside whether there is one whom he may not see
     */
    public record Found(List<Person> seen, boolean number, boolean outside) {

        static final Found NOBODY = new Found(List.of(), false, false);

        boolean any() {
            return !seen.isEmpty() || outside;
        }
    }

    /**
     * Looks for the same person in all registers; what the enterer is shown is a recorded read, what he may not see is kept for others.
     *
     * @param unit where he is being entered
     * @throws MembershipRefusal if the enterer met too many today whom he may not see; then it does not depend on whom he types
     */
    Found of(Actor by, UnitId unit, Profile profile, @Nullable CitizenNumber number) {
        if (by.isSystem()) {
            return Found.NOBODY;
        }
        hits.checkLimit(by);
        var matches = Objects.requireNonNull(
                Acting.as(actors.system(), () -> own.execute(status -> matches(profile, number))));
        if (matches.isEmpty()) {
            return Found.NOBODY;
        }
        var seen = Objects.requireNonNull(own.execute(status ->
                lists.seen(reach.sight(by), matches.stream().map(Match::member).toList())));
        reads.record(
                by,
                ReadKind.SEARCH,
                "membership.doubles",
                seen.stream()
                        .map(person -> new MemberKey(
                                person.id().register(), person.id().number()))
                        .toList(),
                Why.OWN);
        var seenIds = seen.stream().map(Person::id).collect(Collectors.toSet());
        var outside = matches.stream()
                .filter(match -> !seenIds.contains(match.member()))
                .toList();
        if (!outside.isEmpty()) {
            hits.keep(
                    by,
                    outside.stream()
                            .map(match -> new OutsideHits.Hit(match.member(), match.byNumber(), unit))
                            .toList());
        }
        return new Found(seen, matches.stream().anyMatch(Match::byNumber), !outside.isEmpty());
    }

    /** Those of them whom the enterer may see, again; they were told once. */
    List<Person> visible(Actor by, Profile profile, @Nullable CitizenNumber number) {
        var matches = Objects.requireNonNull(own.execute(status -> matches(profile, number)));
        return matches.isEmpty()
                ? List.of()
                : Objects.requireNonNull(own.execute(status -> lists.seen(
                        reach.sight(by), matches.stream().map(Match::member).toList())));
    }

    private List<Match> matches(Profile profile, @Nullable CitizenNumber number) {
        var matches = new ArrayList<Match>();
        var found = new HashSet<MemberId>();
        if (number != null) {
            sql
                    .sql(
                            "select register_id, member_id from membership.citizen_number where digest = :digest and superseded_at = 'infinity'")
                    .param("digest", numbers.digest(number))
                    .query((row, n) -> new MemberId(new RegisterId(row.getShort(1)), row.getLong(2)))
                    .list()
                    .stream()
                    .filter(found::add)
                    .forEach(member -> matches.add(new Match(member, true)));
        }
        if (profile.birth().exact()) {
            sql
                    .sql("""
                            select distinct register_id, member_id from membership.profile
                             where birth = :birth and birth_precision = 'DAY' and superseded_at = 'infinity' and ext.folded(name) = :name
                            """)
                    .param("birth", profile.birth().day())
                    .param("name", Vietnamese.folded(profile.name()))
                    .query((row, n) -> new MemberId(new RegisterId(row.getShort(1)), row.getLong(2)))
                    .list()
                    .stream()
                    .filter(found::add)
                    .forEach(member -> matches.add(new Match(member, false)));
        }
        return matches;
    }

    /**
     * A hit that somebody met who could not see the person.
     *
     * @param where he was entering
     */
    public record Hit(long id, Person person, String where, boolean byNumber, String login, Instant at) {}

    /** Hits that nobody looked at yet, for whoever keeps the registers of both places: a recorded read. */
    public List<Hit> hits(Actor by) {
        if (!by.mayAnywhere(Verb.KEEP_REGISTER)) {
            return List.of();
        }
        var hits = Objects.requireNonNull(reading.execute(status -> rows(by)));
        reads.record(
                by,
                ReadKind.LIST,
                "membership.double-hits",
                hits.stream()
                        .map(hit -> new MemberKey(
                                hit.person().id().register(), hit.person().id().number()))
                        .distinct()
                        .toList(),
                Why.OWN);
        return hits;
    }

    /** How many of them; shows nobody. */
    public long waiting(Actor by) {
        return Objects.requireNonNull(reading.execute(status -> rows(by))).size();
    }

    private record Row(long id, MemberId member, UnitId unit, boolean byNumber, String login, Instant at) {}

    private List<Hit> rows(Actor by) {
        var today = reach.today();
        var rows = sql.sql("""
                        select h.hit_id, h.register_id, h.member_id, h.asked_unit, h.by_number, h.login, h.at
                          from membership.double_hit h
                         where not exists (select from membership.double_seen s where s.register_id = h.register_id and s.hit_id = h.hit_id)
                         order by h.at desc limit 200
                        """)
                .query((row, n) -> new Row(
                        row.getLong(1),
                        new MemberId(new RegisterId(row.getShort(2)), row.getLong(3)),
                        new UnitId(row.getLong(4)),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getTimestamp(7).toInstant()))
                .list();
        var people = lists
                .seen(reach.sight(by), rows.stream().map(Row::member).distinct().toList())
                .stream()
                .filter(person -> reach.mayKeep(by, person))
                .collect(Collectors.toMap(Person::id, person -> person));
        return rows.stream()
                .filter(row -> people.containsKey(row.member()))
                .filter(row -> organisation.isUnder(row.unit(), by.where(Verb.KEEP_REGISTER), today))
                .map(row -> new Hit(
                        row.id(),
                        Objects.requireNonNull(people.get(row.member())),
                        organisation.lastName(row.unit(), today.known()).name(),
                        row.byNumber(),
                        row.login(),
                        row.at()))
                .toList();
    }

    /** Looked at: it leaves the list. */
    public void settle(Actor by, RegisterId register, long hit) {
        own.executeWithoutResult(status -> {
            if (rows(by).stream()
                    .noneMatch(one ->
                            one.id() == hit && one.person().id().register().equals(register))) {
                throw MembershipRefusal.memberNotFound();
            }
            sql.sql("""
                            insert into membership.double_seen (register_id, hit_id, login, at) values (:register, :hit, :login, :at)
                                on conflict do nothing
                            """)
                    .param("register", register.value())
                    .param("hit", hit)
                    .param("login", by.login())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        });
    }
}
