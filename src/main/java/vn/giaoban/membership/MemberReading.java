package vn.giaoban.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

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

    Optional<Profile> profile(MemberId member, AsOf at) {
        return Optional.ofNullable(profiles(List.of(member), at).get(member));
    }

    Map<MemberId, Profile> profiles(Collection<MemberId> members, AsOf at) {
        var profiles = new HashMap<MemberId, Profile>();
        MemberLists.bind(members, at, sql.sql("""
                        select register_id, member_id, name, other_name, birth, birth_precision, sex, ethnicity, religion, native_place,
                               residence, occupation, education, theory, languages, card, cv_number, decided_on, ceremony_on, official_on,
                               gap_days
                          from membership.profile
                          join unnest(:registers, :members) as wanted (register_id, member_id) using (register_id, member_id)
                         where from_day <= :day and :day < until_day and recorded_at <= :known and :known < superseded_at
                        """)).query(row -> {
            profiles.put(
                    new MemberId(new RegisterId(row.getShort("register_id")), row.getLong("member_id")), profile(row));
        });
        return profiles;
    }

    static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
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
                        row.getInt("gap_days")));
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
        var lost = ends == null && numberGivenUp(member);
        return sql.sql("""
                        select exempt, suspended, away from membership_api.belonging_on(:day, :known)
                         where register_id = :register and member_id = :member
                        """)
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("register", member.register().value())
                .param("member", member.number())
                .query((row, n) -> new MemberFile.Sensitive(
                        religion, ends, lost, row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
                .optional()
                .orElse(new MemberFile.Sensitive(religion, ends, lost, false, false, false));
    }

    private boolean numberGivenUp(MemberId member) {
        return sql.sql("""
                        select exists (select from membership.citizen_number n
                                         join record_api.entry e on e.entry_id = n.superseded_by
                                        where n.register_id = :register and n.member_id = :member and e.what = :what)
                        """)
                .param("register", member.register().value())
                .param("member", member.number())
                .param("what", SealedRows.GIVEN_UP)
                .query(Boolean.class)
                .single();
    }

    BadgeRules badgeRules(LocalDate on) {
        var levels = new TreeMap<Integer, String>();
        sql.sql("select years, source from membership.badge_level where from_day <= :day and :day < until_day")
                .param("day", on)
                .query(row -> {
                    levels.put(row.getInt(1), row.getString(2));
                });
        return new BadgeRules(
                levels,
                sql.sql("""
                                select month, day, first_month, last_month from membership.award_day
                                 where from_day <= :day and :day < until_day
                                 order by month, day
                                """)
                        .param("day", on)
                        .query((row, n) ->
                                new BadgeRules.Award(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
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
