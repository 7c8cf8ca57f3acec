package vn.giaoban.reporting.forms;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.reporting.Period;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/**
 * Empty .xlsx forms that a superior supplies: taken in, matched once by their content, and given back with nothing but their cells filled.
 * Who may see the figures of the unit may have them filled; who confirms reports there takes them in and matches them.
 */
@Service
@Transactional(readOnly = true)
public class SuppliedTemplates {

    private final JdbcClient sql;
    private final Entries entries;
    private final Organisation organisation;
    private final Forms forms;

    SuppliedTemplates(JdbcClient sql, Entries entries, Organisation organisation, Forms forms) {
        this.sql = sql;
        this.entries = entries;
        this.organisation = organisation;
        this.forms = forms;
    }

    /** A supplied file that was taken in. */
    public record Template(long id, String name, Instant at) {}

    /**
     * A sheet of it with its match, ready to be corrected.
     *
     * @param form code; null where the sheet is none of ours
     * @param rows line by code of the form's row; {@code columns} in the same way
     * @param lines what stands in each line that says something, from 1; {@code places} above each column
     * @param cells how many would be filled if every cell had a number
     */
    public record Sheet(
            String name,
            @Nullable String form,
            Map<String, Integer> rows,
            Map<String, Integer> columns,
            Map<Integer, String> lines,
            Map<Integer, String> places,
            int cells) {}

    /** A file with its cells filled. @param cells how many */
    public record Filled(String name, byte[] content, int cells) {}

