package vn.giaoban.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.DatedTexts.NewText;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Terms of committees. On each day a unit has at most one; who belongs to it is read from the days of the posts. */
@Service
@Transactional(readOnly = true)
public class Terms {

    /** A term about to be entered. @param until exclusive; null: no end yet */
    public record NewTerm(
            UnitId unit,
            String name,
            LocalDate from,
            @Nullable LocalDate until) {

        NewText text() {
            return new NewText(unit, name, from, until);
        }
    }

    private static final DatedTexts.Statements STATEMENTS = new DatedTexts.Statements("""
            select term_id, unit_id, name, from_day, until_day
              from organisation.term
             where unit_id = :unit and recorded_at <= :known and :known < superseded_at
             order by from_day desc
            """, """
            insert into organisation.term (unit_id, name, from_day, until_day, entry_id, recorded_at) values (?, ?, ?, ?, ?, ?)
            """, """
            update organisation.term set superseded_at = :at, superseded_by = :entry
             where term_id = :id and unit_id = :unit and superseded_at = 'infinity'
            """);

    private static final DatedTexts.Refusals REFUSALS = new DatedTexts.Refusals() {
        @Override
        public OrganisationRefusal malformed() {
            return OrganisationRefusal.malformedTermName();
        }

        @Override
        public OrganisationRefusal notFound() {
            return OrganisationRefusal.termNotFound();
        }

        @Override
        public OrganisationRefusal clash(List<NewText> texts) {
            return OrganisationRefusal.termsOverlap();
        }
    };

    private final DatedTexts texts;
    private final Entries entries;
    private final Organisation organisation;

    Terms(JdbcTemplate batches, Entries entries, Organisation organisation) {
        this.texts = new DatedTexts(batches, entries, organisation, STATEMENTS, REFUSALS, "organisation.term", 100);
        this.entries = entries;
        this.organisation = organisation;
    }

    /** Of all days, the newest first. */
    public List<Term> of(UnitId unit, Instant known) {
        return texts.of(unit, known).stream()
                .map(one -> new Term(one.id(), one.unit(), one.words(), one.from(), one.until()))
                .toList();
    }

    /** The term of a day, or, where none holds, the last before it, which has expired. */
    public Optional<Term> onOrBefore(UnitId unit, AsOf at) {
        return of(unit, at.known()).stream()
                .filter(term -> !term.from().isAfter(at.day()))
                .findFirst();
    }

    /** @throws OrganisationRefusal if another term holds on one of the days, or the unit is not open on the first */
    @Transactional
    public Entry begin(Actor by, NewTerm term, AsOf at) {
        checkOpen(by, term, at);
        return texts.add(by, term.text(), at);
    }

    /** Enters terms of one register, all or none; for who brings them along with the units. */
    @Transactional
    public void beginAll(Actor by, RegisterId register, List<NewTerm> terms) {
        texts.addAll(by, register, terms.stream().map(NewTerm::text).toList());
    }

    /** Corrects a term: what was recorded is superseded and entered again. */
    @Transactional
    public Entry correct(Actor by, long term, NewTerm corrected, AsOf at) {
        checkOpen(by, corrected, at);
        return texts.correct(by, term, corrected.text(), at);
    }

    /** What was entered wrongly; it stays known at earlier instants. */
    @Transactional
    public Entry withdraw(Actor by, UnitId unit, long term, AsOf at) {
        return texts.withdraw(by, unit, term, at);
    }

    private void checkOpen(Actor by, NewTerm term, AsOf at) {
        organisation.check(by, Verb.CHANGE_STRUCTURE, term.unit(), at);
        if (organisation
                .find(term.unit(), new AsOf(term.from(), entries.latest()))
                .isEmpty()) {
            throw OrganisationRefusal.notOpen(organisation.unit(term.unit(), at).name(), term.from());
        }
    }
}
