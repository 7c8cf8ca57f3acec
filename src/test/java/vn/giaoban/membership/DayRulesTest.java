package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.ModuleTest;
import vn.giaoban.membership.DayRules.Day;

/** The rules about days of the database, as a table; today is 1 July 2026. {@code !} marks what is refused, the rest is doubted. */
@ModuleTest
class DayRulesTest {

    @Autowired
    DayRuleRows rows;

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            person        | BIRTH 1990-03-05, DECISION 2010-05-19, CEREMONY 2010-06-01, OFFICIAL 2011-06-01 |
            person        | BIRTH 2026-07-02                                                                | !birth day-to-come
            person        | BIRTH 1990-03-05, DECISION 1990-03-05                                           | !admission_decision_day before-birth, admission_decision_day doubt-too-young
            person        | BIRTH 1990-03-05, CEREMONY 1990-03-04                                           | !admission_ceremony_day before-birth
            person        | BIRTH 1990-03-05, OFFICIAL 1989-03-04                                           | !official_day before-birth
            person        | BIRTH 1990-03-05, DECISION 2008-03-04                                           | admission_decision_day doubt-too-young
            person        | BIRTH 1990-03-05, DECISION 2008-03-05                                           |
            person        | BIRTH 1990-03-05, DECISION 2010-05-19, CEREMONY 2010-05-18                      | admission_ceremony_day doubt-ceremony-first
            person        | BIRTH 1990-03-05, DECISION 2010-05-19, CEREMONY 2010-05-19                      |
            person        | BIRTH 1990-03-05, DECISION 2010-05-19, CEREMONY 2010-07-04                      | admission_ceremony_day doubt-ceremony-late
            person        | BIRTH 1990-03-05, DECISION 2010-05-19, CEREMONY 2010-07-03                      |
            person        | BIRTH 1990-03-05, CEREMONY 2010-06-01, OFFICIAL 2011-05-31                      | official_day doubt-probation-short
            person        | BIRTH 1990-03-05, DECISION 2062-05-19                                           | admission_decision_day doubt-to-come
            admission     | BIRTH 2008-03-05, DAY 2026-03-04                                                | day doubt-too-young
            admission     | BIRTH 2008-03-05, DAY 2026-03-05                                                |
            admission     | BIRTH 1990-03-05, DAY 2026-06-01, DECISION 2026-05-19, CEREMONY 2026-06-01      |
            admission     | BIRTH 1990-03-05, DAY 2026-05-19, DECISION 2026-05-19, CEREMONY 2026-06-01      | day doubt-counts-ceremony
            admission     | BIRTH 1990-03-05, DAY 2026-05-01, DECISION 2026-05-19, CEREMONY 2026-05-01      | ceremony_day doubt-ceremony-first
            admission     | DAY 2026-05-01                                                                  |
            readmission   | BIRTH 1970-03-05, LEFT 2020-01-31, DAY 2023-01-30                               | day doubt-readmission-early
            readmission   | BIRTH 1970-03-05, LEFT 2020-01-31, DAY 2023-01-31                               |
            recognition   | BIRTH 1970-03-05, ADMITTED 2024-02-29, DAY 2025-02-27                           | day doubt-probation-short
            recognition   | BIRTH 1970-03-05, ADMITTED 2024-02-29, DAY 2025-02-28                           |
            transfer      | BIRTH 1970-03-05, ISSUED 2025-03-01, RECEIVED 2025-02-28, DAY 2025-02-28        | received_day doubt-received-first
            transfer      | BIRTH 1970-03-05, ISSUED 2025-03-01, RECEIVED 2025-03-20, DAY 2025-03-01        | day doubt-counts-received
            struck-off    | BIRTH 1970-03-05, DECISION 2025-03-01, DAY 2025-02-01                           | day doubt-effect-first
            expelled      | BIRTH 1970-03-05, DECISION 2025-03-01, DAY 2025-03-01                           |
            died          | BIRTH 1970-03-05, DAY 1969-03-05                                                | !day before-birth
            died          | BIRTH 1920-03-05, DAY 2025-03-06                                                | day doubt-too-old
            died          | BIRTH 1920-03-05, DAY 2025-03-05                                                |
            died          | BIRTH 1970-03-05, DAY 2026-07-02                                                | day doubt-to-come
            change        | BIRTH 1970-03-05, DAY 2026-07-02                                                | !day day-to-come
            change        | BIRTH 1970-03-05, DAY 1970-03-05                                                | !day before-birth
            report        | DAY 2026-07-02                                                                  | !day day-to-come
            report        | DAY 2026-07-01                                                                  |
            """)
    void whatMustLieBetweenTwoDays(String kind, String days, @Nullable String said) {
        assertThat(said(kind, days)).isEqualTo(Objects.toString(said, ""));
    }

    /** A rule that is ended holds for the days before; no code knows the number. */
    @Test
    void aRuleIsData() {
        var rule = rows.rules().spans().stream()
                .filter(span -> span.kind().equals("admission") && span.code().equals("doubt-too-young"))
                .findFirst()
                .orElseThrow();
        var raised = new DayRules(
                java.util.List.of(
                        new DayRules.Span(
                                rule.kind(),
                                rule.earlier(),
                                rule.later(),
                                rule.code(),
                                rule.limit(),
                                rule.refused(),
                                rule.from(),
                                LocalDate.of(2026, 1, 1)),
                        new DayRules.Span(
                                rule.kind(),
                                rule.earlier(),
                                rule.later(),
                                rule.code(),
                                new DayRules.Limit(null, 240, null, null),
                                rule.refused(),
                                LocalDate.of(2026, 1, 1),
                                rule.until())),
                java.util.List.of());
        var days = new EnumMap<Day, LocalDate>(Day.class);
        days.put(Day.BIRTH, LocalDate.of(2007, 1, 1));
        days.put(Day.DAY, LocalDate.of(2025, 12, 31));
        assertThat(raised.of(1, "admission", days).doubts()).isEmpty();
        days.put(Day.DAY, LocalDate.of(2026, 1, 1));
        assertThat(raised.of(1, "admission", days).doubts())
                .singleElement()
                .extracting(RowError::arguments)
                .asString()
                .contains("240", "20");
    }

    private String said(String kind, String text) {
        var days = new EnumMap<Day, LocalDate>(Day.class);
        days.put(Day.TODAY, rows.today());
        for (var part : text.split(", ")) {
            var words = part.strip().split(" ");
            days.put(Day.valueOf(words[0]), LocalDate.parse(words[1]));
        }
        var rules = rows.rules();
        var said = Stream.of(MovementKind.values()).anyMatch(one -> one.code().equals(kind))
                ? rules.ofMovement(1, MovementKind.ofCode(kind), days)
                : rules.of(1, kind, days);
        return Stream.concat(
                        said.refused().stream().map(error -> "!" + words(error)),
                        said.doubts().stream().map(DayRulesTest::words))
                .collect(Collectors.joining(", "));
    }

    private static String words(RowError error) {
        return error.column() + " " + error.code().replace("membership.", "");
    }
}
