package vn.giaoban.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** The SQL of grants and roles. A grant names a role or a single verb. */
@Repository
class GrantRows {

    private final JdbcClient sql;

    GrantRows(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What an account may do on a day: over the unit of each grant, and over the one that stands for it; "everything" is the roots of all
     * times. The closed unit stays among them for the trees of the days on which it was open.
     */
    List<Actor.Grant> held(AccountId account, AsOf at) {
        return sql.sql("""
                        with held as (
                            select g.unit_id, v.verb
                              from access.granted g
                             cross join lateral (
                                   select r.verb
                                     from access.role r
                                    where r.role_code = g.role_code and r.from_day <= :day and :day < r.until_day
                                    union
                                   select g.verb where g.verb is not null) v
                             where g.account_id = :account and g.superseded_by is null
                               and g.from_day <= :day and :day < g.until_day
                               and g.post_code is null
                        )
                        select h.verb, s.ancestor_id as unit_id
                          from held h
                          join organisation_api.stands_under s
                            on s.unit_id = h.unit_id and s.distance = 0 and s.hierarchy_id = 1
                           and s.from_day <= :day and :day < s.until_day
                           and s.recorded_at <= :known and :known < s.superseded_at
                         union
                        select h.verb, r.unit_id
                          from held h
                         cross join (select unit_id from organisation_api.unit_on(:day, :known) where parent_id is null
                                      union
                                     select f.unit_id
                                       from organisation_api.effect f
                                       join organisation_api.event e on e.event_id = f.event_id
                                      where f.aspect = 'OPEN' and f.other_id is null
                                        and e.recorded_at <= :known and :known < e.superseded_at) r
                         where h.unit_id is null
                         union
                        select h.verb, h.unit_id from held h where h.unit_id is not null
                        """)
                .param("account", account.value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .query((row, n) -> new Actor.Grant(Verb.valueOf(row.getString(1)), new UnitId(row.getLong(2))))
                .list();
    }

    /** What it may do by the posts its person holds on a day; a holding ends with its unit. Needs sight of the person's register. */
    List<Actor.Grant> heldByPost(AccountId account, AsOf at) {
        return sql.sql("""
                        select distinct v.verb, g.unit_id
                          from access.granted g
                          join access.account a on a.account_id = g.account_id
                          left join access.merged_person m
                            on m.person_register = a.person_register and m.merged = a.person_member and m.superseded_by is null
                          join organisation_api.posts_on(:day, :known) p
                            on p.post_code = g.post_code and p.unit_id = g.unit_id
                           and p.register_id = a.person_register and p.member_id = coalesce(m.kept, a.person_member)
                         cross join lateral (
                               select r.verb
                                 from access.role r
                                where r.role_code = g.role_code and r.from_day <= :day and :day < r.until_day
                                union
                               select g.verb where g.verb is not null) v
                         where g.account_id = :account and g.superseded_by is null
                           and g.from_day <= :day and :day < g.until_day
                        """)
                .param("account", account.value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .query((row, n) -> new Actor.Grant(Verb.valueOf(row.getString(1)), new UnitId(row.getLong(2))))
                .list();
    }

    List<Grant> of(AccountId account) {
        return sql.sql("""
                        select g.granted_id, g.account_id, a.login, a.name, coalesce(g.role_code, g.verb) as role, g.unit_id, g.from_day,
                               g.until_day, g.post_code, coalesce(p.login, 'system') as given_by, coalesce(c.login, 'system') as confirmed_by,
                               g.recorded_at
                          from access.granted g
                          join access.account a using (account_id)
                          left join access.account p on p.account_id = g.given_by
                          left join access.account c on c.account_id = g.confirmed_by
                         where g.account_id = :account and g.superseded_by is null
                         order by g.from_day, g.granted_id
                        """)
                .param("account", account.value())
                .query(GrantRows::grant)
                .list();
    }

    /** Grants over any of these units, and those over everything. */
    List<Grant> over(Collection<UnitId> units) {
        return sql.sql("""
                        select g.granted_id, g.account_id, a.login, a.name, coalesce(g.role_code, g.verb) as role, g.unit_id, g.from_day,
                               g.until_day, g.post_code, coalesce(p.login, 'system') as given_by, coalesce(c.login, 'system') as confirmed_by,
                               g.recorded_at
                          from access.granted g
                          join access.account a using (account_id)
                          left join access.account p on p.account_id = g.given_by
                          left join access.account c on c.account_id = g.confirmed_by
                         where (g.unit_id is null or g.unit_id = any (:units)) and g.superseded_by is null
                         order by a.login, g.from_day, g.granted_id
                        """)
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .query(GrantRows::grant)
                .list();
    }

    Optional<Grant> find(long id) {
        return sql.sql("""
                        select g.granted_id, g.account_id, a.login, a.name, coalesce(g.role_code, g.verb) as role, g.unit_id, g.from_day,
                               g.until_day, g.post_code, coalesce(p.login, 'system') as given_by, coalesce(c.login, 'system') as confirmed_by,
                               g.recorded_at
                          from access.granted g
                          join access.account a using (account_id)
                          left join access.account p on p.account_id = g.given_by
                          left join access.account c on c.account_id = g.confirmed_by
                         where g.granted_id = :id and g.superseded_by is null
                        """).param("id", id).query(GrantRows::grant).optional();
    }

    void insert(Entry entry, NewGrant grant, long givenBy, long confirmedBy) {
        var verb = verb(grant.role());
        sql.sql("""
                        insert into access.granted (account_id, role_code, verb, unit_id, from_day, until_day, post_code, given_by,
                                                    confirmed_by, entry_id, recorded_at)
                        values (:account, :role, :verb, :unit, :from, :until, :post, :given, :confirmed, :entry, :at)
                        """)
                .param("account", grant.account().value())
                .param("role", verb == null ? grant.role() : null)
                .param("verb", verb == null ? null : verb.name())
                .param("unit", grant.unit() == null ? null : grant.unit().value())
                .param("from", grant.from())
                .param("until", grant.until())
                .param("post", grant.post())
                .param("given", givenBy)
                .param("confirmed", confirmedBy)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    /** False if somebody else was quicker. */
    boolean supersede(Entry entry, long grant) {
        return sql.sql("""
                        update access.granted
                           set superseded_at = :at, superseded_by = :entry
                         where granted_id = :grant and superseded_by is null
                        """)
                        .param("at", Timestamp.from(entry.at()))
                        .param("entry", entry.id())
                        .param("grant", grant)
                        .update()
                == 1;
    }

    /** The same grant with an earlier end. */
    void insertEnded(Entry entry, long grant, LocalDate until) {
        sql.sql("""
                        insert into access.granted (account_id, role_code, verb, unit_id, from_day, until_day, post_code, given_by,
                                                    confirmed_by, entry_id, recorded_at)
                        select account_id, role_code, verb, unit_id, from_day, :until, post_code, given_by, confirmed_by, :entry, :at
                          from access.granted
                         where granted_id = :grant
                        """)
                .param("until", until)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .param("grant", grant)
                .update();
    }

    List<String> roles(LocalDate day) {
        return sql.sql("""
                        select role_code
                          from access.role
                         where from_day <= :day and :day < until_day
                         group by role_code
                         order by count(*) desc, role_code
                        """).param("day", day).query(String.class).list();
    }

    /** What a role, or a single verb by its name, allows; nothing if there is neither. */
    Set<Verb> verbs(String role, LocalDate day) {
        var verb = verb(role);
        if (verb != null) {
            return EnumSet.of(verb);
        }
        var verbs = EnumSet.noneOf(Verb.class);
        sql.sql("select verb from access.role where role_code = :role and from_day <= :day and :day < until_day")
                .param("role", role)
                .param("day", day)
                .query(String.class)
                .list()
                .forEach(name -> verbs.add(Verb.valueOf(name)));
        return verbs;
    }

    private static @Nullable Verb verb(String role) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.name().equals(role))
                .findFirst()
                .orElse(null);
    }

    private static Grant grant(ResultSet row, int n) throws SQLException {
        return new Grant(
                row.getLong("granted_id"),
                new AccountId(row.getLong("account_id")),
                row.getString("login"),
                row.getString("name"),
                row.getString("role"),
                AccountRows.unit(row, "unit_id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("post_code"),
                row.getString("given_by"),
                row.getString("confirmed_by"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
