package vn.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             text                   | from       | until      | before                 | year ago
             2024-03                | 2024-03-01 | 2024-04-01 | 2024-02                | 2023-03
             2024-01                | 2024-01-01 | 2024-02-01 | 2023-12                | 2023-01
             2024-Q1                | 2024-01-01 | 2024-04-01 | 2023-Q4                | 2023-Q1
             2024-H2                | 2024-07-01 | 2025-01-01 | 2024-H1                | 2023-H2
             2024                   | 2024-01-01 | 2025-01-01 | 2023                   | 2023
             2020..2025             | 2020-01-01 | 2025-01-01 | 2015..2020             | 2019..2024
             2024-01-01..2024-03-20 | 2024-01-01 | 2024-03-21 | 2023-10-13..2023-12-31 | 2023-01-01..2023-03-20
            """)
    void aPeriodIsReadAndWrittenAsInItsAddress(
            String text, LocalDate from, LocalDate until, String before, String yearAgo) {
        var period = Period.of(text);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.until()).isEqualTo(until);
        assertThat(period.code()).isEqualTo(text);
        assertThat(period.before().code()).isEqualTo(before);
        assertThat(period.yearAgo().code()).isEqualTo(yearAgo);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-13",
                "2024-00",
                "2024-Q5",
                "24",
                "2024-02-30..2024-03-01",
                "2024-03-01..2024-02-01",
                "2025..2020"
            })
    void whatIsNoPeriodIsRefused(String text) {
        assertThatThrownBy(() -> Period.of(text)).isInstanceOf(ReportingRefusal.class);
    }
}
