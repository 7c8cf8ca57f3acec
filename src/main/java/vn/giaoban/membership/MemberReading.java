package vn.giaoban.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Vietnamese;

/** Reads people; whoever calls has the reading recorded. */
@Component
@Transactional(readOnly = true)
class MemberReading {

    private final JdbcClient sql;
    private final SealedNumbers numbers;

    MemberReading(JdbcClient sql, SealedNumbers numbers) {
        this.sql = sql;
        this.numbers = numbers;
    }

    PersonList list(Sight sight, PersonList.Filter filter, AsOf at) {
        var count = new long[1];
        var people = sight.bind(sql.sql("""
                        select b.register_id, b.member_id, p.name, p.birth, p.birth_precision, p.sex, p.cv_number, b.degree,
                               z.ancestor_id as cell_id, u.name as cell_name, s.party_from, count(*) over () as people
                          from membership_api.belonging_on(:day, :known) b
                          join organisation_api.stands_under w
                            on w.unit_id = b.unit_id and w.hierarchy_id = 1 and w.ancestor_id = :unit
                           and w.from_day <= :day and :day < w.until_day and w.recorded_at <= :known and :known < w.superseded_at
                          join organisation_api.stands_under z
                            on z.unit_id = b.unit_id and z.hierarchy_id = 1 and z.distance = 0
                           and z.from_day <= :day and :day < z.until_day and z.recorded_at <= :known and :known < z.superseded_at
                          join organisation_api.unit_on(:day, :known) u on u.unit_id = z.ancestor_id
                          join membership.profile p
                            on p.register_id = b.register_id and p.member_id = b.member_id
                           and p.from_day <= :day and :day < p.until_day and p.recorded_at <= :known and :known < p.superseded_at
                          left join membership.seniority s
                            on s.register_id = b.register_id and s.member_id = b.member_id
                           and s.from_day <= :day and :day < s.until_day and s.recorded_at <= :known and :known < s.superseded_at
                         where (cast(:degree as text) is null or b.degree = :degree)
                           and (cast(:sex as text) is null or p.sex = :sex)
                           and (:all or membership.in_sight(b.register_id, b.member_id, :tops, :keeps, :today, :now))
                         order by case when :sort = 'birth' then p.birth end,
                                  case when :sort = '-birth' then p.birth end desc,
                                  case when :sort = 'cell' then u."position" end,
                                  case when :sort = 'cell' then u.name end collate "vi-x-icu",
                                  case when :sort = '-name' then regexp_replace(p.name, '^.* ', '') end collate "vi-x-icu" desc,
                                  regexp_replace(p.name, '^.* ', '') collate "vi-x-icu", p.name collate "vi-x-icu", p.birth
                         limit :limit offset :skip
                        """))
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("unit", filter.unit().value())
                .param(
                        "degree",
                        filter.degree() == null ? null : filter.degree().name())
                .param("sex", filter.sex() == null ? null : filter.sex().name())
                .param("sort", filter.sort())
                .param("limit", filter.limit())
                .param("skip", filter.skip())
                .query((row, n) -> {
                    count[0] = row.getLong("people");
                    return person(row);
                })
                .list();
        return new PersonList(people, count[0]);
    }

    /** By the beginning of any syllables of the name, by CV or card number, or by a whole citizen number. */
    List<Person> search(Sight sight, Collection<RegisterId> registers, String text, int limit) {
        var folded = Vietnamese.folded(text);
        var citizen = CitizenNumber.read(text);
        if (folded.length() < 2) {
            return List.of();
        }
        return people(
                sight,
                """
                        (n.register_id, n.member_id) in (
                               select register_id, member_id from membership.member_name
                                where register_id = any (:registers) and rotation ^@ :folded and superseded_at = 'infinity'
                                union
                               select register_id, member_id from membership.profile
                                where register_id = any (:registers) and (cv_number = :number or card = :number) and superseded_at = 'infinity'
                                union
                               select register_id, member_id from membership.citizen_number
                                where register_id = any (:registers) and digest = :digest and superseded_at = 'infinity')
                        """,
                statement -> statement
                        .param(
                                "registers",
                                registers.stream().map(RegisterId::value).toArray(Short[]::new))
                        .param("folded", folded)
                        .param("number", Vietnamese.normal(text).toUpperCase(Locale.ROOT))
                        .param("digest", citizen.map(numbers::digest).orElse(new byte[0]))
                        .param("limit", limit));
    }

