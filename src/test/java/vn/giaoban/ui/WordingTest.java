package vn.giaoban.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.Refusal;

/** Numbers and days as Vietnamese offices write them. */
class WordingTest {

    final Wording vietnamese = words(Languages.VIETNAMESE);
    final Wording english = words(Languages.ENGLISH);

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
              ratio    | vietnamese | english
              0.074    | 7,4%       | 7.4%
              0.566206 | 56,62%     | 56.62%
              0.6      | 60%        | 60%
              0.000049 | 0%         | 0%
              0.00005  | 0,01%      | 0.01%
              12.5     | 1.250%     | 1,250%
             -0.0911   | −9,11%     | −9.11%
            """)
    void sharesHaveAtMostTwoDecimalsAndNoSpace(BigDecimal ratio, String inVietnamese, String inEnglish) {
        assertThat(vietnamese.percent(ratio)).isEqualTo(inVietnamese);
        assertThat(english.percent(ratio)).isEqualTo(inEnglish);
    }

    @Test
    void thousandsAreParted() {
        assertThat(vietnamese.number(37_340)).isEqualTo("37.340");
        assertThat(english.number(37_340)).isEqualTo("37,340");
        assertThat(vietnamese.number(-2_093)).isEqualTo("−2.093");
        assertThat(vietnamese.number(new BigDecimal("1234.50"))).isEqualTo("1.234,5");
        assertThat(vietnamese.change(187)).isEqualTo("+187");
        assertThat(vietnamese.change(-29)).isEqualTo("−29");
        assertThat(vietnamese.change(0)).isEqualTo("0");
        assertThat(vietnamese.percent(821, 1450)).isEqualTo("56,62%");
        assertThat(vietnamese.percent(1, 0)).isEqualTo("–");
    }

    @Test
    void daysAndInstantsAreThoseOfVietnam() {
        assertThat(vietnamese.day(LocalDate.of(2024, 3, 19))).isEqualTo("19/03/2024");
        assertThat(vietnamese.day(Days.FOREVER)).isEqualTo("chưa kết thúc");
        assertThat(vietnamese.day(null)).isEqualTo("–");
        assertThat(vietnamese.instant(Instant.parse("2024-03-18T17:30:00Z"))).isEqualTo("00:30 19/03/2024");
        assertThat(vietnamese.days(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 1)))
                .isEqualTo("từ 01/01/2024 đến hết 31/03/2024");
    }

    @Test
    void argumentsAreWrittenAsEverywhereElse() {
        assertThat(vietnamese.text("ui.page-of", 1, 2, 37_340)).isEqualTo("Trang 1 trên 2, tất cả 37.340 dòng");
        assertThat(vietnamese.text(new Refusal(Refusal.Kind.INVALID, "ui.not-a-day", "{0} '")))
                .contains("“{0} '” không phải");
        assertThat(vietnamese.text("ui.no-such-key")).isEqualTo("⟦ui.no-such-key⟧");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19/3/2024", "19-03-2024", "19.3.2024", "2024-03-19", " 19/03/2024 "})
    void daysAreReadAsPeopleWriteThem(String typed) {
        assertThat(DayFormatter.read(typed)).isEqualTo(LocalDate.of(2024, 3, 19));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/2/2024",
                "19/13/2024",
                "19/3/24",
                "2024-02-30",
                "1/1/1899",
                "1/1/2200",
                "+1/1/2024",
                "hôm qua",
                "",
                "19/3/20244"
            })
    void whatIsNoDayIsNotRead(String typed) {
        assertThatThrownBy(() -> DayFormatter.read(typed)).isInstanceOf(DateTimeParseException.class);
    }

    private static Wording words(java.util.Locale locale) {
        try {
            return new Wordings(new Messages().messageSource()).in(locale);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
