package vn.giaoban.organisation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import vn.giaoban.shared.Vietnamese;

/** Terms of committees. On each day a unit has at most one; who belongs to it is read from the days of the posts. */
@Service
@Transactional(readOnly = true)
public class Terms {

    /** A term about to be entered. @param until exclusive; null: no end yet */
    public record NewTerm(
            UnitId unit,
            String name,
            LocalDate from,
            @Nullable LocalDate until) {}

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final Entries entries;
    private final Organisation organisation;

    Terms(JdbcClient sql, JdbcTemplate batches, Entries entries, Organisation organisation) {
        this.sql = sql;
        this.batches = batches;
        this.entries = entries;
        this.organisation = organisation;
    }

    /** Of all days, the newest first. */
    public List<Term> of(UnitId unit, Instant known) {
        return sql.sql("""
                        select term_id, unit_id, name, from_day, until_day
                          from organisation.term
                         where unit_id = :unit and recorded_at <= :known and :known < superseded_at
                         order by from_day desc
                        """)
                .param("unit", unit.value())
                .param("known", Timestamp.from(known))
                .query((row, n) -> new Term(
                        row.getLong(1),
                        new UnitId(row.getLong(2)),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    /** The term of a day, or, where none holds, the last before it, which has expired. */
    public Optional<Term> onOrBefore(UnitId unit, AsOf at) {
        return of(unit, at.known()).stream()
                .filter(term -> !term.from().isAfter(at.day()))
                .findFirst();
    }

    /** @throws OrganisationRefusal if another term holds on one of the days, or the unit is not open on the first */
    @Transactional
    public void begin(Actor by, NewTerm term, AsOf at) {
        var register = mayChange(by, term.unit(), term.from(), at);
        var entry = entries.begin(by, Set.of(register), "organisation.term", null);
        insert(entry, List.of(checked(term)));
    }

    /** Enters terms of one register, all or none; for who brings them along with the units. */
    @Transactional
    public void beginAll(Actor by, RegisterId register, List<NewTerm> terms) {
        var known = entries.latest();
        for (var term : terms) {
            organisation.check(by, Verb.CHANGE_STRUCTURE, term.unit(), new AsOf(term.from(), known));
        }
        insert(
                entries.begin(by, Set.of(register), "organisation.term", null),
                terms.stream().map(Terms::checked).toList());
    }

    /** Corrects a term: what was recorded is superseded and entered again. */
    @Transactional
    public void correct(Actor by, long term, NewTerm corrected, AsOf at) {
        var register = mayChange(by, corrected.unit(), corrected.from(), at);
        var entry = entries.begin(by, Set.of(register), "organisation.term", null);
        supersede(entry, corrected.unit(), term);
        insert(entry, List.of(checked(corrected)));
    }

    /** What was entered wrongly; it stays known at earlier instants. */
    @Transactional
    public void withdraw(Actor by, UnitId unit, long term, AsOf at) {
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit, at);
        supersede(
                entries.begin(by, Set.of(organisation.unit(unit, at).register()), "organisation.term", null),
                unit,
                term);
    }

    private RegisterId mayChange(Actor by, UnitId unit, LocalDate from, AsOf at) {
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit, at);
        var today = organisation.unit(unit, at);
        if (organisation.find(unit, new AsOf(from, entries.latest())).isEmpty()) {
            throw OrganisationRefusal.notOpen(today.name(), from);
        }
        return today.register();
    }

    private static NewTerm checked(NewTerm term) {
        var name = Vietnamese.normal(term.name());
        if (name.isEmpty() || name.length() > 100) {
            throw OrganisationRefusal.malformedTermName();
        }
        if (term.until() != null && !term.until().isAfter(term.from())) {
            throw OrganisationRefusal.endsBeforeItBegins();
        }
        return new NewTerm(term.unit(), name, term.from(), term.until());
    }

    private void supersede(Entry entry, UnitId unit, long term) {
        var superseded = sql.sql("""
                        update organisation.term set superseded_at = :at, superseded_by = :entry
                         where term_id = :term and unit_id = :unit and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("term", term)
                .param("unit", unit.value())
                .update();
        if (superseded == 0) {
            throw OrganisationRefusal.termNotFound();
        }
    }

    private void insert(Entry entry, List<NewTerm> terms) {
        try {
            batches.batchUpdate("""
                    insert into organisation.term (unit_id, name, from_day, until_day, entry_id, recorded_at) values (?, ?, ?, ?, ?, ?)
                    """, terms, 500, (statement, term) -> {
                statement.setLong(1, term.unit().value());
                statement.setString(2, term.name());
                statement.setObject(3, term.from());
                statement.setObject(4, term.until() == null ? Days.FOREVER : term.until());
                statement.setLong(5, entry.id());
                statement.setTimestamp(6, Timestamp.from(entry.at()));
            });
        } catch (DataIntegrityViolationException overlapping) {
            throw OrganisationRefusal.termsOverlap();
        }
    }
}