    /** Those of these persons whom the reader may see, as they stand today. */
    List<Person> seen(Sight sight, Collection<MemberId> ids) {
        return people(
                sight,
                """
                        (n.register_id, n.member_id) in (select r, m from unnest(:registers, :members) as wanted (r, m))
                        """,
                statement -> statement
                        .param(
                                "registers",
                                ids.stream().map(id -> id.register().value()).toArray(Short[]::new))
                        .param("members", ids.stream().map(MemberId::number).toArray(Long[]::new))
                        .param("limit", 1_000_000));
    }

    private List<Person> people(
            Sight sight, String which, java.util.function.UnaryOperator<JdbcClient.StatementSpec> parameters) {
        return parameters
                .apply(sight.bind(sql.sql("""
                        select n.register_id, n.member_id, n.name, n.birth, n.birth_precision, n.sex, n.cv_number, b.degree,
                               z.ancestor_id as cell_id, u.name as cell_name, s.party_from
                          from membership.profile n
                          left join membership_api.belonging_on(:today, :now) b on b.register_id = n.register_id and b.member_id = n.member_id
                          left join organisation_api.stands_under z
                            on z.unit_id = b.unit_id and z.hierarchy_id = 1 and z.distance = 0
                           and z.from_day <= :today and :today < z.until_day and z.recorded_at <= :now and :now < z.superseded_at
                          left join organisation_api.unit_on(:today, :now) u on u.unit_id = z.ancestor_id
                          left join membership.seniority s
                            on s.register_id = n.register_id and s.member_id = n.member_id
                           and s.from_day <= :today and :today < s.until_day and s.recorded_at <= :now and :now < s.superseded_at
                         where n.superseded_at = 'infinity' and n.until_day = 'infinity'
                           and (:all or membership.in_sight(n.register_id, n.member_id, :tops, :keeps, :today, :now))
                           and $which
                         order by regexp_replace(n.name, '^.* ', '') collate "vi-x-icu", n.name collate "vi-x-icu", n.birth
                         limit :limit
                        """.replace("$which", which))))
                .query((row, n) -> person(row))
                .list();
    }

    private static Person person(ResultSet row) throws SQLException {
        var degree = row.getString("degree");
        return new Person(
                new MemberId(new RegisterId(row.getShort("register_id")), row.getLong("member_id")),
                row.getString("name"),
                new Birth(
                        row.getObject("birth", LocalDate.class),
                        Birth.Precision.valueOf(row.getString("birth_precision"))),
                Sex.valueOf(row.getString("sex")),
                FactStore.unit(row, "cell_id"),
                row.getString("cell_name"),
                degree == null ? null : Degree.valueOf(degree),
                FactStore.day(row, "party_from"),
                row.getString("cv_number"));
    }

