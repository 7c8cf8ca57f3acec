package vn.giaoban.membership;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.Why;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** The registers of a unit to be printed and bound. A print is a recorded read of everybody on it. */
@Service
public class Books {

    /** Of more a base prints its own. */
    private static final int MOST = 2_000;

    private final MemberLists lists;
    private final MemberReading reading;
    private final Reach reach;
    private final Organisation organisation;
    private final Reads reads;
    private final JdbcClient sql;
    private final Looking looking;

    Books(
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

    /** A line of a list of who belongs on a day. */
    public record MemberLine(Person person, Profile profile) {}

    /** A line of what happened in a year. @param decisionNo null where none is recorded */
    public record MovementLine(
            MemberId member,
            String name,
            Birth birth,
            @Nullable String cvNumber,
            LocalDate day,
            MovementKind kind,
            String from,
            String to,
            @Nullable String decisionNo,
            @Nullable LocalDate decisionDay) {}

    /** A register as it is printed; one of the two lists is empty. */
    public record Printed(Book book, List<MemberLine> members, List<MovementLine> movements) {}

    /** Those that the actor may print of a unit: who left is for keepers of the register who may see removals. */
    public List<Book> of(Actor by, UnitId unit) {
        var today = reach.today();
        organisation.check(by, Verb.SEE_PERSONS, unit, today);
        var keeps = organisation.may(by, Verb.KEEP_REGISTER, unit, today);
        return Arrays.stream(Book.values())
                .filter(book -> book != Book.DECEASED || keeps)
                .filter(book -> book != Book.LEFT || keeps && organisation.may(by, Verb.SEE_REMOVALS, unit, today))
                .toList();
    }

    /**
     * One register, of the day that is looked at or of its year up to that day.
     *
     * @throws MembershipRefusal if more lines stand in it than are printed at a time
     * @throws OrganisationRefusal "not found" for a register that is not the actor's to print
     */
    public Printed print(Actor by, Book book, UnitId unit, AsOf asked) {
        if (!of(by, unit).contains(book)) {
            throw OrganisationRefusal.unitNotFound();
        }
        var keeps = organisation.may(by, Verb.KEEP_REGISTER, unit, reach.today());
        var at = keeps ? asked : new AsOf(asked.day(), reach.today().known());
        var printed = looking.at(() -> book.ofMovements()
                ? new Printed(book, List.of(), movements(by, book, unit, at))
                : new Printed(book, members(by, book, unit, at), List.of()));
        var keys = book.ofMovements()
                ? printed.movements().stream()
                        .map(MovementLine::member)
                        .distinct()
                        .toList()
                : printed.members().stream().map(line -> line.person().id()).toList();
        reads.record(
                by,
                ReadKind.PRINT,
                "membership.book." + book.code() + " unit=" + unit + " on=" + at.day(),
                keys.stream()
                        .map(id -> new MemberKey(id.register(), id.number()))
                        .toList(),
                Why.OWN);
        return printed;
    }

    private List<MemberLine> members(Actor by, Book book, UnitId unit, AsOf at) {
        var all = PersonList.Filter.of(unit).by(PersonList.By.CELL);
        var filter = book == Book.PROBATIONARY
                ? new PersonList.Filter(unit, Degree.PROBATIONARY, null, "", PersonList.By.CELL, false)
                : all;
        var cells = organisation.below(unit, at).stream().map(Unit::id).toList();
        var order = lists.order(reach.sight(by), by.registers(), filter, cells, at);
        checkSize(order.size());
        var people = lists.lines(order.slice(0, MOST), at);
        var profiles = reading.profiles(people.stream().map(Person::id).toList(), at);
        return people.stream()
                .map(person -> new MemberLine(person, Objects.requireNonNull(profiles.get(person.id()))))
                .toList();
    }

    private List<MovementLine> movements(Actor by, Book book, UnitId unit, AsOf at) {
        var found = reach.sight(by)
                .bind(sql.sql("""
                        with under as materialized (
                            select distinct w.unit_id
                              from organisation_api.stands_under w
                             where w.hierarchy_id = 1 and w.ancestor_id = :unit
                               and w.from_day <= :day and :day < w.until_day and w.recorded_at <= :known and :known < w.superseded_at
                        )
                        select m.register_id, m.member_id, p.name, p.birth, p.birth_precision, p.cv_number, m.day, m.kind, m.decision_no, m.decision_day,
                               coalesce(f.name, m.from_outside, sf.name, '') as from_name, coalesce(t.name, m.to_outside, '') as to_name
                          from membership.movement m
                          join membership.profile p
                            on p.register_id = m.register_id and p.member_id = m.member_id and p.from_day <= :day and :day < p.until_day
                           and p.recorded_at <= :known and :known < p.superseded_at
                          left join membership.step s
                            on s.register_id = m.register_id and s.movement_id = m.movement_id
                           and s.recorded_at <= :known and :known < s.superseded_at
                          left join membership.belonging b
                            on s.step_id is null and b.register_id = m.register_id and b.member_id = m.member_id
                           and b.from_day <= m.day and m.day < b.until_day and b.recorded_at <= :known and :known < b.superseded_at
                          left join organisation_api.unit_name(:known) f on f.unit_id = m.from_unit
                          left join organisation_api.unit_name(:known) t on t.unit_id = m.to_unit
                          left join organisation_api.unit_name(:known) sf on sf.unit_id = s.from_unit
                         where m.kind = any (:kinds) and m.day >= :first and m.day <= :day
                           and m.recorded_at <= :known and :known < m.superseded_at
                           and (s.from_unit in (select unit_id from under) or s.to_unit in (select unit_id from under)
                                or b.unit_id in (select unit_id from under))
                           and (:all or membership.in_sight(m.register_id, m.member_id, :tops, :keeps, :today, :now))
                         order by m.day, p.name_key, m.movement_id
                         limit :most
                        """))
                .param("unit", unit.value())
                .param("day", at.day())
                .param("first", at.day().withDayOfYear(1))
                .param("known", Timestamp.from(at.known()))
                .param("kinds", book.kinds().toArray(String[]::new))
                .param("most", MOST + 1)
                .query((row, n) -> new MovementLine(
                        new MemberId(new RegisterId(row.getShort("register_id")), row.getLong("member_id")),
                        row.getString("name"),
                        new Birth(
                                row.getObject("birth", LocalDate.class),
                                Birth.Precision.valueOf(row.getString("birth_precision"))),
                        row.getString("cv_number"),
                        row.getObject("day", LocalDate.class),
                        MovementKind.ofCode(row.getString("kind")),
                        row.getString("from_name"),
                        row.getString("to_name"),
                        row.getString("decision_no"),
                        row.getObject("decision_day", LocalDate.class)))
                .list();
        checkSize(found.size());
        return found;
    }

    private static void checkSize(int size) {
        if (size > MOST) {
            throw MembershipRefusal.tooManyForPaper(MOST);
        }
    }
}
