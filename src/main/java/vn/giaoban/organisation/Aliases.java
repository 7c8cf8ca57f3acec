package vn.giaoban.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.DatedTexts.NewText;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;

/** Other names of units. Open to every account, as names are; entered by who may change the structure there. */
@Service
@Transactional(readOnly = true)
public class Aliases {

    private static final DatedTexts.Statements STATEMENTS = new DatedTexts.Statements("""
            select alias_id, unit_id, name, from_day, until_day
              from organisation.alias
             where unit_id = :unit and recorded_at <= :known and :known < superseded_at
             order by until_day desc, from_day desc, name
            """, """
            insert into organisation.alias (unit_id, name, from_day, until_day, entry_id, recorded_at) values (?, ?, ?, ?, ?, ?)
            """, """
            update organisation.alias set superseded_at = :at, superseded_by = :entry
             where alias_id = :id and unit_id = :unit and superseded_at = 'infinity'
            """);

    private static final DatedTexts.Refusals REFUSALS = new DatedTexts.Refusals() {
        @Override
        public OrganisationRefusal malformed() {
            return OrganisationRefusal.malformedName();
        }

        @Override
        public OrganisationRefusal notFound() {
            return OrganisationRefusal.aliasNotFound();
        }

        @Override
        public OrganisationRefusal clash(List<NewText> texts) {
            return OrganisationRefusal.aliasTwice(texts.get(0).words());
        }
    };

    private final DatedTexts texts;

    Aliases(JdbcTemplate batches, Entries entries, Organisation organisation) {
        texts = new DatedTexts(batches, entries, organisation, STATEMENTS, REFUSALS, "organisation.alias", 300);
    }

    /** Those of all days, the newest first. */
    public List<Alias> of(UnitId unit, Instant known) {
        return texts.of(unit, known).stream()
                .map(one -> new Alias(one.id(), one.unit(), one.words(), one.from(), one.until()))
                .toList();
    }

    /**
     * @param from null: nobody knows since when
     * @param until exclusive; null: in use still
     * @throws OrganisationRefusal if the name is empty or too long, ends before it begins, or is entered for one of the days already
     */
    @Transactional
    public Entry add(Actor by, UnitId unit, String name, @Nullable LocalDate from, @Nullable LocalDate until, AsOf at) {
        return texts.add(by, new NewText(unit, name, from, until), at);
    }

    /** What was entered wrongly; it stays known at earlier instants. */
    @Transactional
    public Entry withdraw(Actor by, UnitId unit, long alias, AsOf at) {
        return texts.withdraw(by, unit, alias, at);
    }
}
