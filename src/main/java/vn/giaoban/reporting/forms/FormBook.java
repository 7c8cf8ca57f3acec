package vn.giaoban.reporting.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Catalogue;
import vn.giaoban.figures.Division;
import vn.giaoban.figures.Labels;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.Refusal;

/** The sets of forms as they stand in the database, checked against the catalogue of figures before anybody reads one. */
@Component
class FormBook {

    private static final Pattern SIGNED = Pattern.compile("([+-]?)\\s*([0-9A-Za-z][0-9A-Za-z-]*)");

    private final JdbcClient sql;
    private final Catalogue catalogue;
    private final Labels labels;
    private volatile @Nullable List<FormSet> sets;

    FormBook(JdbcClient sql, Catalogue catalogue, Labels labels) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.labels = labels;
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        sets = null;
    }

    /** @throws IllegalStateException if a formula names what is not declared: then the program does not start */
    @EventListener(ApplicationReadyEvent.class)
    void checkAtStart() {
        sets();
    }

    List<FormSet> sets() {
        var kept = sets;
        if (kept == null) {
            kept = read();
            var faults = kept.stream()
                    .flatMap(set -> set.forms().stream())
                    .flatMap(form -> faults(form).stream())
                    .toList();
            if (!faults.isEmpty()) {
                throw new IllegalStateException("statistical forms: " + String.join("; ", faults));
            }
            sets = kept;
        }
        return kept;
    }

    private List<FormSet> read() {
        var columns = grouped(
                "select set_code, form_code, column_code, heading, span, formula, part, whole from reporting.form_column order by rank",
                row -> new Form.Column(
                        row.text("column_code"),
                        row.text("heading"),
                        Form.Span.valueOf(row.text("span")),
                        row.find("formula"),
                        row.find("part"),
                        row.find("whole")));
        var rows = grouped(
                "select set_code, form_code, row_code, mark, label, depth, formula, missing, note from reporting.form_row order by rank",
                row -> new Form.Row(
                        row.text("row_code"),
                        row.text("mark"),
                        row.text("label"),
                        Integer.parseInt(row.text("depth")),
                        row.find("formula"),
                        row.find("missing"),
                        row.find("note")));
        var checks = grouped(
                "select set_code, form_code, words, left_rows, right_rows from reporting.form_check order by rank",
                row -> new Form.Check(
                        row.text("words"), signed(row.text("left_rows")), signed(row.text("right_rows"))));
        var forms = new HashMap<String, List<Form>>();
        sql.sql("select set_code, form_code, number, title, across, corner from reporting.form order by rank")
                .query(row -> {
                    var key = row.getString(1) + "/" + row.getString(2);
                    forms.computeIfAbsent(row.getString(1), code -> new ArrayList<>())
                            .add(new Form(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getBoolean(5),
                                    row.getString(6),
                                    columns.getOrDefault(key, List.of()),
                                    rows.getOrDefault(key, List.of()),
                                    checks.getOrDefault(key, List.of())));
                });
        return sql.sql("""
                        select set_code, name, source, from_day, until_day, verified
                          from reporting.form_set order by from_day desc, set_code
                        """)
                .query((row, n) -> new FormSet(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getBoolean(6),
                        forms.getOrDefault(row.getString(1), List.of())))
                .list();
    }

    /** Columns of a row of a table, all read as text. */
    private record Texts(Map<String, @Nullable String> texts) {

        String text(String column) {
            return Objects.requireNonNull(texts.get(column), column);
        }

        @Nullable
        String find(String column) {
            return texts.get(column);
        }
    }

    private <T> Map<String, List<T>> grouped(String statement, Function<Texts, T> read) {
        var groups = new HashMap<String, List<T>>();
        RowCallbackHandler each = row -> {
            var texts = new HashMap<String, @Nullable String>();
            for (var n = 1; n <= row.getMetaData().getColumnCount(); n++) {
                texts.put(row.getMetaData().getColumnLabel(n), row.getString(n));
            }
            groups.computeIfAbsent(texts.get("set_code") + "/" + texts.get("form_code"), key -> new ArrayList<>())
                    .add(read.apply(new Texts(texts)));
        };
        sql.sql(statement).query(each);
        return groups;
    }

    private static List<Form.Check.Signed> signed(String rows) {
        return SIGNED.matcher(rows.strip())
                .results()
                .map(match -> new Form.Check.Signed(!match.group(1).equals("-"), match.group(2)))
                .toList();
    }

    /** Everything that cannot be reckoned in a form. */
    List<String> faults(Form form) {
        var faults = new ArrayList<String>();
        for (var row : form.rows()) {
            for (var column : form.columns()) {
                if (form.reckons(row, column)) {
                    try {
                        form.formula(row, column).terms().forEach(term -> faults.addAll(faults(term)));
                    } catch (IllegalArgumentException unreadable) {
                        faults.add(String.valueOf(unreadable.getMessage()));
                    }
                }
            }
        }
        for (var column : form.columns()) {
            for (var other : new String[] {column.part(), column.whole()}) {
                if (column.isShare()
                        && form.columns().stream().noneMatch(one -> one.code().equals(other))) {
                    faults.add("no column " + other);
                }
            }
        }
        form.checks().stream()
                .flatMap(check -> java.util.stream.Stream.concat(check.left().stream(), check.right().stream()))
                .filter(signed ->
                        form.rows().stream().noneMatch(row -> row.code().equals(signed.row())))
                .forEach(signed -> faults.add("no row " + signed.row()));
        return faults.stream()
                .distinct()
                .map(fault -> form.number() + ": " + fault)
                .toList();
    }

    private List<String> faults(Formula.Term term) {
        var indicator = catalogue.indicator(term.indicator());
        if (indicator.isEmpty()) {
            return List.of("no figure " + term.indicator());
        }
        var refused = new ArrayList<Refusal>();
        var division = Division.read(term.division(), catalogue, refused);
        if (!refused.isEmpty()) {
            return refused.stream().map(refusal -> term + ": " + refusal.code()).toList();
        }
        var faults = new ArrayList<String>();
        division.filter(by -> !catalogue.divides(by.first(), indicator.get()))
                .ifPresent(by -> faults.add(by.code() + " does not divide " + term.indicator()));
        for (var parts : term.parts()) {
            var known = labels.of(parts.breakdown()).keySet();
            parts.keys().stream()
                    .filter(key -> !known.isEmpty() && !known.contains(key) && !key.equals(Formula.Parts.UNSTATED))
                    .forEach(key -> faults.add("no part " + parts.breakdown() + "=" + key));
        }
        return faults;
    }

    /** The set in force on a day; else the one that was last in force before it, else the first: whether it is in force is said with it. */
    FormSet on(LocalDate day) {
        var all = sets();
        return all.stream()
                .filter(set -> set.inForce(day))
                .findFirst()
                .or(() -> all.stream().filter(set -> !day.isBefore(set.from())).findFirst())
                .orElseGet(() -> all.get(all.size() - 1));
    }
}
