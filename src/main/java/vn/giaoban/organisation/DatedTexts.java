package vn.giaoban.organisation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/** What is said of a unit in words for some days, with both clocks: other names, terms. Entered by who may change the structure there. */
final class DatedTexts {

    /** Words about a unit. @param until exclusive; {@code Days.FOREVER} for no end */
    record Text(long id, UnitId unit, String words, LocalDate from, LocalDate until) {}

    /** About to be entered. @param from null: nobody knows since when @param until exclusive; null: no end yet */
    record NewText(
            UnitId unit,
            String words,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * The statements of one kind of text.
     *
     * @param of key, unit, words, from, until of those of {@code :unit}, known at {@code :known}
     * @param insert unit, words, from, until, entry, instant
     * @param supersede of {@code :id} and {@code :unit}, by {@code :entry} at {@code :at}
     */
    record Statements(String of, String insert, String supersede) {}

    /** What is refused. @param clash two texts that exclude one another */
    interface Refusals {
        OrganisationRefusal malformed();

        OrganisationRefusal notFound();

        OrganisationRefusal clash(List<NewText> texts);
    }

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final Entries entries;
    private final Organisation organisation;
    private final Statements statements;
    private final Refusals refusals;
    private final String what;
    private final int longest;

    /** @param what name of their entries @param longest letters of the words */
    DatedTexts(
            JdbcTemplate batches,
            Entries entries,
            Organisation organisation,
            Statements statements,
            Refusals refusals,
            String what,
            int longest) {
        this.sql = JdbcClient.create(batches);
        this.batches = batches;
        this.entries = entries;
        this.organisation = organisation;
        this.statements = statements;
        this.refusals = refusals;
        this.what = what;
        this.longest = longest;
    }

    List<Text> of(UnitId unit, Instant known) {
        return sql.sql(statements.of())
                .param("unit", unit.value())
                .param("known", Timestamp.from(known))
                .query((row, n) -> new Text(
                        row.getLong(1),
                        new UnitId(row.getLong(2)),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    Entry add(Actor by, NewText text, AsOf at) {
        organisation.check(by, Verb.CHANGE_STRUCTURE, text.unit(), at);
        var entry = begin(by, organisation.unit(text.unit(), at).register());
        insert(entry, List.of(text));
        return entry;
    }

    /** Enters texts of one register, all or none, each judged by the rights on its first day. */
    void addAll(Actor by, RegisterId register, List<NewText> texts) {
        var known = entries.latest();
        for (var text : texts) {
            var first = text.from() == null ? Days.EVER : text.from();
            organisation.check(by, Verb.CHANGE_STRUCTURE, text.unit(), new AsOf(first, known));
        }
        insert(begin(by, register), texts);
    }

    /** What was recorded is superseded and entered again. */
    Entry correct(Actor by, long id, NewText corrected, AsOf at) {
        var entry = withdraw(by, corrected.unit(), id, at);
        insert(entry, List.of(corrected));
        return entry;
    }

    /** What was entered wrongly; it stays known at earlier instants. */
    Entry withdraw(Actor by, UnitId unit, long id, AsOf at) {
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit, at);
        var entry = begin(by, organisation.unit(unit, at).register());
        var superseded = sql.sql(statements.supersede())
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("id", id)
                .param("unit", unit.value())
                .update();
        if (superseded == 0) {
            throw refusals.notFound();
        }
        return entry;
    }

    private Entry begin(Actor by, RegisterId register) {
        return entries.begin(by, Set.of(register), what, null);
    }

    private NewText checked(NewText text) {
        var words = Vietnamese.normal(text.words());
        if (words.isEmpty() || words.length() > longest) {
            throw refusals.malformed();
        }
        var first = text.from() == null ? Days.EVER : text.from();
        var end = text.until() == null ? Days.FOREVER : text.until();
        if (!end.isAfter(first)) {
            throw OrganisationRefusal.endsBeforeItBegins();
        }
        return new NewText(text.unit(), words, first, end);
    }

    private void insert(Entry entry, List<NewText> texts) {
        var checked = texts.stream().map(this::checked).toList();
        try {
            batches.batchUpdate(statements.insert(), checked, 500, (statement, text) -> {
                statement.setLong(1, text.unit().value());
                statement.setString(2, text.words());
                statement.setObject(3, text.from());
                statement.setObject(4, text.until());
                statement.setLong(5, entry.id());
                statement.setTimestamp(6, Timestamp.from(entry.at()));
            });
        } catch (DataIntegrityViolationException clash) {
            throw refusals.clash(checked);
        }
    }
}