    public List<Template> of(Actor by, UnitId unit, AsOf at) {
        organisation.check(by, Verb.SEE_FIGURES, unit, at);
        return sql.sql("""
                        select template_id, name, recorded_at from reporting.template
                         where register_id = :register and unit_id = :unit and superseded_at = 'infinity'
                         order by recorded_at desc
                        """)
                .param("register", register(unit, at).value())
                .param("unit", unit.value())
                .query((row, n) -> new Template(
                        row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    private RegisterId register(UnitId unit, AsOf at) {
        return organisation.unit(unit, at).register();
    }

    /**
     * Takes a file in with a proposed match; the same content again is the same template, as it was matched.
     *
     * @param name what the sender called it; shown, never trusted
     * @throws TemplateRefusal if it is no such file; "not found" without the right
     */
    @Transactional
    public long take(Actor by, UnitId unit, String name, byte[] content, AsOf at) {
        organisation.check(by, Verb.CONFIRM, unit, at);
        var file = TemplateFile.of(content);
        var register = register(unit, at);
        var digest = sha256(content);
        var before = sql.sql("""
                        select template_id from reporting.template
                         where register_id = :register and unit_id = :unit and sha256 = :sha256 and superseded_at = 'infinity'
                        """)
                .param("register", register.value())
                .param("unit", unit.value())
                .param("sha256", digest)
                .query(Long.class)
                .optional();
        if (before.isPresent()) {
            return before.get();
        }
        var entry = entries.begin(by, Set.of(register), "reporting.template", null);
        var plain = Vietnamese.normal(name.replaceAll("\\p{Cntrl}", " "));
        var id = sql.sql("""
                        insert into reporting.template (register_id, unit_id, sha256, name, content, entry_id, recorded_at)
                        values (:register, :unit, :sha256, :name, :content, :entry, :at)
                        returning template_id
                        """)
                .param("register", register.value())
                .param("unit", unit.value())
                .param("sha256", digest)
                .param("name", plain.isEmpty() ? "bieu.xlsx" : plain.substring(0, Math.min(200, plain.length())))
                .param("content", content)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .query(Long.class)
                .single();
        var ours = forms.set(at.day()).forms();
        var found = new LinkedHashMap<String, Matching.Match>();
        file.sheets()
                .forEach(
                        (sheet, one) -> Matching.propose(sheet, one, ours).ifPresent(match -> found.put(sheet, match)));
        found.forEach((sheet, match) -> store(register, id, sheet, match, entry));
        return id;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void store(RegisterId register, long template, String sheet, Matching.Match match, Entry entry) {
        for (var axis : List.of("ROW", "COLUMN")) {
            (axis.equals("ROW") ? match.rows() : match.columns())
                    .forEach((code, place) -> sql.sql("""
                                insert into reporting.template_match (register_id, template_id, sheet, form_code, axis, code, place, entry_id,
                                                                      recorded_at)
                                values (:register, :template, :sheet, :form, :axis, :code, :place, :entry, :at)
                                """)
                            .param("register", register.value())
                            .param("template", template)
                            .param("sheet", sheet)
                            .param("form", match.form())
                            .param("axis", axis)
                            .param("code", code)
                            .param("place", place)
                            .param("entry", entry.id())
                            .param("at", Timestamp.from(entry.at()))
                            .update());
        }
    }

    private record Stored(String name, byte[] content) {}

    private Stored stored(UnitId unit, long template, AsOf at) {
        return sql.sql("""
                        select name, content from reporting.template
                         where register_id = :register and unit_id = :unit and template_id = :template and superseded_at = 'infinity'
                        """)
                .param("register", register(unit, at).value())
                .param("unit", unit.value())
                .param("template", template)
                .query((row, n) -> new Stored(row.getString(1), row.getBytes(2)))
                .optional()
                .orElseThrow(TemplateRefusal::notFound);
    }

    private Map<String, Matching.Match> matches(RegisterId register, long template) {
        var matches = new LinkedHashMap<String, Matching.Match>();
        sql.sql("""
                        select sheet, form_code, axis, code, place from reporting.template_match
                         where register_id = :register and template_id = :template and superseded_at = 'infinity'
                         order by match_id
                        """)
                .param("register", register.value())
                .param("template", template)
                .query(row -> {
                    var match = matches.computeIfAbsent(
                            row.getString(1),
                            sheet -> new Matching.Match(text(row, 2), new LinkedHashMap<>(), new LinkedHashMap<>()));
                    (row.getString(3).equals("ROW") ? match.rows() : match.columns())
                            .put(row.getString(4), row.getInt(5));
                });
        return matches;
    }

    private static String text(java.sql.ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws TemplateRefusal "not found", also if it is not this reader's */
    public String name(Actor by, UnitId unit, long template, AsOf at) {
        organisation.check(by, Verb.SEE_FIGURES, unit, at);
        return stored(unit, template, at).name();
    }

    /** Every sheet with its match. */
    public List<Sheet> sheets(Actor by, UnitId unit, long template, AsOf at) {
        organisation.check(by, Verb.SEE_FIGURES, unit, at);
        var file = TemplateFile.of(stored(unit, template, at).content());
        var matches = matches(register(unit, at), template);
        var sheets = new ArrayList<Sheet>();
        file.sheets().forEach((name, sheet) -> sheets.add(sheet(name, sheet, matches.get(name))));
        return sheets;
    }

    private static Sheet sheet(String name, TemplateFile.Sheet sheet, Matching.@Nullable Match match) {
        var lines = new LinkedHashMap<Integer, String>();
        sheet.texts().keySet().stream()
                .sorted()
                .forEach(key -> lines.merge(
                        (int) (key / 100_000L),
                        sheet.texts().getOrDefault(key, ""),
                        (one, other) -> one + " | " + other));
        lines.replaceAll((line, text) -> text.length() <= 90 ? text : text.substring(0, 90) + "…");
        var places = new LinkedHashMap<Integer, String>();
        var widest = sheet.xml().cells().values().stream()
                .mapToInt(SheetXml.Cell::column)
                .max()
                .orElse(1);
        for (int column = 1; column <= Math.min(60, widest); column++) {
            places.put(column, SheetXml.letters(column));
        }
        if (match == null) {
            return new Sheet(name, null, Map.of(), Map.of(), lines, places, 0);
        }
        int cells = (int) match.rows().values().stream()
                .flatMap(line -> match.columns().values().stream()
                        .filter(column -> TemplateFilling.mayFill(sheet, line, column)))
                .count();
        return new Sheet(name, match.form(), match.rows(), match.columns(), lines, places, cells);
    }

    /**
     * What an officer says of one sheet.
     *
     * @param form "" where the sheet is none of ours
     */
    public record Said(String sheet, String form, Map<String, Integer> rows, Map<String, Integer> columns) {}

    /** Keeps the match as corrected. A sheet that is said to be another form is proposed anew as that form. */
    @Transactional
    public void match(Actor by, UnitId unit, long template, List<Said> said, AsOf at) {
        organisation.check(by, Verb.CONFIRM, unit, at);
        var file = TemplateFile.of(stored(unit, template, at).content());
        var register = register(unit, at);
        var before = matches(register, template);
        var entry = entries.begin(by, Set.of(register), "reporting.template", null);
        sql.sql("""
                        update reporting.template_match set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and template_id = :template and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", register.value())
                .param("template", template)
                .update();
        for (var one : said) {
            var sheet = file.sheets().get(one.sheet());
            if (sheet != null && !one.form().isEmpty()) {
                var form = forms.form(at.day(), one.form());
                var kept = before.get(one.sheet());
                store(
                        register,
                        template,
                        one.sheet(),
                        kept == null || !kept.form().equals(one.form())
                                ? Matching.propose(sheet, form)
                                : known(form, one),
                        entry);
            }
        }
    }

    private static Matching.Match known(Form form, Said said) {
        var rows = new LinkedHashMap<>(said.rows());
        rows.keySet().retainAll(form.rows().stream().map(Form.Row::code).toList());
        var columns = new LinkedHashMap<>(said.columns());
        columns.keySet()
                .retainAll(form.columns().stream().map(Form.Column::code).toList());
        return new Matching.Match(form.code(), rows, columns);
    }

    /** @throws TemplateRefusal if nothing of it is matched; "not found" without the right */
    public Filled fill(
            Actor by,
            UnitId unit,
            long template,
            Period period,
            TreeChoice structure,
            @Nullable Instant known,
            AsOf at) {
        organisation.check(by, Verb.SEE_FIGURES, unit, at);
        var stored = stored(unit, template, at);
        var matches = matches(register(unit, at), template);
        var ours = forms.set(period.lastDay()).forms().stream()
                .filter(form ->
                        matches.values().stream().anyMatch(match -> match.form().equals(form.code())))
                .toList();
        if (ours.isEmpty()) {
            throw TemplateRefusal.nothingMatched();
        }
        var filled = forms.fill(by, unit, ours, period, structure, known);
        var filling = new TemplateFilling(TemplateFile.of(stored.content()));
        int cells = 0;
        for (var match : matches.entrySet()) {
            for (var form : filled.forms()) {
                if (form.form().code().equals(match.getValue().form())) {
                    cells += filling.put(match.getKey(), match.getValue(), form);
                }
            }
        }
        return new Filled(stored.name(), filling.written(), cells);
    }
}
