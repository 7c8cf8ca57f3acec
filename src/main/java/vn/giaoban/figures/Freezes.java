package vn.giaoban.figures;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.audit.Audit;
import vn.giaoban.figures.Frozen.Value;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Verb;

/** Settles the figures of a period (chốt số liệu), and holds them against the registers later (counting.md 6). */
@Service
public class Freezes {

    private static final int LONGEST_NOTE = 500;

    private final Figures figures;
    private final Questions questions;
    private final FreezeRows rows;
    private final SmallCounts smallCounts;
    private final House house;
    private final Entries entries;
    private final Organisation organisation;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final JsonMapper json = JsonMapper.builder().build();

    Freezes(
            Figures figures,
            Questions questions,
            FreezeRows rows,
            SmallCounts smallCounts,
            House house,
            Entries entries,
            Organisation organisation,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.figures = figures;
        this.questions = questions;
        this.rows = rows;
        this.smallCounts = smallCounts;
        this.house = house;
        this.entries = entries;
        this.organisation = organisation;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Settles all indicators of a unit's period. The instant is one up to which nothing more can be recorded, so reading again at it gives
     * the same for ever. The whole numbers are kept; who may see small ones is decided where they are shown.
     *
     * @param note at most 500 letters
     * @throws vn.giaoban.shared.Refusal if the actor may not confirm over the unit, the note is too long, or the question is refused
     */
    public FreezeId freeze(Actor by, Question question, @Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw FiguresRefusal.noteTooLong(LONGEST_NOTE);
        }
        var first = figures.read(by, question.known(null));
        organisation.check(by, Verb.CONFIRM, question.unit(), Questions.treeOf(first.reading(), first.unit()));
        var chain = audit.seal().mark();
        var known = entries.fix(house.registers());
        var answer = figures.whole(question.known(known));
        var content = Canonical.json(content(answer));
        return Objects.requireNonNull(Acting.as(
                by,
                () -> transaction.execute(status -> {
                    var register = rows.registerOf(question.unit());
                    var entry = entries.begin(by, Set.of(register), "Chốt số liệu", note);
                    return rows.insert(
                            register, answer.reading(), by.login(), note, content, digest(content), chain, entry);
                })));
    }

    public boolean mayFreeze(Actor by, Answer answer) {
        return organisation.may(
                by, Verb.CONFIRM, answer.unit().id(), Questions.treeOf(answer.reading(), answer.unit()));
    }

    /** @throws vn.giaoban.shared.Refusal "not found" unless the actor may see figures of the unit */
    public Frozen frozen(Actor by, FreezeId freeze) {
        return house.counting(() -> {
            var row = rows.find(freeze).orElseThrow(FiguresRefusal::frozenNotFound);
            return compared(by, row);
        });
    }

    /** What was settled for a unit, newest first; not compared. */
    public List<Frozen> of(Actor by, Question question) {
        return house.counting(() -> {
            var subject = questions.understood(by, question.only(List.of())).subject();
            return rows.of(question.unit()).stream()
                    .map(row -> frozen(row, subject, List.of()))
                    .toList();
        });
    }

    /**
     * The first after this one that was settled, counted anew from the records as they were known then. For the operator's proof, who is told
     * whether it holds and no figure: it asks for no right, and what it gives is shown to nobody.
     */
    public Optional<Recounted> recounted(FreezeId after) {
        return house.counting(() -> rows.next(after).map(row -> {
            var again = byCode(figures.whole(question(row.reading())));
            var values = new ArrayList<Value>();
            for (var node : json.readTree(row.content()).path("figures")) {
                values.add(value(node, again, again, true));
            }
            return new Recounted(
                    row.id(),
                    digest(row.content()).equals(row.digest())
                            && !values.isEmpty()
                            && values.stream().allMatch(Value::same));
        }));
    }

    /** Whether what was settled is what the records still give. */
    public record Recounted(FreezeId freeze, boolean holds) {}

    private Frozen compared(Actor by, FreezeRows.Row row) {
        var reading = row.reading();
        var question = question(reading);
        var asked = mine(by, question);
        var shown = smallCounts.seesAll(by, reading, asked.subject());
        var again = byCode(figures.whole(question));
        var today = byCode(figures.whole(question.known(entries.latest())));
        var values = new ArrayList<Value>();
        for (var node : json.readTree(row.content()).path("figures")) {
            values.add(value(node, again, today, shown));
        }
        return frozen(row, asked.subject(), values);
    }

    private Question question(Reading reading) {
        return new Question(
                reading.unit(),
                reading.from(),
                reading.until(),
                reading.structure(),
                reading.former(),
                reading.known(),
                List.of(),
                null,
                questions.codeOf(reading.hierarchy()));
    }

    /** A freeze over a unit that is not theirs is not there. */
    private Questions.Understood mine(Actor by, Question question) {
        try {
            return questions.understood(by, question);
        } catch (Refusal refusal) {
            throw refusal.kind() == Refusal.Kind.NOT_FOUND ? FiguresRefusal.frozenNotFound() : refusal;
        }
    }

    private Value value(JsonNode node, Map<String, Figure> again, Map<String, Figure> today, boolean shown) {
        var code = node.path("code").asString();
        var indicator = figures.catalogue().indicator(code).orElse(null);
        var number = node.path("value");
        var value = number.isNull() ? null : number.decimalValue();
        var why = node.path("why");
        if (indicator != null && indicator.delicate() && !shown) {
            var none = Figure.none(indicator, Why.WITHHELD);
            return new Value(code, indicator, null, Why.WITHHELD.name(), none, none, false);
        }
        return new Value(
                code,
                indicator,
                value,
                why.isString() ? why.asString() : null,
                again.get(code),
                today.get(code),
                indicator == null || indicator.version() != node.path("version").asInt());
    }

    private static Map<String, Figure> byCode(Answer answer) {
        var figures = new HashMap<String, Figure>();
        answer.figures().forEach(figure -> figures.put(figure.code(), figure));
        return figures;
    }

    private static Frozen frozen(FreezeRows.Row row, Subject subject, List<Value> values) {
        return new Frozen(
                row.id(),
                subject,
                row.reading(),
                row.login(),
                row.at(),
                row.note(),
                row.digest(),
                digest(row.content()).equals(row.digest()),
                row.chainMark(),
                values);
    }

    private static Map<String, Object> content(Answer answer) {
        var reading = answer.reading();
        var list = new ArrayList<Map<String, @Nullable Object>>();
        for (var figure : answer.figures()) {
            var one = new HashMap<String, @Nullable Object>();
            one.put("code", figure.code());
            one.put("version", figure.indicator().version());
            one.put("value", figure.value());
            if (figure.why() != null) {
                one.put("why", figure.why().name());
            }
            list.add(one);
        }
        var content = new HashMap<String, Object>();
        content.put("unit", answer.unit().code());
        content.put("from", reading.from().toString());
        content.put("until", reading.until().toString());
        content.put("structure", reading.structure().toString());
        content.put("former", reading.former());
        content.put("hierarchy", (int) reading.hierarchy());
        content.put("knownAt", reading.known().toString());
        content.put("figures", list);
        return content;
    }

    private static String digest(String content) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
