package vn.giaoban.organisation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/** Other names of units. Open to every account, as names are; entered by who may change the structure there. */
@Service
@Transactional(readOnly = true)
public class Aliases {

    private final JdbcClient sql;
    private final Entries entries;
    private final Organisation organisation;

    Aliases(JdbcClient sql, Entries entries, Organisation organisation) {
        this.sql = sql;
        this.entries = entries;
        this.organisation = organisation;
    }

    /** Those of all days, the newest first. */
    public List<Alias> of(UnitId unit, Instant known) {
        return sql.sql("""
                        select alias_id, unit_id, name, from_day, until_day
                          from organisation.alias
                         where unit_id = :unit and recorded_at <= :known and :known < superseded_at
                         order by until_day desc, from_day desc, name
                        """)
                .param("unit", unit.value())
                .param("known", Timestamp.from(known))
                .query((row, n) -> new Alias(
                        row.getLong(1),
                        new UnitId(row.getLong(2)),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    /**
     * @param from null: nobody knows since when
     * @param until exclusive; null: in use still
     * @throws OrganisationRefusal if the name is empty or too long, ends before it begins, or is entered for one of the days already
     */
    @Transactional
    public void add(Actor by, UnitId unit, String name, @Nullable LocalDate from, @Nullable LocalDate until, AsOf at) {
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit, at);
        var known = organisation.unit(unit, at);
        var text = Vietnamese.normal(name);
        var first = from == null ? Days.EVER : from;
        var end = until == null ? Days.FOREVER : until;
        if (text.isEmpty() || text.length() > 300) {
            throw OrganisationRefusal.malformedName();
        }
        if (!end.isAfter(first)) {
            throw OrganisationRefusal.endsBeforeItBegins();
        }
        var entry = entries.begin(by, Set.of(known.register()), "organisation.alias", null);
        try {
            sql.sql("""
                            insert into organisation.alias (unit_id, name, from_day, until_day, entry_id, recorded_at)
                            values (:unit, :name, :from, :until, :entry, :at)
                            """)
                    .param("unit", unit.value())
                    .param("name", text)
                    .param("from", first)
                    .param("until", end)
                    .param("entry", entry.id())
                    .param("at", Timestamp.from(entry.at()))
                    .update();
        } catch (DataIntegrityViolationException twice) {
            throw OrganisationRefusal.aliasTwice(text);
        }
    }

    /** What was entered wrongly; it stays known at earlier instants. */
    @Transactional
    public void withdraw(Actor by, UnitId unit, long alias, AsOf at) {
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit, at);
        var entry = entries.begin(by, Set.of(organisation.unit(unit, at).register()), "organisation.alias", null);
        var withdrawn = sql.sql("""
                        update organisation.alias set superseded_at = :at, superseded_by = :entry
                         where alias_id = :alias and unit_id = :unit and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("alias", alias)
                .param("unit", unit.value())
                .update();
        if (withdrawn == 0) {
            throw OrganisationRefusal.aliasNotFound();
        }
    }
}
