package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaoban.membership.People.evening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Verb;

/** A cell's secretary is told whose probation ends this month and who is due a badge at the next award; nobody else of the cell. */
@CommittingTest(freshForEachMethod = true)
class CellTasksTest {

    @Autowired
    People people;

    @Autowired
    Officers officers;

    @Autowired
    CellTasks tasks;

    @Autowired
    Organisation organisation;

    @BeforeEach
    void fiveMembers() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            for (var p : List.of("P", "Q")) {
                var rows = new ArrayList<NewMember>();
                // decided in February, held in March: probation counts from the ceremony
                rows.add(member(p, "du-bi", "Lý Thị Dự", Degree.PROBATIONARY, "2019-02-20", "2019-03-05"));
                rows.add(member(p, "qua-han", "Bàn Văn Quá", Degree.PROBATIONARY, "2018-10-01", "2018-10-10"));
                rows.add(member(p, "con-lau", "Hà Văn Còn", Degree.PROBATIONARY, "2019-04-25", "2019-05-01"));
                rows.add(member(p, "huy-hieu", "Triệu Thị Huy", Degree.OFFICIAL, "1990-04-02", "1990-04-09"));
                rows.add(member(p, "sau-nay", "Đặng Văn Sau", Degree.OFFICIAL, "1990-08-02", "1990-08-09"));
                people.store(People.register(p), Batch.ofMembers(rows));
            }
            return null;
        });
    }

    private static NewMember member(String p, String ref, String name, Degree degree, String decided, String ceremony) {
        var profile = Profile.of(name, Birth.on(LocalDate.of(1970, 1, 1)), Sex.M)
                .joined(new Profile.Joined(LocalDate.parse(decided), LocalDate.parse(ceremony), null, 0));
        return NewMember.opening(1, ref, profile, p + "A1", degree);
    }

    @Test
    void namesWhoIsDueThisMonthAndNobodyElse() {
        assertThat(told("2020-03-19"))
                .containsExactly(
                        "RECOGNITION Bàn Văn Quá 2019-10-10 late",
                        "RECOGNITION Lý Thị Dự 2020-03-05 late",
                        "BADGE Triệu Thị Huy 30 2020-05-19");
    }

    @Test
    void probationThatEndsLaterThisMonthIsNotLate() {
        assertThat(told("2020-03-04")).contains("RECOGNITION Lý Thị Dự 2020-03-05");
        assertThat(told("2020-02-28")).noneMatch(task -> task.contains("Lý Thị Dự"));
    }

    @Test
    void whoMaySeeNobodyThereIsToldNothing() {
        var other = officers.over("PB1", Verb.SEE_PERSONS, Verb.RECORD);
        var cell = organisation.named("PA1").orElseThrow();
        assertThatThrownBy(() -> Acting.as(
                        other,
                        () -> tasks.of(other, cell, new AsOf(LocalDate.parse("2020-03-19"), evening("2020-03-19")))))
                .isInstanceOf(Refusal.class);
    }

    private List<String> told(String day) {
        var secretary = officers.over("PA1", Verb.SEE_PERSONS, Verb.RECORD);
        return Acting.as(
                secretary,
                () -> tasks.of(secretary, officers.id("PA1"), new AsOf(LocalDate.parse(day), evening(day))).stream()
                        .map(CellTasksTest::written)
                        .toList());
    }

    private static String written(CellTasks.Task task) {
        return task.kind() == CellTasks.Kind.BADGE
                ? "BADGE %s %s %s".formatted(task.person().name(), task.years(), task.awarded())
                : "RECOGNITION %s %s%s".formatted(task.person().name(), task.due(), task.late() ? " late" : "");
    }
}
