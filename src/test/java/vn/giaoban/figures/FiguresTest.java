package vn.giaoban.figures;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.giaoban.figures.ExampleRegisters.SYSTEM;
import static vn.giaoban.figures.ExampleRegisters.day;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.giaoban.CommittingTest;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Verb;

/** The worked example of counting, section 5, and what must be refused. */
@CommittingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {

    @Autowired
    Figures figures;

    @Autowired
    Entries entries;

    @Autowired
    Registers registers;

    @Autowired
    UnitEvents events;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Explaining explaining;

    @Autowired
    Freezes freezes;

    @Autowired
    Opening opening;

    boolean entered;

    @BeforeEach
    void theExample() {
        if (!entered) {
            new ExampleRegisters(entries, registers, events, sql, transactions).enter();
            entered = true;
        }
    }

    private static final String[] EXAMPLE = {
        "opening", "admissions", "transfers-in", "with-units-in", "transfers-out", "with-units-out", "died", "closing"
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PX | as-was     | 24 1 0 0 0 16 0 9
            PY | as-was     | 5 1 0 16 0 0 1 21
            PA | as-was     | 16 2 0 5 1 0 1 21
            PB | as-was     | 8 0 1 0 0 0 0 9
            PC | as-was     | 5 0 0 0 0 5 0 0
            PX | as-is      | 8 0 1 0 0 0 0 9
            PY | as-is      | 21 2 0 0 1 0 1 21
            PX | 2024-06-30 | 8 0 1 0 0 0 0 9
            PY | 2025-01-01 | 21 2 0 0 1 0 1 21
            QY | as-was     | 5 1 0 16 0 0 1 21
            TW | as-was     | 58 4 0 0 0 0 2 60
            """)
    void theTableOfTheExample(String unit, String structure, String expected) {
        var answer = figures.read(SYSTEM, half(unit, structure).only(EXAMPLE));

        assertThat(numbers(answer)).isEqualTo(expected);
    }

    @Test
    void aCorrectionChangesWhatIsKnownAfterIt() {
        var february = Question.of(figures.named("PX"), day("2024-02-01"), day("2024-03-01"))
                .only("admissions");

        assertThat(numbers(figures.read(SYSTEM, february.known(Instant.parse("2024-06-01T00:00:00Z")))))
                .isEqualTo("1");
        assertThat(numbers(figures.read(SYSTEM, february.known(Instant.parse("2024-07-01T00:00:00Z")))))
                .isEqualTo("0");
    }

    @Test
    void aLineCountsTheDaysOnWhichTheUnitStoodThere() {
        var lines = figures.children(SYSTEM, half("PX", "as-was").only(EXAMPLE)).lines();

        assertThat(lines).extracting(line -> line.unit().code()).containsExactly("PB", "PA");
        var handedOver = lines.get(1);
        assertThat(handedOver.days()).containsExactly(new ChildLines.Days(day("2023-12-31"), day("2024-04-01")));
        assertThat(handedOver.figure("admissions").value()).isEqualTo(BigDecimal.ONE);
        assertThat(handedOver.figure("closing").why()).isEqualTo(Why.ENDED);
    }

    @ParameterizedTest
    @CsvSource({"TW,as-was", "P,as-was", "PX,as-was", "PY,as-was", "PA,as-was", "P,as-is", "PY,as-is", "PA,2024-12-31"})
    void ownAndLinesAreTheTotal(String unit, String structure) {
        var question = half(unit, structure);
        var total = figures.read(SYSTEM, question);
        var lines = figures.children(SYSTEM, question);

        for (var figure : total.figures()) {
            if (figure.indicator().addsUp() && figure.value() != null) {
                var sum = lines.lines().stream()
                        .mapToLong(line -> line.figure(figure.code()).orZero())
                        .sum();
                assertThat(sum).as(unit + " " + figure.code()).isEqualTo(figure.orZero());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"TW", "P", "PX", "PY", "PA", "PB", "PC", "PA1", "PA2", "PC1"})
    void theTableOfMovementCloses(String unit) {
        for (var structure : List.of("as-was", "as-is", "2024-12-31")) {
            var answer = figures.read(SYSTEM, half(unit, structure));
            if (answer.figure("opening").value() == null
                    && answer.figure("closing").value() == null) {
                continue;
            }
            var change = 0L;
            for (var in :
                    List.of("opening", "admissions", "readmissions", "restored", "transfers-in", "with-units-in")) {
                change += answer.figure(in).orZero();
            }
            for (var out : List.of("transfers-out", "with-units-out", "annulled", "removed", "died")) {
                change -= answer.figure(out).orZero();
            }
            assertThat(change)
                    .as(unit + " " + structure)
                    .isEqualTo(answer.figure("closing").orZero());
        }
    }

    @Test
    void unitsAreCountedWithoutTheUnitItself() {
        var answer = figures.read(
                SYSTEM,
                half("P", "as-was")
                        .only(
                                "units",
                                "direct-organisations",
                                "base-organisations",
                                "cells",
                                "units-closed",
                                "caucuses"));

        assertThat(numbers(answer)).isEqualTo("8 2 3 3 1 0");
        assertThat(numbers(figures.read(SYSTEM, half("P", "as-is").only("direct-organisations"))))
                .isEqualTo("AS_WAS_ONLY");
    }

    @Test
    void aClosedUnitHasNoFigureAndNamesWhoStandsForIt() {
        var answer = figures.read(SYSTEM, half("PC1", "as-is").only("opening", "died", "closing"));

        assertThat(numbers(answer)).isEqualTo("ENDED ENDED ENDED");
        assertThat(requireNonNull(answer.standsFor()).code()).isEqualTo("PA2");
        var asWas = figures.read(SYSTEM, half("PC1", "as-was").only("opening", "with-units-out", "closing"));
        assertThat(numbers(asWas)).isEqualTo("5 5 ENDED");
        var former = figures.read(SYSTEM, half("PC1", "as-is").formerArea().only("opening", "closing"));
        assertThat(numbers(former)).isEqualTo("11 11");
    }

    @Test
    void howFarATransferGoes() {
        var answer = figures.read(
                SYSTEM, half("PX", "as-was").only("with-units-out-near", "with-units-out-far", "transfers-in-near"));

        assertThat(numbers(answer)).isEqualTo("16 0 0");
        assertThat(numbers(figures.read(SYSTEM, half("PB", "as-was").only("transfers-in-near", "transfers-in-far"))))
                .isEqualTo("1 0");
    }

    @Test
    void periodsBeforeTheRegisterAreRefused() {
        assertThatThrownBy(() ->
                        figures.read(SYSTEM, Question.of(figures.named("TW"), day("2023-12-31"), day("2024-07-01"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.all())
                                .extracting(Refusal::code)
                                .containsExactly("figures.register-has-not-begun", "figures.register-has-not-begun"));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var question = Question.of(figures.named("P"), day("2024-07-01"), day("2024-01-01"))
                .only("members", "nothing")
                .by("nowhere")
                .in(TreeChoice.restatedTo(day("9999-01-01")));

        assertThatThrownBy(() -> figures.read(SYSTEM, question))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.all())
                                .extracting(Refusal::code)
                                .containsExactlyInAnyOrder(
                                        "figures.unknown-indicator",
                                        "figures.unknown-breakdown",
                                        "figures.period-ends-before-it-begins",
                                        "figures.day-out-of-range"));
    }

    @Test
    void notYoursIsNotThere() {
        var nobody = new Actor(7, "khách", SYSTEM.registers(), List.of());

        assertThatThrownBy(() -> figures.read(nobody, half("P", "as-was")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void breakdownsAddUpToTheWhole() {
        for (var breakdown : figures.catalogue().breakdowns()) {
            var answer = figures.read(SYSTEM, half("P", "as-was").by(breakdown.code()));
            for (var figure : answer.figures()) {
                assertThat(figure.parts().stream()
                                .map(part -> requireNonNull(part.value()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualTo(figure.value());
            }
        }
    }

    @Test
    void aDifferenceIsExplainedByTheHandOver() {
        var why = explaining.explain(SYSTEM, half("PX", "as-was").only("members"), day("2023-12-31"), null);

        assertThat(why.difference()).isEqualTo(9 - 24);
        assertThat(why.causes())
                .extracting(
                        Explanation.Cause::kind,
                        Explanation.Cause::what,
                        Explanation.Cause::names,
                        Explanation.Cause::change)
                .containsExactly(
                        tuple(Explanation.Kind.STRUCTURE, "HAND_OVER", "Đảng bộ A", -16L),
                        tuple(Explanation.Kind.MOVEMENT, "admission", "", 1L));
    }

    @Test
    void whatWasEnteredLateIsNamed() {
        var why = explaining.explain(
                SYSTEM,
                Question.of(figures.named("PX"), day("2024-02-01"), day("2024-03-01"))
                        .only("admissions"),
                day("2024-02-29"),
                Instant.parse("2024-06-01T00:00:00Z"));

        assertThat(why.difference()).isEqualTo(-1);
        assertThat(why.causes()).extracting(Explanation.Cause::kind).containsExactly(Explanation.Kind.ENTRY);
    }

    @ParameterizedTest
    @CsvSource({
        "PX,cells",
        "PX,units",
        "PY,members",
        "PA,members-official",
        "TW,cells",
        "PY,base-organisations",
        "PC1,members"
    })
    void causesAddUpToTheDifference(String unit, String indicator) {
        for (var known : List.of("2024-03-01T00:00:00Z", "2024-05-01T00:00:00Z", "2025-01-01T00:00:00Z")) {
            var why = explaining.explain(
                    SYSTEM, half(unit, "as-was").only(indicator), day("2023-12-31"), Instant.parse(known));
            assertThat(why.causes().stream()
                            .mapToLong(Explanation.Cause::change)
                            .sum())
                    .as(unit + " " + indicator + " " + known)
                    .isEqualTo(why.difference());
        }
    }

    @Test
    void aFreezeHoldsWhileTodayChanges() {
        var freeze = freezes.freeze(SYSTEM, half("QX", "as-was"), "thử");
        var frozen = freezes.frozen(SYSTEM, freeze);

        assertThat(frozen.holds()).isTrue();
        assertThat(frozen.digest()).hasSize(64);
        assertThat(frozen.values()).noneMatch(Frozen.Value::changedSince);
        new ExampleRegisters(entries, registers, events, sql, transactions).oneMore("QB1", 5000);
        var later = freezes.frozen(SYSTEM, freeze);
        assertThat(later.holds()).isTrue();
        assertThat(later.values().stream().filter(Frozen.Value::changedSince).map(Frozen.Value::code))
                .contains("admissions", "closing", "members");
        assertThat(freezes.of(SYSTEM, half("QX", "as-was"))).hasSize(1);
    }

    @Test
    void kindsOfRemovalAreNotShownToReadersOfFigures() {
        var reader = new Actor(
                8, "doc", SYSTEM.registers(), List.of(new Actor.Grant(Verb.SEE_FIGURES, figures.named("TW"))));

        var answer = figures.read(reader, half("P", "as-was").known(null).only("removed", "expelled", "closing"));
        assertThat(numbers(answer)).isEqualTo("0 WITHHELD 30");
        assertThat(opening.open(reader, half("P", "as-was").only("members"), 1))
                .satisfies(rows -> assertThat(rows.shown()).isFalse())
                .satisfies(rows -> assertThat(rows.total()).isEqualTo(30));
        var religion = figures.read(reader, half("P", "as-was").only("members").by("religion"));
        assertThat(religion.figures().get(0).parts()).allMatch(part -> part.why() == Why.WITHHELD);
    }

    @Test
    void unitsBehindANumberAreListed() {
        var rows = opening.open(SYSTEM, half("P", "as-was").only("cells"), 1);

        assertThat(rows.rows()).extracting(OpenedRows.Row::code).containsExactly("PA1", "PA2", "PB1");
        assertThat(opening.open(SYSTEM, half("P", "as-was").only("units-closed"), 1)
                        .rows())
                .extracting(OpenedRows.Row::code)
                .containsExactly("PC1");
    }

    @Test
    void canonicalJsonIsAsTheStandardWritesIt() {
        assertThat(Canonical.json(java.util.Map.of("b", List.of(1, "é\n\""), "a", new BigDecimal("12.500000"))))
                .isEqualTo("{\"a\":12.5,\"b\":[1,\"é\\n\\\"\"]}");
    }

    Question half(String unit, String structure) {
        return Question.of(figures.named(unit), day("2024-01-01"), day("2024-07-01"))
                .in(TreeChoice.of(structure).orElseThrow())
                .known(Instant.parse("2024-07-15T00:00:00Z"));
    }

    static String numbers(Answer answer) {
        var texts = new ArrayList<String>();
        answer.figures()
                .forEach(figure -> texts.add(String.valueOf(figure.value() == null ? figure.why() : figure.value())));
        return texts.stream().collect(Collectors.joining(" "));
    }
}
