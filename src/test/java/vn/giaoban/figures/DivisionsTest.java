package vn.giaoban.figures;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaoban.figures.ExampleRegisters.SYSTEM;
import static vn.giaoban.figures.ExampleRegisters.day;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.TestDatabase;
import vn.giaoban.Visits;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Verb;

/** Figures by two breakdowns at once, of a province of 30: 20 Kinh and 10 Tày, of whom half are women, and 2 of the Tày have no education stated. */
@CommittingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DivisionsTest {

    @Autowired
    Figures figures;

    @Autowired
    Visits visits;

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
    DataSource source;

    @Autowired
    PartFold fold;

    @Autowired
    TestClock clock;

    @Autowired
    MeterRegistry meters;

    boolean entered;

    @BeforeEach
    void theExample() {
        if (!entered) {
            var example = new ExampleRegisters(entries, registers, events, sql, transactions);
            example.enter();
            example.at(
                    "2024-07-02",
                    () -> describe(entries.begin(SYSTEM, SYSTEM.registers(), "thử", null)
                            .id()));
            exempt();
            entered = true;
        }
    }

    /** The n-th of those who are there at the end: every third is Tày, every second a woman. */
    private void describe(long entry) {
        sql.sql("""
                        insert into membership.profile (register_id, member_id, from_day, until_day, name, birth, birth_precision, sex,
                                                        ethnicity, education, entry_id, recorded_at)
                        select register_id, member_id, '1900-01-01', 'infinity', 'Người thử', make_date(1960 + n::int, 7, 1), 'DAY',
                               case when n % 2 = 0 then 'F' else 'M' end, case when n % 3 = 0 then 'tay' else 'kinh' end,
                               case when n not in (3, 6) then 'dai-hoc' end, e.entry_id, e.at
                          from (select b.register_id, b.member_id,
                                       row_number() over (partition by b.register_id order by b.member_id) as n
                                  from membership.belonging b
                                 where b.until_day = 'infinity' and b.superseded_at = 'infinity') people
                         cross join record_api.entry e
                         where e.entry_id = :entry
                        """).param("entry", entry).update();
    }

    /** Those two Tày are exempt. */
    private void exempt() {
        TestDatabase.of(source).asSuperuser().sql("""
                        update membership.belonging b set exempt = true
                         where b.superseded_at = 'infinity'
                           and (b.register_id, b.member_id) in (select p.register_id, p.member_id from membership.profile p
                                                                 where p.ethnicity = 'tay' and p.education is null)
                        """).update();
    }

    @Test
    void eachPartIsDividedOnceMore() {
        assertThat(told(SYSTEM, "P", "sex,ethnicity"))
                .hasToString("{F=15, F/kinh=10, F/tay=5, M=15, M/kinh=10, M/tay=5}");
        assertThat(told(SYSTEM, "P", "ethnicity,education"))
                .hasToString("{kinh=20, kinh/dai-hoc=20, tay=10, tay/dai-hoc=8, tay/null=2}");
        assertThat(told(SYSTEM, "P", "education,age-band"))
                .containsEntry("null", 2L)
                .containsEntry("null/56–60", 2L)
                .doesNotContainKey("null/>60");
    }

    @Test
    void partsOfPartsAddUpWhateverDivides() {
        var all = figures.catalogue().breakdowns();
        for (var first : all) {
            for (var second : all) {
                if (first.equals(second) || !first.rows().equals(second.rows())) {
                    continue;
                }
                var question = half("P").by(first.code());
                var once = figures.read(SYSTEM, question).figures();
                var twice = figures.read(SYSTEM, question.by(first.code() + "," + second.code()))
                        .figures();
                for (int n = 0; n < once.size(); n++) {
                    assertThat(outer(twice.get(n)))
                            .as(first.code() + "," + second.code() + " "
                                    + once.get(n).code())
                            .isEqualTo(outer(once.get(n)));
                    assertThat(twice.get(n).parts())
                            .allSatisfy(part -> assertThat(part.parts().stream()
                                            .map(inner -> requireNonNull(inner.value()))
                                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                                    .isEqualTo(part.value()));
                }
            }
        }
    }

    /** Parts of nobody may be there or not. */
    private static String outer(Figure figure) {
        var parts = new TreeMap<String, BigDecimal>();
        figure.parts().stream()
                .filter(part -> requireNonNull(part.value()).signum() != 0)
                .forEach(part -> parts.put(String.valueOf(part.key()), part.value()));
        return figure.value() + " " + parts;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sex,degree,education  | too-many-breakdowns
            sex,sex               | breakdown-twice
            sex,nothing           | unknown-breakdown
            nothing,neither       | unknown-breakdown unknown-breakdown
            sex,unit-kind         | breakdowns-of-different-rows
            sex,sex,nothing       | too-many-breakdowns breakdown-twice unknown-breakdown
            """)
    void whatCannotBeAskedIsToldAtOnce(String by, String codes) {
        var expected = List.of(codes.split(" ")).stream()
                .map(code -> "figures." + code)
                .toList();

        assertThatThrownBy(() -> figures.read(SYSTEM, half("P").by(by)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.all())
                                .extracting(Refusal::code)
                                .containsExactlyElementsOf(expected));
        visits.get(officer(), "/api/v1/figures/P?from=2024-01-01&until=2024-07-01&by=" + by)
                .hasStatus(422)
                .bodyText()
                .contains(expected);
    }

    @Test
    void sensitivePartsOfManyAreDividedForReadersOfFigures() {
        assertThat(told(officer(), "P", "sex,ethnicity")).isEqualTo(told(SYSTEM, "P", "sex,ethnicity"));
        assertThat(told(officer(), "P", "ethnicity,sex")).isEqualTo(told(SYSTEM, "P", "ethnicity,sex"));
    }

    @Test
    void sensitivePartsOfFewAreNot() {
        // two Tày have no education stated: neither they nor, as the difference, the Kinh are shown divided; the whole
        // parts are
        assertThat(told(officer(), "P", "ethnicity,education"))
                .hasToString("{kinh=20, kinh/withheld=null, tay=10, tay/withheld=null}");
        assertThat(told(officer(), "P", "education,ethnicity"))
                .hasToString("{dai-hoc=28, dai-hoc/withheld=null, null=2, null/withheld=null}");
        assertThat(told(officer(), "P", "ethnicity,religion")).hasToString("{withheld=null}");
        // below a province are fewer than the limit
        assertThat(told(officer(), "PY", "ethnicity,sex")).hasToString("{withheld=null}");
        assertThat(told(officer(), "PY", "sex,ethnicity").keySet())
                .containsExactly("F", "F/withheld", "M", "M/withheld");
    }

    @ParameterizedTest
    @ValueSource(strings = {"as-is", "2024-12-31"})
    void norInAnyOtherStructure(String structure) {
        var asked = half("P")
                .in(TreeChoice.of(structure).orElseThrow())
                .only("members")
                .by("ethnicity,sex");

        assertThat(figures.read(officer(), asked).figures().get(0).parts())
                .allMatch(part -> part.why() == Why.WITHHELD);
    }

    /** Of 10 Tày 8 are present: the 2 who are not would be the difference. */
    @Test
    void whatAStockLeavesOutIsGuardedToo() {
        var answer = figures.read(
                officer(),
                half("P").only("members", "members-official", "members-present").by("ethnicity"));

        assertThat(answer.figure("members").parts()).hasSize(2).allMatch(part -> part.value() != null);
        assertThat(answer.figure("members-official").parts()).hasSize(2).allMatch(part -> part.value() != null);
        assertThat(answer.figure("members-present").parts()).allMatch(part -> part.why() == Why.WITHHELD);
    }

    @Test
    void programsReadPartsWithinParts() {
        visits.get(officer(), "/api/v1/figures/P?from=2024-01-01&until=2024-07-01&indicators=members&by=sex,education")
                .hasStatusOk()
                .bodyText()
                .contains("""
                        "parts":[{"key":"F","value":15,"parts":[{"key":null,"value":1},{"key":"dai-hoc","value":14}]},{"key":"M","value":15,""".strip());
    }

    @Test
    void thePageShowsBothAndTakesThemAway() {
        var path = "/figures/" + figures.named("P") + "/breakdown";
        var period = "?from=2024-01-01&until=2024-07-01&structure=as-was";
        visits.get(officer(), path + period + "&by=sex")
                .hasStatusOk()
                .bodyText()
                .contains("Chia tiếp mỗi nhóm theo", "then=education")
                .doesNotContain("⟦");
        visits.get(officer(), path + period + "&by=sex&then=education")
                .hasStatusOk()
                .bodyText()
                .contains("Đảng viên chia theo Giới tính và Trình độ học vấn", "Cộng", "Chưa ghi")
                .doesNotContain("⟦", "Chia tiếp mỗi nhóm theo");
        visits.get(officer(), path + period + "&by=sex&then=unit-kind")
                .hasStatus(422)
                .bodyText()
                .contains("Không chia chung được");
        visits.get(officer(), path + "/export" + period + "&by=sex&then=education&format=csv")
                .hasStatusOk()
                .bodyText()
                .contains("Nam,14,1,15", "Nữ,14,1,15", "Cộng,28,2,30");
        visits.get(officer(), path + "/export" + period + "&by=ethnicity&then=education&format=csv")
                .hasStatusOk()
                .bodyText()
                .contains("Kinh,20", "Tày,10", "Cộng,30");
    }

    /** The sums are of the ends of months and of the day of the clock; what is recorded afterwards is in them at once. */
    @Test
    void sumsThatAreKeptAnswerAndStayTrue() {
        clock.set(Instant.parse("2024-07-20T02:00:00Z"));
        fold.fold();
        var before = answered();
        var question = half("P").only("members", "members-present").by("age-band,ethnicity");
        var kept = figures.read(SYSTEM, question.along(null)).figures();

        assertThat(answered()).isEqualTo(before + 1);
        assertThat(kept.get(0).value()).isEqualTo(BigDecimal.valueOf(30));
        assertThat(kept.get(1).value()).isEqualTo(BigDecimal.valueOf(28));
        new ExampleRegisters(entries, registers, events, sql, transactions).oneMore("PB1", 5000);
        var now = figures.read(SYSTEM, question).figures();
        assertThat(answered()).isEqualTo(before + 2);
        assertThat(now.get(0).value()).isEqualTo(BigDecimal.valueOf(31));
        // also in the part of which the cell is counted from its units, and of a day for which nothing is kept by the
        // statement
        assertThat(told(SYSTEM, "PY", "sex,ethnicity")).containsKeys("F/kinh", "M/tay");
        assertThat(answered()).isEqualTo(before + 3);
        figures.read(SYSTEM, question.during(day("2024-01-01"), day("2024-06-15")));
        assertThat(answered()).isEqualTo(before + 3);
        TestDatabase.of(source)
                .asSuperuser()
                .sql("delete from membership.belonging where member_id = 5000")
                .update();
    }

    private double answered() {
        return meters.counter("giaoban.figures.parts").count();
    }

    private Actor officer() {
        return new Actor(
                9, "tinh", Set.of(ExampleRegisters.P), List.of(new Actor.Grant(Verb.SEE_FIGURES, figures.named("P"))));
    }

    private TreeMap<String, @Nullable Long> told(Actor reader, String unit, String by) {
        var told = new TreeMap<String, @Nullable Long>();
        for (var part : figures.read(reader, half(unit).only("members").by(by))
                .figures()
                .get(0)
                .parts()) {
            told.put(name(part), number(part));
            part.parts().forEach(inner -> told.put(name(part) + "/" + name(inner), number(inner)));
        }
        return told;
    }

    private static String name(Figure.Part part) {
        return part.why() == null ? String.valueOf(part.key()) : "withheld";
    }

    private static @Nullable Long number(Figure.Part part) {
        var value = part.value();
        return value == null ? null : value.longValue();
    }

    private Question half(String unit) {
        return Question.of(figures.named(unit), day("2024-01-01"), day("2024-07-01"));
    }
}
