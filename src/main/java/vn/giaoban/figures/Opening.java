package vn.giaoban.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.giaoban.figures.OpenedRows.Row;
import vn.giaoban.figures.PersonsNamed.Counted;
import vn.giaoban.figures.PersonsNamed.Named;
import vn.giaoban.figures.Reckoning.Across;
import vn.giaoban.figures.Reckoning.InPeriod;
import vn.giaoban.figures.Reckoning.OnDay;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * Opens a number: the units or the people behind it. Units are open to everyone who may see the number; people to those with the right to
 * people over the unit, and then each person once more where that person stands today.
 */
@Service
public class Opening {

    /** Rows of one page. */
    public static final int SIZE = 100;

    private final Figures figures;
    private final RowKeys keys;
    private final Subjects subjects;
    private final House house;
    private final Organisation organisation;
    private final ObjectProvider<PersonsNamed> persons;
    private final JdbcClient sql;

    Opening(
            Figures figures,
            RowKeys keys,
            Subjects subjects,
            House house,
            Organisation organisation,
            ObjectProvider<PersonsNamed> persons,
            JdbcClient sql) {
        this.figures = figures;
        this.keys = keys;
        this.subjects = subjects;
        this.house = house;
        this.organisation = organisation;
        this.persons = persons;
        this.sql = sql;
    }

    private record Found(Answer answer, Indicator indicator, boolean ofPeople, List<RowKeys.Key> keys) {}

    /**
     * @param question whose first indicator is opened
     * @param page from 1
     */
    public OpenedRows open(Actor by, Question question, int page) {
        return opened(by, () -> find(by, question, page), page);
    }

    /**
     * One part of a number.
     *
     * @param question whose first indicator is opened, divided as it says
     * @param part key of the part; null is "not stated"
     * @param then of the second breakdown; not read where there is none
     * @throws vn.giaoban.shared.Refusal for parts that are shown as numbers alone: nobody is listed by religion or ethnicity
     */
    public OpenedRows openPart(Actor by, Question question, @Nullable String part, @Nullable String then, int page) {
        return opened(by, () -> findPart(by, question, new Division.Parts(part, then), page), page);
    }

    private OpenedRows opened(Actor by, java.util.function.Supplier<Found> find, int page) {
        var found = house.counting(find);
        var shown = !found.ofPeople() || mayNamePeople(by, found);
        var rows = !shown ? List.<Row>of() : found.ofPeople() ? people(by, found) : units(found);
        return new OpenedRows(
                found.answer().unit(),
                found.answer().reading(),
                found.answer().figures().get(0),
                shown,
                page,
                SIZE,
                rows,
                shown ? found.keys().size() - rows.size() : 0);
    }

    private Found find(Actor by, Question question, int page) {
        var answer = figures.read(by, question.by(null));
        var figure = answer.figures().get(0);
        var indicator = figure.indicator();
        var of = rowsOf(indicator);
        if (of == null) {
            throw FiguresRefusal.nothingToOpen(indicator.code());
        }
        var list = figure.value() == null
                ? List.<RowKeys.Key>of()
                : keys.page(answer.reading(), indicator, (page - 1L) * SIZE, SIZE);
        return new Found(answer, indicator, of == DayRows.Of.MEMBER, list);
    }

    private Found findPart(Actor by, Question question, Division.Parts parts, int page) {
        var answer = figures.read(by, question);
        var refused = new ArrayList<Refusal>();
        var division = Division.read(question.by(), figures.catalogue(), refused);
        var figure = answer.figures().stream().findFirst().orElse(null);
        var of = figure == null ? null : rowsOf(figure.indicator());
        if (division.isEmpty() || figure == null || of == null) {
            throw FiguresRefusal.nothingToOpen(String.join(", ", question.indicators()));
        }
        if (division.get().sensitive()) {
            throw FiguresRefusal.partNotOpened();
        }
        var value = valueOf(figure.parts(), parts, division.get());
        var part = value == null ? Figure.none(figure.indicator(), Why.WITHHELD) : Figure.of(figure.indicator(), value);
        var list = part.value() == null
                ? List.<RowKeys.Key>of()
                : keys.page(answer.reading(), figure.indicator(), division.get(), parts, (page - 1L) * SIZE, SIZE);
        return new Found(
                new Answer(answer.unit(), answer.reading(), List.of(part), answer.standsFor()),
                figure.indicator(),
                of == DayRows.Of.MEMBER,
                list);
    }

