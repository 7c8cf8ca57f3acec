package vn.giaoban.reporting.forms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import vn.giaoban.figures.Answer;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Question;
import vn.giaoban.figures.Subject;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.figures.Why;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.record.Entries;
import vn.giaoban.reporting.Period;
import vn.giaoban.reporting.ReportingRefusal;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.UnitId;

/** Statistical forms of any unit and period. All cells of all forms asked for are one reading: one question for each way to divide. */
@Service
public class Forms {

    private final FormBook book;
    private final Figures figures;
    private final Organisation organisation;
    private final Entries entries;

    /** A form at an instant does not change; it is kept for the very rights it was read with. */
    private final Cache<Asked, Kept> read =
            Caffeine.newBuilder().maximumSize(300).build();

    private record Asked(Actor by, Question question, String set, String form) {}

    private record Kept(FilledForm form, boolean yearAgo) {}

    Forms(FormBook book, Figures figures, Organisation organisation, Entries entries) {
        this.book = book;
        this.figures = figures;
        this.organisation = organisation;
        this.entries = entries;
    }

    /** Every set, the latest first. */
    public List<FormSet> sets() {
        return book.sets();
    }

    /** The set in force on a day, or the nearest: {@link FormSet#inForce} says whether it is. */
    public FormSet set(LocalDate day) {
        return book.on(day);
    }

