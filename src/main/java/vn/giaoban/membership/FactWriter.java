package vn.giaoban.membership;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;

/** Enters facts and supersedes them. */
@Repository
class FactWriter {

    record MemberRow(
            long member,
            String ref,
            @Nullable Degree arriving,
            @Nullable Long mergedInto) {}

    record ProfileRow(long member, Profile profile, java.time.LocalDate from, java.time.LocalDate until) {}

    record CitizenRow(long member, CitizenNumber number, boolean isCard) {}

    record OpeningRow(long member, Facts.Opening opening) {}

    record MovementRow(
            long id,
            long member,
            String ref,
            Facts.Move move,
            NewMovement.On on,
            @Nullable String decisionNo,
            @Nullable Long corrects) {}

    record CarriedRow(long member, Facts.Carried carried) {}

    private final JdbcClient sql;
    private final JdbcTemplate template;
    private final SealedNumbers numbers;
    private final VisitorNames visitors;
    private final Standing standing;

    FactWriter(JdbcClient sql, JdbcTemplate template, SealedNumbers numbers, VisitorNames visitors, Standing standing) {
        this.sql = sql;
        this.template = template;
        this.numbers = numbers;
        this.visitors = visitors;
        this.standing = standing;
    }

    List<Long> nextMembers(int count) {
        return next("membership.member_number", count);
    }

    List<Long> nextMovements(int count) {
        return next("membership.movement_number", count);
    }

    private List<Long> next(String sequence, int count) {
        return sql.sql("select nextval(cast(:sequence as regclass)) from generate_series(1, :count)")
                .param("sequence", sequence)
                .param("count", count)
                .query(Long.class)
                .list();
    }

    void members(Entry entry, RegisterId register, Collection<MemberRow> rows) {
        var bulk = new Bulk(template, entry, """
                        insert into membership.member (entry_id, recorded_at, register_id, member_id, ref, arriving_degree, merged_into)
                        select ?, ?, r.* from unnest(?::smallint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[]) as r
                        """);
        rows.forEach(row -> bulk.add(register, row.member(), row.ref(), row.arriving(), row.mergedInto()));
        bulk.flush();
    }

    void profiles(Entry entry, RegisterId register, Collection<ProfileRow> rows) {
        var bulk = new Bulk(template, entry, """
                        insert into membership.profile
                               (entry_id, recorded_at, register_id, member_id, from_day, until_day, name, other_name, birth, birth_precision,
                                sex, ethnicity, religion, native_place, residence, occupation, education, theory, languages, card, cv_number,
                                decided_on, ceremony_on, official_on, gap_days)
                        select ?, ?, r.*
                          from unnest(?::smallint[], ?::bigint[], ?::date[], ?::date[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[],
                                      ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                      ?::text[], ?::date[], ?::date[], ?::date[], ?::int[]) as r
                        """);
        var names = new Bulk(template, entry, """
                        insert into membership.member_name (entry_id, recorded_at, register_id, rotation, member_id)
                        select ?, ?, r.* from unnest(?::smallint[], ?::text[], ?::bigint[]) as r
                        """);
        for (var row : rows) {
            var profile = row.profile();
            bulk.add(
                    register,
                    row.member(),
                    row.from(),
                    row.until(),
                    profile.name(),
                    profile.otherName(),
                    profile.birth().day(),
                    profile.birth().precision(),
                    profile.sex(),
                    profile.origin().ethnicity(),
                    profile.origin().religion(),
                    profile.origin().nativePlace(),
                    profile.origin().residence(),
                    profile.schooling().occupation(),
                    profile.schooling().education(),
                    profile.schooling().theory(),
                    profile.schooling().languages(),
                    profile.numbers().card(),
                    profile.numbers().cv(),
                    profile.joined().decidedOn(),
                    profile.joined().ceremonyOn(),
                    profile.joined().officialOn(),
                    profile.joined().gapDays());
            if (row.until().equals(Days.FOREVER)) {
                var rotations = new ArrayList<>(NameText.rotations(profile.name()));
                if (profile.otherName() != null) {
                    rotations.addAll(NameText.rotations(profile.otherName()));
                }
                rotations.stream().distinct().forEach(rotation -> names.add(register, rotation, row.member()));
            }
        }
        bulk.flush();
        names.flush();
        var members = rows.stream().map(ProfileRow::member).distinct().toList();
        visitors.renamed(register, members);
        standing.write(entry, register, members);
    }

