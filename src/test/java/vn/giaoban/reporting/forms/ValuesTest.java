package vn.giaoban.reporting.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaoban.figures.Answer;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.Figure.Part;
import vn.giaoban.figures.Indicator;
import vn.giaoban.figures.Reading;
import vn.giaoban.figures.Reckoning;
import vn.giaoban.figures.Subject;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.figures.Why;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/** What formulas yield of answers, also of answers in which some parts are withheld from the reader. */
class ValuesTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private static final Values VALUES = new Values(Map.of(
            "", answer(figure("members", "30"), figure("died", "2"), none("expelled")),
            "ethnicity", answer(figure("members", "30", part("kinh", "18"), part("tay", "9"), part(null, "3"))),
            "religion", answer(figure("members", "30", part("khong", "20"), withheld())),
            "ethnicity,sex",
                    answer(figure(
                            "members",
                            "30",
                            part("kinh", "18", part("F", "8"), part("M", "10")),
                            part("tay", "9", part("M", "9")),
                            part(null, "3"))),
            "age", answer(figure("members", "30", part("20", "10"), part("25", "19"), part(null, "1")))));

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            members                                ; 30
            members - died                         ; 28
            members{ethnicity=tay}                 ; 9
            members{ethnicity=tay|?}               ; 12
            members{ethnicity=dao}                 ; 0
            members{ethnicity!=kinh|?}             ; 9
            members{ethnicity!=kinh|dao}           ; 12
            members{ethnicity=kinh,sex=F}          ; 8
            members{ethnicity=tay,sex=F}           ; 0
            members{ethnicity=kinh,sex!=F}         ; 10
            members{religion=khong}                ; 20
            members{religion!=khong}               ; 10
            mean(members{age})                     ; 23.3
            """)
    void whatIsShownIsReckoned(String formula, BigDecimal number) {
        assertThat(VALUES.of(Formula.of(formula)).number()).isEqualByComparingTo(number);
    }

    /** A part that is not there may be among those that are withheld: then there is no number, and never a nought. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            members{religion=cong-giao}
            members{religion=khong|cong-giao}
            members{religion!=khong|cong-giao}
            members{ethnicity=?,sex=F}
            members{ethnicity!=kinh,sex=F}
            members - expelled
            """)
    void whatIsWithheldIsNotReckoned(String formula) {
        var value = VALUES.of(Formula.of(formula));
        assertThat(value.number()).isNull();
        assertThat(value.why()).isEqualTo(Why.WITHHELD);
    }

    @Test
    void aMeanOfNobodyIsNone() {
        var nobody = new Values(Map.of("age", answer(figure("members", "0"))));
        assertThat(nobody.of(Formula.of("mean(members{age})")).why()).isEqualTo(Why.NO_BASE);
    }

    private static Answer answer(Figure... figures) {
        var unit = new UnitId(1);
        return new Answer(
                new Subject(unit, "P", "Đảng bộ P", FIRST, Days.FOREVER),
                new Reading(unit, FIRST, FIRST.plusMonths(1), TreeChoice.AS_WAS, (short) 1, false, Instant.EPOCH),
                List.of(figures),
                null);
    }

    private static Indicator indicator(String code) {
        return Indicator.of(code, code, code, Indicator.Measure.MEMBER, new Reckoning.Population());
    }

    private static Figure figure(String code, String value, Part... parts) {
        return new Figure(indicator(code), new BigDecimal(value), null, List.of(parts));
    }

    private static Figure none(String code) {
        return new Figure(indicator(code), null, Why.WITHHELD, List.of());
    }

    private static Part part(@Nullable String key, String value, Part... parts) {
        return new Part(key, new BigDecimal(value), null, List.of(parts));
    }

    private static Part withheld() {
        return new Part(null, null, Why.WITHHELD, List.of());
    }
}