    /** @throws ReportingRefusal if there is no such form in the set in force on the day */
    public Form form(LocalDate day, String code) {
        return set(day).forms().stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ReportingRefusal.noSuchForm(code));
    }

    /**
     * @param known null: everything recorded until now
     * @throws Refusal as {@link Figures#read}: all that is wrong at once, and "not found" for a unit that is not the actor's
     */
    public FilledForms fill(
            Actor by, UnitId unit, List<Form> forms, Period period, TreeChoice structure, @Nullable Instant known) {
        var fixed = known == null ? entries.latest() : known;
        var question =
                Question.of(unit, period.from(), period.until()).in(structure).known(fixed);
        var answer = figures.read(by, question.only("members"));
        var found = new HashMap<Form, Kept>();
        forms.forEach(form -> Optional.ofNullable(read.getIfPresent(asked(by, question, form)))
                .ifPresent(kept -> found.put(form, kept)));
        var missing = forms.stream().filter(form -> !found.containsKey(form)).toList();
        if (!missing.isEmpty()) {
            var now = read(by, question, missing, Form.Span.NOW);
            var yearAgo = yearAgo(by, question, missing, period);
            for (var form : missing) {
                var kept = new Kept(filled(form, now, yearAgo), yearAgo.isPresent());
                read.put(asked(by, question, form), kept);
                found.put(form, kept);
            }
        }
        var kept = forms.stream()
                .map(form -> Objects.requireNonNull(found.get(form)))
                .toList();
        var at = new AsOf(period.lastDay(), fixed);
        var named = organisation.unit(unit, new AsOf(nearest(answer.unit(), period.lastDay()), fixed));
        return new FilledForms(
                set(period.lastDay()),
                named,
                superior(named, at),
                period,
                answer.reading(),
                kept.stream().allMatch(Kept::yearAgo),
                kept.stream().map(Kept::form).toList());
    }

    private static Asked asked(Actor by, Question question, Form form) {
        return new Asked(by, question, form.set(), form.code());
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        read.invalidateAll();
    }

    /** What single formulas yield in the reading of a filled form: what one of its cells is made of. In their order. */
    public List<FilledForm.Cell> values(Actor by, FilledForms filled, Form.Span span, List<Formula> formulas) {
        var period = span == Form.Span.NOW ? filled.period() : filled.period().yearAgo();
        var reading = filled.reading();
        var question = Question.of(reading.unit(), period.from(), period.until())
                .in(reading.structure())
                .known(reading.known());
        var asked = new LinkedHashMap<String, Set<String>>();
        formulas.forEach(formula -> note(asked, formula));
        var values = read(by, question, asked);
        var column = new Form.Column("", "", span, "$", null, null);
        return formulas.stream()
                .map(formula -> {
                    var value = values.of(formula);
                    return new FilledForm.Cell(column, value.number(), FilledForm.Kind.COUNT, value.why());
                })
                .toList();
    }

    private static void note(Map<String, Set<String>> asked, Formula formula) {
        formula.terms()
                .forEach(term -> asked.computeIfAbsent(term.division(), division -> new LinkedHashSet<>())
                        .add(term.indicator()));
    }

    /** A day on which the unit stood somewhere: the given one, or the nearest to it. */
    private static LocalDate nearest(Subject unit, LocalDate day) {
        if (day.isBefore(unit.opened())) {
            return unit.opened();
        }
        return day.isBefore(unit.closed()) ? day : unit.closed().minusDays(1);
    }

    private @Nullable Unit superior(Unit unit, AsOf at) {
        return unit.parent() == null
                ? null
                : organisation.find(unit.parent(), at).orElse(null);
    }

    /** Empty where the registers had not begun a year ago. */
    private Optional<Values> yearAgo(Actor by, Question question, List<Form> forms, Period period) {
        var then = period.yearAgo();
        try {
            return Optional.of(read(by, question.during(then.from(), then.until()), forms, Form.Span.YEAR_AGO));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.INVALID) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** One question for each way to divide. */
    private Values read(Actor by, Question question, List<Form> forms, Form.Span span) {
        var asked = new LinkedHashMap<String, Set<String>>();
        for (var form : forms) {
            for (var row : form.rows()) {
                for (var column : form.columns()) {
                    if (column.span() == span && form.reckons(row, column)) {
                        note(asked, form.formula(row, column));
                    }
                }
            }
        }
        return read(by, question, asked);
    }

    private Values read(Actor by, Question question, Map<String, Set<String>> asked) {
        var questions = asked.entrySet().stream()
                .map(entry -> {
                    var one = question.only(List.copyOf(entry.getValue()));
                    return entry.getKey().isEmpty() ? one : one.by(entry.getKey());
                })
                .toList();
        var answers = new LinkedHashMap<String, Answer>();
        var read = figures.read(by, questions).iterator();
        asked.keySet().forEach(division -> answers.put(division, read.next()));
        return new Values(answers);
    }

    private static FilledForm filled(Form form, Values now, Optional<Values> yearAgo) {
        var rows = new ArrayList<FilledForm.Row>();
        for (var row : form.rows()) {
            var values = new HashMap<String, Values.Value>();
            var cells = new ArrayList<FilledForm.Cell>();
            for (var column : form.columns()) {
                if (form.reckons(row, column)) {
                    var formula = form.formula(row, column);
                    var value = column.span() == Form.Span.NOW
                            ? now.of(formula)
                            : yearAgo.map(then -> then.of(formula)).orElseGet(() -> Values.Value.none(Why.NO_DATA));
                    values.put(column.code(), value);
                    cells.add(new FilledForm.Cell(
                            column,
                            value.number(),
                            formula.mean() ? FilledForm.Kind.MEAN : FilledForm.Kind.COUNT,
                            value.why()));
                } else if (row.formula() != null) {
                    cells.add(share(column, values));
                } else {
                    cells.add(new FilledForm.Cell(column, null, FilledForm.Kind.EMPTY, null));
                }
            }
            rows.add(new FilledForm.Row(row, List.copyOf(cells)));
        }
        return checked(new FilledForm(form, List.copyOf(rows), List.of()));
    }

    /** Columns that are shares stand after those they divide. */
    private static FilledForm.Cell share(Form.Column column, Map<String, Values.Value> values) {
        var part = values.getOrDefault(String.valueOf(column.part()), Values.Value.none(null));
        var whole = values.getOrDefault(String.valueOf(column.whole()), Values.Value.none(null));
        if (part.number() == null || whole.number() == null) {
            return new FilledForm.Cell(
                    column, null, FilledForm.Kind.SHARE, part.number() == null ? part.why() : whole.why());
        }
        return whole.number().signum() == 0
                ? new FilledForm.Cell(column, null, FilledForm.Kind.SHARE, Why.NO_BASE)
                : new FilledForm.Cell(
                        column,
                        part.number().divide(whole.number(), 6, RoundingMode.HALF_UP),
                        FilledForm.Kind.SHARE,
                        null);
    }

    private static FilledForm checked(FilledForm filled) {
        var checks = new ArrayList<FilledForm.Checked>();
        for (var check : filled.form().checks()) {
            for (var column : filled.form().columns()) {
                if (!column.isShare()) {
                    var left = sum(filled, column, check.left());
                    var right = sum(filled, column, check.right());
                    checks.add(new FilledForm.Checked(
                            check,
                            column,
                            left,
                            right,
                            left == null || right == null ? null : left.compareTo(right) == 0));
                }
            }
        }
        return new FilledForm(filled.form(), filled.rows(), List.copyOf(checks));
    }

    private static @Nullable BigDecimal sum(FilledForm filled, Form.Column column, List<Form.Check.Signed> rows) {
        var sum = BigDecimal.ZERO;
        for (var signed : rows) {
            var value = filled.cell(signed.row(), column.code()).value();
            if (value == null) {
                return null;
            }
            sum = signed.plus() ? sum.add(value) : sum.subtract(value);
        }
        return sum;
    }
}
