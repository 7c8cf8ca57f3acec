package vn.giaoban.reporting.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    /** Each term as sign, figure and division. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            opening                                                 ; +opening/
            died + removed - transfers-out                          ; +died/ +removed/ -transfers-out/
            members{education=thac-si|tien-si}                      ; +members/education
            members{sex=F,ethnicity=tay}                            ; +members/ethnicity,sex
            members{age-band=18–30} - members{age-band=>60}         ; +members/age-band -members/age-band
            members{occupation=Cán bộ + công chức} + died           ; +members/occupation +died/
            members{ethnicity=*,sex=F}                              ; +members/sex
            members{ethnicity=*}                                    ; +members/
            mean(all-admissions{age})                               ; +all-admissions/age
            """)
    void itsTermsAreRead(String text, String terms) {
        assertThat(Formula.of(text).terms())
                .extracting(term -> (term.plus() ? "+" : "-") + term.indicator() + "/" + term.division())
                .containsExactly(terms.split(" "));
    }

    @Test
    void partsAreNamedOrLeftOut() {
        var named = Formula.of("members{theory=cao-cap|cu-nhan}")
                .terms()
                .get(0)
                .parts()
                .get(0);
        assertThat(named.not()).isFalse();
        assertThat(named.keys()).containsExactly("cao-cap", "cu-nhan");
        var others =
                Formula.of("members{ethnicity!=kinh|?}").terms().get(0).parts().get(0);
        assertThat(others.not()).isTrue();
        assertThat(others.keys()).containsExactly("kinh", "?");
        assertThat(Formula.of("mean(members{age})").mean()).isTrue();
        assertThat(Formula.of("members").mean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "members +",
                "members + + died",
                "members{sex}",
                "members{sex=F",
                "members * 2",
                "members{sex=F,degree=OFFICIAL,age-band=>60}",
                "members{sex=F,sex=M}",
                "mean(members)"
            })
    void whatIsNoFormulaIsRefused(String text) {
        assertThatThrownBy(() -> Formula.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
