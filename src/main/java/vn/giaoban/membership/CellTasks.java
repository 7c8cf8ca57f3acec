package vn.giaoban.membership;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.Why;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** What a cell has to do for its members this month: whom to decide on, who is due a badge. */
@Service
public class CellTasks {

    /** A cell has some dozens of members; of a larger unit the first by name are looked at. */
    private static final int MOST = 300;

    private final MemberLists lists;
    private final MemberReading reading;
    private final Reach reach;
    private final Organisation organisation;
    private final Reads reads;
    private final JdbcClient sql;
    private final Looking looking;

    CellTasks(
            MemberLists lists,
            MemberReading reading,
            Reach reach,
            Organisation organisation,
            Reads reads,
            JdbcClient sql,
            Looking looking) {
        this.lists = lists;
        this.reading = reading;
        this.reach = reach;
        this.organisation = organisation;
        this.reads = reads;
        this.sql = sql;
        this.looking = looking;
    }

    /** Kinds of tasks, as they stand on the list. */
    public enum Kind {
        /** Probation has ended, or ends this month. */
        RECOGNITION,
        BADGE
    }

    /**
     * @param due when probation ends, or when the years of the badge are completed
     * @param late the day lies before the one that is read
     * @param years of the badge; 0 otherwise
     * @param awarded when badges are next given; null without a badge
     */
    public record Task(
            Kind kind,
            Person person,
            LocalDate due,
            boolean late,
            int years,
            @Nullable LocalDate awarded) {}

    /**
     * The tasks of a unit in the month of a day: a recorded read of those who are named.
     *
     * @throws vn.giaoban.organisation.OrganisationRefusal "not found" without the right to see persons there
     */
    public List<Task> of(Actor by, UnitId unit, AsOf at) {
        organisation.check(by, Verb.SEE_PERSONS, unit, reach.today());
        var tasks = looking.at(() -> {
            var filter = PersonList.Filter.of(unit);
            var order = lists.order(reach.sight(by), by.registers(), filter, List.of(), at);
            return tasks(lists.lines(order.slice(0, MOST), at), at);
        });
        var named = tasks.stream()
                .map(task -> new MemberKey(
                        task.person().id().register(), task.person().id().number()))
                .distinct()
                .toList();
        reads.record(by, ReadKind.LIST, "membership.tasks unit=" + unit + " on=" + at.day(), named, Why.OWN);
        return tasks;
    }

    private List<Task> tasks(List<Person> people, AsOf at) {
        var day = at.day();
        var begun = probationBegan(people, at);
        var tasks = new ArrayList<Task>();
        var months = probation(day);
        var badges = reading.badgeRules(day);
        var award = badges.nextAward(day);
        for (var person : people) {
            var from = person.partyFrom();
            if (from == null) {
                continue;
            }
            if (person.degree() == Degree.PROBATIONARY) {
                var ends = begun.getOrDefault(person.id(), from).plusMonths(months);
                if (!YearMonth.from(ends).isAfter(YearMonth.from(day))) {
                    tasks.add(new Task(Kind.RECOGNITION, person, ends, ends.isBefore(day), 0, null));
                }
            }
            Stream.of(badges.reached(from, day), badges.next(from, day))
                    .flatMap(Optional::stream)
                    .filter(badge -> award.isPresent() && award.get().equals(badge.award()))
                    .forEach(badge ->
                            tasks.add(new Task(Kind.BADGE, person, badge.due(), false, badge.years(), badge.award())));
        }
        tasks.sort(Comparator.comparing(Task::kind).thenComparing(Task::due));
        return tasks;
    }

    /** The ceremony of the last admission: probation counts from it, party age from the decision before it. */
    private Map<MemberId, LocalDate> probationBegan(List<Person> people, AsOf at) {
        var members = people.stream()
                .filter(person -> person.degree() == Degree.PROBATIONARY)
                .map(Person::id)
                .toList();
        var began = new HashMap<MemberId, LocalDate>();
        MemberLists.bind(members, at, sql.sql("""
                        select wanted.register_id, wanted.member_id, probation.began
                          from unnest(:registers, :members) as wanted (register_id, member_id)
                          join membership.profile p
                            on p.register_id = wanted.register_id and p.member_id = wanted.member_id
                           and p.from_day <= :day and :day < p.until_day and p.recorded_at <= :known and :known < p.superseded_at
                         cross join lateral membership.probation(wanted.register_id, wanted.member_id, p.ceremony_on, :day, :known) probation
                         where probation.began is not null
                        """)).query(row -> {
            began.put(new MemberId(new RegisterId(row.getShort(1)), row.getLong(2)), row.getObject(3, LocalDate.class));
        });
        return began;
    }

    private int probation(LocalDate on) {
        return sql.sql("""
                        select value from membership.limit_rule
                         where code = 'months-of-probation' and from_day <= :day and :day < until_day
                        """).param("day", on).query(Integer.class).single();
    }
}
