package vn.giaoban.organisation;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.UnitId;

/** The SQL of hierarchies beside the territorial one, and the ancestry along them. */
@Repository
class SecondPlaces {

    private final JdbcClient sql;
    private final Ancestry ancestry;

    SecondPlaces(JdbcClient sql, Ancestry ancestry) {
        this.sql = sql;
        this.ancestry = ancestry;
    }

    List<Hierarchy> hierarchies() {
        return sql.sql("select hierarchy_id, code, name from organisation.hierarchy order by hierarchy_id")
                .query((row, n) -> new Hierarchy(row.getShort(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Empty if the code is taken. */
    Optional<Hierarchy> create(String code, String name) {
        return sql.sql("""
                        insert into organisation.hierarchy (hierarchy_id, code, name)
                        select max(hierarchy_id) + 1, :code, :name from organisation.hierarchy
                            on conflict do nothing
                        returning hierarchy_id, code, name
                        """)
                .param("code", code)
                .param("name", name)
                .query((row, n) -> new Hierarchy(row.getShort(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** Ends what was said of these days, keeping what was said of the days around them. */
    void clear(Entry entry, short hierarchy, UnitId unit, LocalDate from, LocalDate until) {
        sql.sql("""
                        with gone as (
                            update organisation.second_place set superseded_at = :at, superseded_by = :entry
                             where hierarchy_id = :hierarchy and unit_id = :unit and superseded_at = 'infinity'
                               and from_day < :until and :from < until_day
                            returning hierarchy_id, unit_id, parent_id, from_day, until_day
                        )
                        insert into organisation.second_place (hierarchy_id, unit_id, parent_id, from_day, until_day, entry_id, recorded_at)
                        select hierarchy_id, unit_id, parent_id, from_day, cast(:from as date), cast(:entry as bigint), cast(:at as timestamptz)
                          from gone where from_day < :from
                         union all
                        select hierarchy_id, unit_id, parent_id, :until, until_day, :entry, :at
                          from gone where until_day > :until
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("hierarchy", hierarchy)
                .param("unit", unit.value())
                .param("from", from)
                .param("until", until)
                .update();
    }

    void place(Entry entry, short hierarchy, UnitId unit, UnitId parent, LocalDate from, LocalDate until) {
        sql.sql("""
                        insert into organisation.second_place (hierarchy_id, unit_id, parent_id, from_day, until_day, entry_id, recorded_at)
                        values (:hierarchy, :unit, :parent, :from, :until, :entry, :at)
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("hierarchy", hierarchy)
                .param("unit", unit.value())
                .param("parent", parent.value())
                .param("from", from)
                .param("until", until)
                .update();
    }

    /** The ancestry along every second hierarchy that has places, after something changed about these units. */
    void follow(Entry entry, Collection<UnitId> units) {
        sql.sql(
                        "select distinct hierarchy_id from organisation.ancestry where hierarchy_id > 1 and superseded_at = 'infinity'")
                .query(Short.class)
                .list()
                .forEach(hierarchy -> ancestry.read(entry, hierarchy, units));
    }

    /** The ancestry along one hierarchy; of all units if it had none. */
    void follow(Entry entry, short hierarchy, Collection<UnitId> units) {
        var begun = sql.sql(
                        "select exists (select from organisation.ancestry where hierarchy_id = :hierarchy and superseded_at = 'infinity')")
                .param("hierarchy", hierarchy)
                .query(Boolean.class)
                .single();
        ancestry.read(entry, hierarchy, begun ? units : all());
    }

    private List<UnitId> all() {
        return sql.sql("select unit_id from organisation.unit")
                .query((row, n) -> new UnitId(row.getLong(1)))
                .list();
    }

    /** A unit that would stand under itself, and from which day. */
    Optional<Circle> circle(short hierarchy) {
        return sql.sql("""
                        select u.code, a.from_day
                          from organisation.ancestry a
                          join organisation.unit u on u.unit_id = a.unit_id
                         where a.hierarchy_id = :hierarchy and a.superseded_at = 'infinity' and a.unit_id = a.ancestor_id and a.distance > 0
                         order by a.distance, u.code
                         limit 1
                        """)
                .param("hierarchy", hierarchy)
                .query((row, n) -> new Circle(row.getString(1), row.getObject(2, LocalDate.class)))
                .optional();
    }

    record Circle(String code, LocalDate from) {}
}
