package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoban.membership.People.evening;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.CommittingTest;
import vn.giaoban.organisation.Officers;
import vn.giaoban.reporting.Checks;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Verb;

/** Integrity checks whose limits are days. */
@CommittingTest(freshForEachMethod = true)
class MemberChecksTest {

    @Autowired
    People people;

    @Autowired
    Officers officers;

    @Autowired
    Checks checks;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void twoMembers() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            for (var p : List.of("P", "Q")) {
                var probationer = Profile.of("Lý Thị Dự", Birth.on(LocalDate.of(1970, 1, 1)), Sex.F)
                        .joined(new Profile.Joined(
                                LocalDate.parse("2019-02-20"), LocalDate.parse("2019-03-05"), null, 0));
                people.store(
                        People.register(p),
                        Batch.ofMembers(
                                List.of(NewMember.opening(1, "du-bi", probationer, p + "A1", Degree.PROBATIONARY))));
            }
            people.settle("A2", 1);
            return null;
        });
    }

    @Test
    void probationIsOverdueThirtyWorkingDaysAfterTheTwelfthMonthFromTheCeremony() {
        assertThat(found("probation-overdue", "2020-04-16")).isEmpty();
        assertThat(found("probation-overdue", "2020-04-17"))
                .containsExactly("PA1: kết nạp ngày 05/03/2019, hạn xét 16/04/2020");
    }

    @Test
    void aStayPastTheDayOfItsLetterIsShownUntilTheReturn() {
        people.at("2024-02-02", () -> {
            for (var p : List.of("P", "Q")) {
                var day = LocalDate.parse("2024-02-01");
                var until = LocalDate.parse("2024-09-30");
                var away = NewMovement.of(
                        1,
                        "di",
                        "a2-1",
                        MovementKind.AWAY,
                        new NewMovement.On(day, null, null, null, null, until),
                        NewMovement.Place.NONE,
                        NewMovement.Place.outside("Chi bộ công trường, tỉnh Z"));
                people.store(People.register(p), Batch.ofMovements(List.of(away)));
            }
            return null;
        });
        assertThat(found("stay-overdue", "2024-09-30")).isEmpty();
        assertThat(found("stay-overdue", "2024-10-01")).containsExactly("PA2: đến ngày 30/09/2024");
        people.at("2024-10-05", () -> {
            people.move("ve", "a2-1", "back", "2024-10-04", ">");
            return null;
        });
        assertThat(found("stay-overdue", "2024-10-05")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2020-03-05, 30, 2020-04-16
            2020-03-06,  1, 2020-03-09
            2020-03-05,  2, 2020-03-09
            2020-03-07,  1, 2020-03-09
            2020-03-08,  5, 2020-03-13
            2020-03-09,  4, 2020-03-13
            2020-03-13,  5, 2020-03-20
            """)
    void workingDaysAreMondayToFriday(LocalDate from, int days, LocalDate last) {
        assertThat(sql.sql("select membership.after_working_days(:from, :days)")
                        .param("from", from)
                        .param("days", days)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(last);
    }

    private List<String> found(String check, String day) {
        var officer = officers.over("P", Verb.SEE_FIGURES);
        var at = new AsOf(LocalDate.parse(day), evening("2030-01-01"));
        return Acting.as(officer, () -> checks.run(officer, officers.id("P"), at)).stream()
                .filter(result -> result.check().code().equals(check))
                .flatMap(result -> result.findings().stream())
                .map(finding -> codeOf(finding.unit().value()) + ": " + finding.subject())
                .toList();
    }

    private String codeOf(long unit) {
        return sql.sql("select code from organisation_api.unit where unit_id = :unit")
                .param("unit", unit)
                .query(String.class)
                .single();
    }
}
