package vn.giaoban.organisation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Committees' posts and posts held beside them outside. A holding ends with its unit. */
@Service
@Transactional(readOnly = true)
public class Posts {

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final Entries entries;
    private final Organisation organisation;

    Posts(JdbcClient sql, JdbcTemplate batches, Entries entries, Organisation organisation) {
        this.sql = sql;
        this.batches = batches;
        this.entries = entries;
        this.organisation = organisation;
    }

    /** Who holds posts in the unit on the day; by rank of the post. Holders are keys, not names: names are persons. */
    public List<Holding> holders(UnitId unit, AsOf at) {
        return sql.sql("""
                        select p.register_id, p.holding_id, p.post_code, k.name, p.unit_id, v.name as village, p.member_id, p.outside_name,
                               p.from_day
                          from organisation_api.posts_on(:day, :known) p
                          join organisation.post k on k.post_code = p.post_code
                          left join organisation.village v on v.village_id = p.village_id
                         where p.unit_id = :unit
                         order by k.rank, p.from_day, p.holding_id
                        """)
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("unit", unit.value())
                .query((row, n) -> new Holding(
                        new RegisterId(row.getShort(1)),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        new UnitId(row.getLong(5)),
                        row.getString(6),
                        row.getObject(7, Long.class),
                        row.getString(8),
                        row.getObject(9, LocalDate.class),
                        null))
                .list();
    }

    /** Who held, holds or will hold posts in the unit, by rank of the post, the latest first. */
    public List<Holding> all(UnitId unit, Instant known) {
        return sql.sql("""
                        select h.register_id, h.holding_id, h.post_code, k.name, h.unit_id, v.name as village, h.member_id, h.outside_name,
                               h.from_day, h.until_day
                          from organisation.holding h
                          join organisation.post k on k.post_code = h.post_code
                          left join organisation.village v on v.village_id = h.village_id
                         where h.unit_id = :unit and h.recorded_at <= :known and :known < h.superseded_at
                         order by k.rank, h.from_day desc, h.holding_id
                        """)
                .param("unit", unit.value())
                .param("known", Timestamp.from(known))
                .query((row, n) -> {
                    var until = row.getObject(10, LocalDate.class);
                    return new Holding(
                            new RegisterId(row.getShort(1)),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            new UnitId(row.getLong(5)),
                            row.getString(6),
                            row.getObject(7, Long.class),
                            row.getString(8),
                            row.getObject(9, LocalDate.class),
                            until.equals(Days.FOREVER) ? null : until);
                })
                .list();
    }

    /** Villages and residential groups that the unit covers on the day. */
    public List<String> villages(UnitId unit, AsOf at) {
        return sql.sql("""
                        select v.name
                          from organisation.cover c
                          join organisation.village v on v.village_id = c.village_id
                         where c.unit_id = :unit and c.from_day <= :day and :day < c.until_day
                           and c.recorded_at <= :known and :known < c.superseded_at
                         order by v.name
                        """)
                .param("unit", unit.value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .query(String.class)
                .list();
    }

    /** By rank. */
    public List<Post> posts() {
        return sql.sql(
                        "select post_code, name, name_en, outside, source, verified from organisation.post order by rank")
                .query((row, n) -> new Post(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getBoolean(6)))
                .list();
    }

    /**
     * Enters holdings of one register, all or none.
     *
     * @throws OrganisationRefusal if a post is unknown, or a unit has a secretary, or a village a head, already on one of the days
     */
    @Transactional
    public Entry appoint(Actor by, RegisterId register, List<NewHolding> holdings) {
        var known = entries.latest();
        var codes = posts().stream().map(Post::code).toList();
        for (var holding : holdings) {
            if (!codes.contains(holding.post())) {
                throw OrganisationRefusal.unknownPost(holding.post());
            } else if (holding.until() != null && !holding.until().isAfter(holding.from())) {
                throw OrganisationRefusal.endsBeforeItBegins();
            }
        }
        for (var unit : holdings.stream().map(NewHolding::unit).distinct().toList()) {
            if (!by.isSystem()) {
                var first = holdings.stream()
                        .filter(holding -> holding.unit().equals(unit))
                        .findFirst()
                        .orElseThrow();
                organisation.check(by, Verb.CHANGE_STRUCTURE, unit, new AsOf(first.from(), known));
            }
        }
        var entry = entries.begin(by, Set.of(register), "organisation.posts", null);
        try {
            batches.batchUpdate("""
                    insert into organisation.holding (register_id, post_code, unit_id, village_id, member_id, outside_name, from_day, until_day,
                                                      decision_no, entry_id, recorded_at)
                    values (?, ?, ?, (select v.village_id from organisation.village v join organisation.cover c using (village_id)
                                        join organisation.ancestry s on s.unit_id = c.unit_id and s.distance = 0 and s.superseded_at = 'infinity'
                                       where s.ancestor_id = ? and v.name = ? and c.superseded_at = 'infinity' limit 1),
                            ?, ?, ?, ?, ?, ?, ?)
                    """, holdings, 500, (statement, holding) -> {
                statement.setShort(1, register.value());
                statement.setString(2, holding.post());
                statement.setLong(3, holding.unit().value());
                statement.setLong(4, holding.unit().value());
                statement.setString(5, holding.village());
                statement.setObject(6, holding.member());
                statement.setString(7, holding.outsideName());
                statement.setObject(8, holding.from());
                statement.setObject(9, holding.until() == null ? Days.FOREVER : holding.until());
                statement.setString(10, holding.decisionNumber());
                statement.setLong(11, entry.id());
                statement.setTimestamp(12, Timestamp.from(entry.at()));
            });
        } catch (DataIntegrityViolationException taken) {
            throw OrganisationRefusal.postTaken();
        }
        return entry;
    }

    /** @throws OrganisationRefusal if the unit does not cover it on the day */
    public void checkCovers(UnitId unit, String village, AsOf at) {
        if (!villages(unit, at).contains(village)) {
            throw OrganisationRefusal.villageNotCovered(village);
        }
    }

    /** Ends a holding: what was recorded is superseded and entered again with its end. */
    @Transactional
    public Entry end(Actor by, RegisterId register, long holding, LocalDate until) {
        var unit = sql.sql("""
                        select unit_id from organisation.holding
                         where register_id = :register and holding_id = :holding and superseded_at = 'infinity' and from_day < :until
                        """)
                .param("register", register.value())
                .param("holding", holding)
                .param("until", until)
                .query(Long.class)
                .optional()
                .map(UnitId::new)
                .orElseThrow(OrganisationRefusal::holdingNotFound);
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit, new AsOf(until.minusDays(1), entries.latest()));
        var entry = entries.begin(by, Set.of(register), "organisation.posts", null);
        sql.sql("""
                        with ended as (
                            update organisation.holding set superseded_at = :at, superseded_by = :entry
                             where register_id = :register and holding_id = :holding and superseded_at = 'infinity'
                            returning *
                        )
                        insert into organisation.holding (register_id, post_code, unit_id, village_id, member_id, outside_name, from_day,
                                                          until_day, decision_no, entry_id, recorded_at)
                        select register_id, post_code, unit_id, village_id, member_id, outside_name, from_day, :until, decision_no, :entry, :at
                          from ended
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", register.value())
                .param("holding", holding)
                .param("until", until)
                .update();
        return entry;
    }
}