    void citizens(Entry entry, RegisterId register, Collection<CitizenRow> rows) {
        var bulk = new Bulk(template, entry, """
                        insert into membership.citizen_number (entry_id, recorded_at, register_id, member_id, digest, sealed, is_card)
                        select ?, ?, r.* from unnest(?::smallint[], ?::bigint[], ?::bytea[], ?::bytea[], ?::boolean[]) as r
                        """);
        rows.forEach(row -> bulk.add(
                register,
                row.member(),
                numbers.digest(row.number()),
                numbers.seal(new MemberId(register, row.member()), row.number()),
                row.isCard()));
        bulk.flush();
    }

    void openings(Entry entry, RegisterId register, Collection<OpeningRow> rows) {
        var bulk = new Bulk(template, entry, """
                        insert into membership.opening (entry_id, recorded_at, register_id, member_id, unit_id, from_day, degree, told_entry)
                        select ?, ?, r.* from unnest(?::smallint[], ?::bigint[], ?::bigint[], ?::date[], ?::text[], ?::bigint[]) as r
                        """);
        for (var row : rows) {
            var opening = row.opening();
            bulk.add(register, row.member(), opening.cell(), opening.from(), opening.degree(), opening.told());
        }
        bulk.flush();
    }

    void movements(Entry entry, RegisterId register, Collection<MovementRow> rows) {
        var bulk = new Bulk(template, entry, """
                        insert into membership.movement
                               (entry_id, recorded_at, register_id, movement_id, member_id, ref, kind, day, decision_day, ceremony_day,
                                issued_day, received_day, from_unit, from_outside, to_unit, to_outside, decision_no, corrects, told_entry,
                                until_day)
                        select ?, ?, r.*
                          from unnest(?::smallint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::date[], ?::date[], ?::date[], ?::date[],
                                      ?::date[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                                      ?::date[]) as r
                        """);
        for (var row : rows) {
            var move = row.move();
            bulk.add(
                    register,
                    row.id(),
                    row.member(),
                    row.ref(),
                    move.kind().code(),
                    move.day(),
                    row.on().decision(),
                    row.on().ceremony(),
                    row.on().issued(),
                    row.on().received(),
                    move.from(),
                    move.fromOutside(),
                    move.to(),
                    move.toOutside(),
                    row.decisionNo(),
                    row.corrects(),
                    move.told(),
                    row.on().until());
        }
        bulk.flush();
    }

    void carried(Entry entry, RegisterId register, Collection<CarriedRow> rows) {
        var bulk = new Bulk(template, entry, """
                        insert into membership.carried (entry_id, recorded_at, register_id, member_id, event_id, day, from_unit, to_unit)
                        select ?, ?, r.* from unnest(?::smallint[], ?::bigint[], ?::bigint[], ?::date[], ?::bigint[], ?::bigint[]) as r
                        """);
        for (var row : rows) {
            var carried = row.carried();
            bulk.add(register, row.member(), carried.event(), carried.day(), carried.from(), carried.to());
        }
        bulk.flush();
    }

    void supersedeMovements(Entry entry, RegisterId register, Collection<Long> movements) {
        supersede(entry, register, movements, """
                        update membership.movement set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and movement_id = any (:ids) and superseded_at = 'infinity'
                        """);
    }

    /** What a member row said: the row itself, the profile, the name, the number, the opening. Movements stay. */
    void supersedeMembers(Entry entry, RegisterId register, Collection<Long> members) {
        supersede(entry, register, members, """
                        update membership.member set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and member_id = any (:ids) and superseded_at = 'infinity'
                        """);
        supersedeProfiles(entry, register, members);
        supersedeCitizens(entry, register, members);
        supersede(entry, register, members, """
                        update membership.opening set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and member_id = any (:ids) and superseded_at = 'infinity'
                        """);
    }

    void supersedeCitizens(Entry entry, RegisterId register, Collection<Long> members) {
        supersede(entry, register, members, """
                        update membership.citizen_number set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and member_id = any (:ids) and superseded_at = 'infinity'
                        """);
    }

    void supersedeProfiles(Entry entry, RegisterId register, Collection<Long> members) {
        supersede(entry, register, members, """
                        update membership.profile set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and member_id = any (:ids) and superseded_at = 'infinity'
                        """);
        supersede(entry, register, members, """
                        update membership.member_name set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and member_id = any (:ids) and superseded_at = 'infinity'
                        """);
        standing.write(entry, register, members);
    }

    void supersedeCarried(Entry entry, RegisterId register, long member, long event) {
        sql.sql("""
                        update membership.carried set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and member_id = :member and event_id = :event and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", register.value())
                .param("member", member)
                .param("event", event)
                .update();
    }

    private void supersede(Entry entry, RegisterId register, Collection<Long> ids, String statement) {
        if (!ids.isEmpty()) {
            sql.sql(statement)
                    .param("at", Timestamp.from(entry.at()))
                    .param("entry", entry.id())
                    .param("register", register.value())
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }
}