    /** Null where it is withheld; nobody where there is no such part. */
    private static @Nullable BigDecimal valueOf(List<Figure.Part> all, Division.Parts parts, Division division) {
        for (var part : all) {
            if (part.why() == null && Objects.equals(part.key(), parts.first())) {
                return division.second() == null
                        ? part.value()
                        : part.parts().stream()
                                .filter(inner -> inner.why() == null && Objects.equals(inner.key(), parts.second()))
                                .findFirst()
                                .map(Figure.Part::value)
                                .orElse(BigDecimal.ZERO);
            }
        }
        return BigDecimal.ZERO;
    }

    private static DayRows.@Nullable Of rowsOf(Indicator indicator) {
        if (indicator.reckoning() instanceof OnDay stock) {
            return stock.rows().of();
        } else if (indicator.reckoning() instanceof InPeriod event) {
            return event.rows().of();
        } else if (indicator.reckoning() instanceof Across across) {
            return across.rows().present().of();
        }
        return null;
    }

    private boolean mayNamePeople(Actor by, Found found) {
        var at = Questions.treeOf(found.answer().reading(), found.answer().unit());
        var unit = found.answer().unit().id();
        return organisation.may(by, Verb.SEE_PERSONS, unit, at)
                && (!found.indicator().delicate() || organisation.may(by, Verb.SEE_REMOVALS, unit, at));
    }

    private List<Row> people(Actor by, Found found) {
        var naming = persons.getIfAvailable();
        if (naming == null || found.keys().isEmpty()) {
            return List.of();
        }
        var reading = found.answer().reading();
        var reason = "Mở số liệu %s, %s, %s đến trước %s"
                .formatted(
                        found.indicator().name().vi(), found.answer().unit().name(), reading.from(), reading.until());
        var counted = found.keys().stream().map(Opening::counted).distinct().toList();
        Map<Counted, Named> named = naming.named(by, reason, counted).stream()
                .collect(Collectors.toMap(Named::person, Function.identity(), (one, same) -> one));
        var rows = new ArrayList<Row>();
        for (var key : found.keys()) {
            var person = named.get(counted(key));
            if (person != null) {
                rows.add(new Row(null, person.name(), person.detail(), person.link(), key.day(), key.flow()));
            }
        }
        return rows;
    }

    private static Counted counted(RowKeys.Key key) {
        var register = key.register();
        return new Counted(new RegisterId(register == null ? 0 : register), key.id());
    }

    private List<Row> units(Found found) {
        var reading = found.answer().reading();
        var names = subjects.all(
                found.keys().stream()
                        .map(key -> new UnitId(key.unit()))
                        .distinct()
                        .toList(),
                reading.lastDay(),
                reading.known());
        var villages = villages(found);
        var rows = new ArrayList<Row>();
        for (var key : found.keys()) {
            var unit = names.get(new UnitId(key.unit()));
            var village = villages.get(key.id());
            var name = unit == null ? "" : unit.name();
            rows.add(new Row(
                    unit == null ? null : unit.code(),
                    village == null ? name : village,
                    village == null ? null : name,
                    unit == null ? null : "/units/" + unit.id(),
                    key.day(),
                    null));
        }
        return rows;
    }

    private Map<Long, String> villages(Found found) {
        if (!(found.indicator().reckoning() instanceof OnDay stock)
                || stock.rows().of() != DayRows.Of.VILLAGE) {
            return Map.of();
        }
        return sql
                .sql("select village_id, name from organisation_api.village where village_id = any (:villages)")
                .param("villages", found.keys().stream().map(RowKeys.Key::id).toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
