package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoban.membership.People.evening;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestDatabase;
import vn.giaoban.Visits;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Verb;

/** The secretary of cell PA1 reports, the officer of base PA answers. */
@CommittingTest(freshForEachMethod = true)
class ChangeReportsTest {

    @Autowired
    People people;

    @Autowired
    Visits visits;

    @Autowired
    Officers officers;

    @Autowired
    Organisation organisation;

    @Autowired
    ChangeReports reports;

    @Autowired
    javax.sql.DataSource database;

    Actor secretary;
    Actor officer;
    MemberId somebody;

    @BeforeEach
    void aCell() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            people.settle("A1", 2);
            people.settle("A2", 1);
            return true;
        });
        secretary = officers.named(8, "bi.thu", "PA1", Verb.SEE_PERSONS, Verb.RECORD);
        officer = officers.named(9, "can.bo", "PA", Verb.SEE_PERSONS, Verb.RECORD, Verb.CONFIRM);
        somebody = new MemberId(
                People.register("P"),
                sql().sql("select member_id from membership.member where register_id = 2 and ref = 'a1-1'")
                        .query(Long.class)
                        .single());
    }

    @Test
    void aReportIsNoRecordBeforeTheBaseConfirmsIt() {
        visits.get(secretary, "/members/" + somebody)
                .bodyText()
                .contains("Báo có thay đổi")
                .doesNotContain("/movements/new", "/correct");
        visits.get(secretary, "/changes/new?member=" + somebody)
                .hasStatusOk()
                .bodyText()
                .contains("Từ trần", "Chuyển đi", "Đề nghị xóa tên", "nghị quyết bằng văn bản")
                .doesNotContain("⟦", "kind=STRUCK_OFF", "kind=EXPELLED", "kind=RESIGNED");
        visits.get(secretary, "/changes/new?kind=DIED&member=" + somebody)
                .hasStatusOk()
                .bodyText()
                .contains("Ngày từ trần")
                .doesNotContain("⟦");
        report("kind=DIED", "day=15/04/2024").hasStatus(303);
        assertThat(people.belong("2024-05-01", evening("2027-01-01"))).contains("a1-1 A1");
        assertThat(Acting.as(officer, () -> reports.waiting(officer))).isEqualTo(1);
        visits.get(officer, "/").bodyText().contains("Báo cáo chờ xác nhận");
        visits.get(officer, "/changes")
                .hasStatusOk()
                .bodyText()
                .contains("Nguyễn Văn Thử", "bi.thu", "Xem, trả lời")
                .doesNotContain("⟦");

        var report = report();
        visits.get(officer, "/changes/" + report)
                .hasStatusOk()
                .bodyText()
                .contains("15/04/2024", "Xác nhận và ghi vào sổ")
                .doesNotContain("⟦");
        answer(officer, report, "confirm", "day=15/04/2024").hasStatus(303);
        assertThat(people.belong("2024-05-01", evening("2027-01-01"))).doesNotContain("a1-1 A1");
        assertThat(sql().sql(
                                "select e.login || ': ' || e.reason from membership.movement m join record.entry e using (entry_id)")
                        .query(String.class)
                        .single())
                .isEqualTo("can.bo: theo báo cáo của bi.thu");
        visits.get(secretary, "/changes").bodyText().contains("Đã xác nhận").doesNotContain("⟦");
        answer(officer, report, "confirm", "day=15/04/2024")
                .hasStatus(422)
                .bodyText()
                .contains("đã được trả lời");
        assertThat(Acting.as(officer, () -> reports.waiting(officer))).isZero();
    }

    @Test
    void theBasePutsRightAndConfirms() {
        report("kind=TRANSFER", "day=01/03/2024", "outside=Tỉnh Q").hasStatus(303);
        answer(officer, report(), "confirm", "day=05/03/2024", "toCell=PA2", "answer=về PA2")
                .hasStatus(303);
        assertThat(people.belong("2024-03-05", evening("2027-01-01"))).contains("a1-1 A2");
        visits.get(secretary, "/changes").bodyText().contains("Đã sửa và xác nhận", "về PA2");
    }

    @Test
    void theBaseReturnsWithAWord() {
        report("kind=OTHER", "words=xin xem lại ngày vào Đảng", "day=01/03/2024")
                .hasStatus(303);
        answer(officer, report(), "return", "answer= ")
                .hasStatus(422)
                .bodyText()
                .contains("phải có nội dung");
        answer(officer, report(), "return", "answer=gửi kèm quyết định").hasStatus(303);
        visits.get(secretary, "/changes").bodyText().contains("Trả lại", "gửi kèm quyết định");
        assertThat(sql().sql("select count(*) from membership.movement")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Whatever stands in the other fields: only the word is needed, and nothing that was typed is lost without it. */
    @Test
    void aReturnNeedsOnlyItsWord() {
        report("kind=TRANSFER", "day=01/03/2024", "outside=Tỉnh Q").hasStatus(303);
        answer(officer, report(), "return", "day=32/01/2024", "outside=Tỉnh Z", "answer=")
                .hasStatus(422)
                .bodyText()
                .contains("phải có nội dung", "32/01/2024", "Tỉnh Z");
        answer(officer, report(), "return", "day=32/01/2024", "outside=Tỉnh Z", "another=true", "answer=sai ngày")
                .hasStatus(303);
        visits.get(secretary, "/changes").bodyText().contains("Trả lại", "sai ngày");
    }

    @Test
    void theBaseIsAskedAboutDoubtfulDaysAndItsWordIsKept() {
        report("kind=TRANSFER", "day=01/03/2024", "toCell=PA2").hasStatus(303);
        var report = report();
        answer(officer, report, "confirm", "day=01/03/2050", "toCell=PA2")
                .hasStatus(422)
                .bodyText()
                .contains("chưa đến");
        var cell = organisation.named("PA1").orElseThrow();
        visits.post(
                        secretary,
                        "/changes/new?cell=" + cell,
                        "familyAndGivenName=Lò Văn Trẻ",
                        "birth=2010",
                        "sex=M",
                        "day=01/03/2024")
                .hasStatus(303);
        var young =
                new String[] {"familyAndGivenName=Lò Văn Trẻ", "birth=2010", "sex=M", "day=01/03/2024", "answer=đã hỏi"
                };
        answer(officer, report(), "confirm", young)
                .hasStatus(422)
                .bodyText()
                .contains("chưa đủ 18 tuổi", "Đã đối chiếu giấy tờ", "đã hỏi")
                .doesNotContain("⟦");
        var sure = java.util.Arrays.copyOf(young, young.length + 1);
        sure[young.length] = "sure=true";
        answer(officer, report(), "confirm", sure).hasStatus(303);
    }

    @Test
    void aProposalToRemoveSomebodyIsNotKeptButTheCellIsToldWhereItGoes() {
        for (var words :
                List.of("Đề nghị khai trừ", "xin XOA TEN", "tự xin ra khỏi Đảng", "Đình chỉ  sinh hoạt 3 tháng")) {
            report("kind=OTHER", "day=01/03/2024", "words=" + words)
                    .hasStatus(422)
                    .bodyText()
                    .contains("chi bộ gửi nghị quyết bằng văn bản lên đảng ủy cơ sở");
        }
        assertThat(sql().sql("select count(*) from membership.report")
                        .query(Long.class)
                        .single())
                .isZero();
        report("kind=OTHER", "day=01/03/2024", "words=bố trí lại, ra khỏi danh sách trực")
                .hasStatus(303);
    }

    @Test
    void whatCannotBeTrueGoesOnWaiting() {
        report("kind=RECOGNITION", "day=01/03/2024").hasStatus(303);
        answer(officer, report(), "confirm", "day=01/03/2024")
                .hasStatus(422)
                .bodyText()
                .contains("đã là đảng viên chính thức");
        assertThat(Acting.as(officer, () -> reports.waiting(officer))).isEqualTo(1);
    }

    @Test
    void aChangeOfDataAndAnAdmission() {
        report("kind=CHANGE", "attribute=OCCUPATION", "value=giáo viên", "day=01/03/2024")
                .hasStatus(303);
        answer(officer, report(), "confirm", "attribute=OCCUPATION", "value=giáo viên", "day=01/03/2024")
                .hasStatus(303);
        assertThat(sql().sql(
                                "select occupation from membership.profile where register_id = 2 and until_day = 'infinity' and superseded_at = 'infinity' and occupation is not null")
                        .query(String.class)
                        .list())
                .containsExactly("giáo viên");

        var cell = organisation.named("PA1").orElseThrow();
        visits.get(secretary, "/members?unit=" + cell).bodyText().contains("Báo kết nạp");
        visits.get(secretary, "/changes/new?cell=" + cell)
                .hasStatusOk()
                .bodyText()
                .contains("Ngày lễ kết nạp")
                .doesNotContain("⟦");
        visits.post(secretary, "/changes/new?cell=" + cell, "familyAndGivenName=Lò Văn #", "birth=32/01/2001", "day=")
                .hasStatus(422)
                .bodyText()
                .contains("ký tự lạ", "không có ngày đó", "Lò Văn #", "32/01/2001");
        visits.post(
                        secretary,
                        "/changes/new?cell=" + cell,
                        "familyAndGivenName=Lò Văn Mới",
                        "birth=2001",
                        "sex=M",
                        "day=01/03/2024")
                .hasStatus(303);
        answer(officer, report(), "confirm", "familyAndGivenName=Lò Văn Mới", "birth=2001", "sex=M", "day=01/03/2024")
                .hasStatus(303);
        assertThat(sql().sql(
                                "select p.name from membership.step s join membership.profile p using (register_id, member_id) where s.kind = 'admission'")
                        .query(String.class)
                        .list())
                .containsExactly("Lò Văn Mới");
    }

    @Test
    void whatIsMissingIsSaidAllAtOnceAndKept() {
        report("kind=TRANSFER", "day=01/03/2040", "decisionNo=12-QĐ")
                .hasStatus(422)
                .bodyText()
                .contains("chưa đến", "Hãy ghi chuyển đi đâu", "12-QĐ");
        report("kind=TRANSFER", "day=01/03/2024", "toCell=PZ9")
                .hasStatus(422)
                .bodyText()
                .contains("Không có tổ chức mang mã “PZ9”");
        report("kind=DIED", "day=15/04/2024").hasStatus(303);
        report("kind=DIED", "day=15/04/2024").hasStatus(422).bodyText().contains("đã được báo");
    }

    @Test
    void aReporterTakesBackWhatWaits() {
        report("kind=DIED", "day=15/04/2024").hasStatus(303);
        var report = report();
        visits.post(officer, "/changes/" + report + "/take-back").hasStatus(403);
        visits.post(secretary, "/changes/" + report + "/take-back").hasStatus(303);
        visits.post(secretary, "/changes/" + report + "/take-back").hasStatus(409);
        visits.get(secretary, "/changes").bodyText().contains("Đã rút");
    }

    @Test
    void nobodyElseReportsReadsOrAnswers() {
        report("kind=DIED", "day=15/04/2024").hasStatus(303);
        var report = report();
        for (var stranger : List.of(
                officers.over("PB", Verb.SEE_PERSONS, Verb.RECORD, Verb.CONFIRM),
                officers.over("PA2", Verb.SEE_PERSONS, Verb.RECORD),
                officers.over("PA", Verb.SEE_PERSONS))) {
            visits.get(stranger, "/changes/" + report).hasStatus(404);
            answer(stranger, report, "confirm", "day=15/04/2024").hasStatus(404);
            answer(stranger, report, "return", "answer=x").hasStatus(404);
            visits.post(stranger, "/changes/" + report + "/take-back").hasStatus(404);
            visits.get(stranger, "/changes").bodyText().doesNotContain("Nguyễn Văn Thử");
        }
        answer(secretary, report, "confirm", "day=15/04/2024").hasStatus(403);
        var neighbour = officers.over("PA2", Verb.SEE_PERSONS, Verb.RECORD);
        visits.post(neighbour, "/changes/new?kind=DIED&member=" + somebody, "day=15/04/2024")
                .hasStatus(404);
        visits.post(
                        neighbour,
                        "/changes/new?cell=" + organisation.named("PA1").orElseThrow(),
                        "day=15/04/2024",
                        "familyAndGivenName=Lò Văn Mới",
                        "birth=2001",
                        "sex=M")
                .hasStatus(404);
        visits.post(secretary, "/members/" + somebody + "/movements/new", "kind=DIED", "day=15/04/2024")
                .hasStatus(403);
        var otherRegister = new Actor(7, "q", java.util.Set.of(People.register("Q")), officer.grants());
        visits.get(otherRegister, "/changes/" + report).hasStatus(404);
    }

    private MvcTestResultAssert report(String query, String... fields) {
        return visits.post(secretary, "/changes/new?" + query + "&member=" + somebody, fields);
    }

    private MvcTestResultAssert answer(Actor by, String report, String how, String... fields) {
        return visits.post(by, "/changes/" + report + "/" + how, fields);
    }

    private String report() {
        return sql().sql("select register_id || '-' || max(report_id) from membership.report group by register_id")
                .query(String.class)
                .single();
    }

    private JdbcClient sql() {
        return TestDatabase.of(database).asSuperuser();
    }
}