    Optional<Profile> profile(MemberId member, AsOf at) {
        return sql.sql("""
                        select name, other_name, birth, birth_precision, sex, ethnicity, religion, native_place, residence, occupation,
                               education, theory, languages, card, cv_number, decided_on, ceremony_on, official_on, gap_days
                          from membership.profile
                         where register_id = :register and member_id = :member
                           and from_day <= :day and :day < until_day and recorded_at <= :known and :known < superseded_at
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .query((row, n) -> new Profile(
                        row.getString("name"),
                        row.getString("other_name"),
                        new Birth(
                                row.getObject("birth", LocalDate.class),
                                Birth.Precision.valueOf(row.getString("birth_precision"))),
                        Sex.valueOf(row.getString("sex")),
                        new Profile.Origin(
                                row.getString("ethnicity"),
                                row.getString("religion"),
                                row.getString("native_place"),
                                row.getString("residence")),
                        new Profile.Schooling(
                                row.getString("occupation"),
                                row.getString("education"),
                                row.getString("theory"),
                                row.getString("languages")),
                        new Profile.Numbers(row.getString("card"), row.getString("cv_number")),
                        new Profile.Joined(
                                FactStore.day(row, "decided_on"),
                                FactStore.day(row, "ceremony_on"),
                                FactStore.day(row, "official_on"),
                                row.getInt("gap_days"))))
                .optional();
    }

    List<MemberFile.Stay> stays(MemberId member, AsOf at) {
        return sql.sql("""
                        select b.unit_id, b.degree, min(b.from_day) as from_day, max(b.until_day) as until_day, n.name
                          from membership.belonging b
                          join organisation_api.unit_name(:known) n on n.unit_id = b.unit_id
                         where b.register_id = :register and b.member_id = :member and b.recorded_at <= :known and :known < b.superseded_at
                         group by b.unit_id, b.degree, n.name
                         order by 3 desc
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .param("known", Timestamp.from(at.known()))
                .query((row, n) -> new MemberFile.Stay(
                        row.getString("name"),
                        new UnitId(row.getLong("unit_id")),
                        Degree.valueOf(row.getString("degree")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)))
                .list();
    }

    List<MemberFile.Event> movements(MemberId member, AsOf at) {
        return new ArrayList<>(sql.sql("""
                        select m.movement_id, m.kind, m.day, m.decision_no, m.superseded_at = 'infinity' as holds,
                               coalesce(f.name, m.from_outside, sf.name, '') as from_name,
                               coalesce(t.name, m.to_outside, case when m.kind like 'recognition%' then st.name end, '') as to_name
                          from membership.movement m
                          left join membership.step s
                            on s.register_id = m.register_id and s.movement_id = m.movement_id
                           and s.recorded_at <= :known and :known < s.superseded_at
                          left join organisation_api.unit_name(:known) f on f.unit_id = m.from_unit
                          left join organisation_api.unit_name(:known) t on t.unit_id = m.to_unit
                          left join organisation_api.unit_name(:known) sf on sf.unit_id = s.from_unit
                          left join organisation_api.unit_name(:known) st on st.unit_id = s.to_unit
                         where m.register_id = :register and m.member_id = :member and m.recorded_at <= :known and :known < m.superseded_at
                         order by m.day desc, m.movement_id desc
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .param("known", Timestamp.from(at.known()))
                .query((row, n) -> new MemberFile.Event(
                        row.getLong("movement_id"),
                        MovementKind.ofCode(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getString("from_name"),
                        row.getString("to_name"),
                        row.getString("decision_no"),
                        row.getBoolean("holds")))
                .list());
    }

    /** Condition on the day and, opened, the number's last digits. */
    MemberFile.Sensitive sensitive(MemberId member, AsOf at, String religion) {
        var ends = sql.sql("""
                        select sealed from membership.citizen_number
                         where register_id = :register and member_id = :member and superseded_at = 'infinity'
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .query((row, n) -> numbers.open(member, row.getBytes(1)).lastTwo())
                .optional()
                .orElse(null);
        return sql.sql("""
                        select exempt, suspended, away from membership_api.belonging_on(:day, :known)
                         where register_id = :register and member_id = :member
                        """)
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("register", member.register().value())
                .param("member", member.number())
                .query((row, n) -> new MemberFile.Sensitive(
                        religion, ends, row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
                .optional()
                .orElse(new MemberFile.Sensitive(religion, ends, false, false, false));
    }

    TreeSet<Integer> badgeLevels(LocalDate on) {
        return new TreeSet<>(
                sql.sql("select years from membership.badge_level where from_day <= :day and :day < until_day")
                        .param("day", on)
                        .query(Integer.class)
                        .list());
    }

    /** The cell where a person last belonged, for rights over those who belong nowhere. */
    Optional<UnitId> lastCell(MemberId member) {
        return sql.sql("""
                        select unit_id from membership.belonging
                         where register_id = :register and member_id = :member and superseded_at = 'infinity'
                         order by from_day desc limit 1
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .query((row, n) -> new UnitId(row.getLong(1)))
                .optional();
    }

    Optional<String> ref(MemberId member) {
        return sql.sql("""
                        select ref from membership.member
                         where register_id = :register and member_id = :member and superseded_at = 'infinity'
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .query(String.class)
                .optional();
    }

    Optional<String> movementRef(RegisterId register, long member, long movement) {
        return sql.sql("""
                        select ref from membership.movement
                         where register_id = :register and member_id = :member and movement_id = :movement and superseded_at = 'infinity'
                        """)
                .param("register", register.value())
                .param("member", member)
                .param("movement", movement)
                .query(String.class)
                .optional();
    }
}
