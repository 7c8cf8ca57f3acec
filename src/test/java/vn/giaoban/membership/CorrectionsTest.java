package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoban.membership.People.evening;

import java.time.LocalDate;
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
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Verb;

/** What was wrong is superseded with a reason; what changed is so from its day on; both stand in the history. */
@CommittingTest(freshForEachMethod = true)
class CorrectionsTest {

    @Autowired
    People people;

    @Autowired
    Visits visits;

    @Autowired
    Officers officers;

    @Autowired
    Organisation organisation;

    @Autowired
    javax.sql.DataSource database;

    MemberId somebody;

    @BeforeEach
    void onePerson() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            for (var p : List.of("P", "Q")) {
                var profile = Profile.of("Nông Văn Hai", Birth.in(1957), Sex.M)
                        .from(new Profile.Origin("Tày", "Không", "Ba Bể", "thôn Nà Pán"))
                        .learned(new Profile.Schooling("làm ruộng", "THCS", null, null))
                        .joined(new Profile.Joined(LocalDate.parse("1990-05-19"), null, null, 0));
                people.store(
                        People.register(p),
                        Batch.ofMembers(List.of(NewMember.opening(1, "hai", profile, p + "A1", Degree.OFFICIAL))));
            }
            return true;
        });
        somebody = new MemberId(
                People.register("P"),
                sql().sql("select member_id from membership.member where register_id = 2")
                        .query(Long.class)
                        .single());
    }

    @Test
    void aChangeIsSoFromItsDayOnAndTheDaysBeforeStay() {
        var officer = officers.over("PX", Verb.SEE_PERSONS, Verb.CONFIRM);
        get(officer, "/members/{m}/changes/new")
                .hasStatusOk()
                .bodyText()
                .contains("Điều gì thay đổi")
                .doesNotContain("⟦");
        get(officer, "/members/{m}/changes/new?attribute=EDUCATION")
                .hasStatusOk()
                .bodyText()
                .contains("Đại học")
                .doesNotContain("⟦");
        change(officer, "EDUCATION", "01/09/2022", "Đại học").hasStatus(303);
        change(officer, "EDUCATION", "01/09/2023", "Thạc sĩ").hasStatus(303);
        assertThat(education("2022-08-31")).isEqualTo("trung-hoc-co-so");
        assertThat(education("2022-09-01")).isEqualTo("dai-hoc");
        assertThat(education("2024-01-01")).isEqualTo("thac-si");
        get(officer, "/members/{m}/history?on=2024-03-19")
                .hasStatusOk()
                .bodyText()
                .contains("Thạc sĩ", "01/09/2023", "Đại học", "Trung học cơ sở", "thôn Nà Pán", "officer")
                .doesNotContain("⟦", "Tôn giáo");
    }

    @Test
    void whatIsWrongWithAChangeIsSaidAtItsField() {
        var officer = officers.over("PX", Verb.SEE_PERSONS, Verb.CONFIRM);
        change(officer, "OCCUPATION", "01/09/2030", "giáo viên")
                .hasStatus(422)
                .bodyText()
                .contains("chưa đến", "giáo viên", "01/09/2030");
        change(officer, "OCCUPATION", "01/09/1950", "giáo viên")
                .hasStatus(422)
                .bodyText()
                .contains("trước ngày sinh");
        change(officer, "OCCUPATION", "", "giáo viên")
                .hasStatus(422)
                .bodyText()
                .contains("phải có nội dung", "id=\"day-error\"");
        change(officer, "OCCUPATION", "31/02/2020", "giáo viên")
                .hasStatus(422)
                .bodyText()
                .contains("31/02/2020");
        change(officer, "OCCUPATION", "01/09/2020", "làm ruộng")
                .hasStatus(422)
                .bodyText()
                .contains("đã ghi như vậy");
        change(officer, "BIRTH", "01/09/2020", "1958").hasStatus(422).bodyText().contains("chỉ được đính chính");
        change(officer, "OCCUPATION", "01/09/2020", "giáo viên").hasStatus(303);
        change(officer, "OCCUPATION", "01/09/2020", "hưu trí")
                .hasStatus(422)
                .bodyText()
                .contains("sửa dòng đã có");
    }

    @Test
    void aCorrectionReplacesWithAReasonAndKeepsWhatStoodBefore() {
        var keeper = officers.over("PX", Verb.SEE_PERSONS, Verb.CONFIRM, Verb.KEEP_REGISTER);
        change(keeper, "OCCUPATION", "01/09/2020", "giáo viên").hasStatus(303);
        get(keeper, "/members/{m}/correct")
                .hasStatusOk()
                .bodyText()
                .contains("Nông Văn Hai", "1957", "19/05/1990")
                .doesNotContain("⟦", "Không</option>");
        correct(keeper, "", "Nông Văn Hải", "03/1957")
                .hasStatus(422)
                .bodyText()
                .contains("Hãy ghi lý do", "Nông Văn Hải");
        correct(keeper, "x", "Nông #", "13/1957").hasStatus(422).bodyText().contains("ký tự lạ", "không có tháng này");
        correct(keeper, "theo lý lịch", "Nông Văn Hải", "03/1957").hasStatus(303);

        assertThat(sql().sql(
                                "select name || ' ' || birth || ' ' || birth_precision || ' ' || coalesce(religion, '') || ' ' || occupation"
                                        + " from membership.profile where register_id = 2 and superseded_at = 'infinity' order by from_day")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Nông Văn Hải 1957-03-01 MONTH khong làm ruộng",
                        "Nông Văn Hải 1957-03-01 MONTH khong giáo viên");
        assertThat(sql().sql("select name from membership.profile where register_id = 3")
                        .query(String.class)
                        .list())
                .containsExactly("Nông Văn Hai");
        get(keeper, "/members/{m}/history").bodyText().contains("<s>Nông Văn Hai</s>", "theo lý lịch", "03/1957");
        var reader = officers.over("PX", Verb.SEE_PERSONS);
        get(reader, "/members/{m}/history").bodyText().contains("Nông Văn Hải").doesNotContain("<s>", "Văn Hai<");
        assertThat(sql().sql(
                                "select count(*) from membership.member_name where register_id = 2 and rotation like 'nong van hai%' and superseded_at = 'infinity'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        correct(keeper, "lần nữa", "Nông Văn Hải", "03/1957")
                .hasStatus(422)
                .bodyText()
                .contains("Chưa sửa điều gì");
    }

    @Test
    void theAdmissionDecisionMovesPartyAge() {
        var keeper = officers.over("PX", Verb.SEE_PERSONS, Verb.KEEP_REGISTER);
        visits.post(
                        keeper,
                        "/members/" + somebody + "/correct",
                        "reason=theo quyết định",
                        "family_and_given_name=Nông Văn Hai",
                        "birth=1957",
                        "sex=M",
                        "admission_decision_day=19/05/1985")
                .actual();
        assertThat(sql().sql(
                                "select party_from::text from membership.seniority where register_id = 2 and superseded_at = 'infinity'")
                        .query(String.class)
                        .single())
                .isEqualTo("1985-05-19");
    }

    @Test
    void aMistakenChangeIsTakenBackByTheKeeperWithAReason() {
        var keeper = officers.over("PX", Verb.SEE_PERSONS, Verb.KEEP_REGISTER);
        change(keeper, "THEORY", "01/09/2022", "Cao cấp").hasStatus(303);
        var id = sql().sql("select change_id from membership.change")
                .query(Long.class)
                .single();
        var officer = officers.over("PX", Verb.SEE_PERSONS, Verb.CONFIRM);
        withdraw(officer, id, "nhầm").hasStatus(403);
        withdraw(keeper, id, " ").hasStatus(422);
        withdraw(keeper, id, "nhầm người").hasStatus(303);
        assertThat(sql().sql(
                                "select count(*) from membership.profile where register_id = 2 and superseded_at = 'infinity' and theory is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        get(keeper, "/members/{m}/history").bodyText().contains("<s>Cao cấp</s>", "nhầm người");
    }

    @Test
    void nobodyElseMay() {
        for (var stranger : List.of(
                officers.over("PY", Verb.SEE_PERSONS, Verb.KEEP_REGISTER, Verb.CONFIRM),
                officers.over("PX", Verb.SEE_FIGURES, Verb.KEEP_REGISTER, Verb.CONFIRM))) {
            for (var path : List.of("/members/{m}/correct", "/members/{m}/changes/new", "/members/{m}/history")) {
                get(stranger, path).hasStatus(404);
            }
            change(stranger, "OCCUPATION", "01/09/2020", "giáo viên").hasStatus(404);
            correct(stranger, "x", "Nông Văn Hải", "1957").hasStatus(404);
        }
        var secretary = officers.over("PA1", Verb.SEE_PERSONS, Verb.RECORD);
        change(secretary, "OCCUPATION", "01/09/2020", "giáo viên").hasStatus(403);
        correct(officers.over("PX", Verb.SEE_PERSONS, Verb.CONFIRM), "x", "Nông Văn Hải", "1957")
                .hasStatus(403);
    }

    @Test
    void aCorrectedRowOfAFileKeepsTheChanges() {
        change(officers.over("PX", Verb.SEE_PERSONS, Verb.CONFIRM), "OCCUPATION", "01/09/2020", "giáo viên")
                .hasStatus(303);
        people.at("2027-01-03", () -> {
            var again = NewMember.opening(
                            1, "hai-2", Profile.of("Nông Văn Hài", Birth.in(1957), Sex.M), "PA1", Degree.OFFICIAL)
                    .correcting("hai");
            people.store(People.register("P"), Batch.ofMembers(List.of(again)));
            return true;
        });
        assertThat(sql().sql(
                                "select occupation from membership.profile where register_id = 2 and superseded_at = 'infinity' and until_day = 'infinity'")
                        .query(String.class)
                        .single())
                .isEqualTo("giáo viên");
        assertThat(people.belong("2024-01-01", evening("2027-01-04"))).containsExactly("hai-2 A1");
    }

    private MvcTestResultAssert change(Actor by, String attribute, String day, String value) {
        return visits.post(
                by, "/members/" + somebody + "/changes/new?attribute=" + attribute, "day=" + day, "value=" + value);
    }

    private MvcTestResultAssert correct(Actor by, String reason, String name, String birth) {
        return visits.post(
                by,
                "/members/" + somebody + "/correct",
                "reason=" + reason,
                "family_and_given_name=" + name,
                "birth=" + birth,
                "sex=M",
                "ethnicity=Tày",
                "religion=Công giáo",
                "native_place=Ba Bể",
                "residence=thôn Nà Pán",
                "occupation=làm ruộng",
                "education=Trung học cơ sở",
                "admission_decision_day=19/05/1990");
    }

    private MvcTestResultAssert withdraw(Actor by, long change, String reason) {
        return visits.post(by, "/members/" + somebody + "/changes/" + change + "/withdraw", "reason=" + reason);
    }

    private MvcTestResultAssert get(Actor by, String path) {
        return visits.get(by, path, somebody);
    }

    private String education(String day) {
        return sql().sql(
                        "select education from membership.profile where register_id = 2 and superseded_at = 'infinity' and from_day <= :day and :day < until_day")
                .param("day", LocalDate.parse(day))
                .query(String.class)
                .single();
    }

    private JdbcClient sql() {
        return TestDatabase.of(database).asSuperuser();
    }
}
