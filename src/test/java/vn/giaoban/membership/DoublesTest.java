package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.Verb;

/** Somebody is entered in PA1 who stands in a register already: in PB1, in PC1 of another district, or in the other register. */
@CommittingTest(freshForEachMethod = true)
class DoublesTest {

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

    Actor officer;

    @BeforeEach
    void aRegister() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            people.store(
                    TwoProvinces.P,
                    Batch.ofMembers(List.of(
                            someone(1, "Lý Thị Trong", "1980-02-03", "000180000001", "PB1"),
                            someone(2, "Lý Thị Ngoài", "1980-02-03", "000180000002", "PC1"))));
            people.store(
                    TwoProvinces.Q,
                    Batch.ofMembers(List.of(someone(1, "Lý Thị Xa", "1980-02-03", "000180000003", "QA1"))));
            return true;
        });
        officer = officers.named(7, "can.bo", "PX", Verb.SEE_PERSONS, Verb.CONFIRM);
    }

    private static NewMember someone(int n, String name, String birth, String number, String cell) {
        return NewMember.opening(
                        n, "m" + n, Profile.of(name, Birth.on(LocalDate.parse(birth)), Sex.F), cell, Degree.OFFICIAL)
                .withCitizen(CitizenNumber.read(number).orElseThrow(), false);
    }

    @Test
    void whomTheEntererMaySeeHeIsShownAndMayGoOn() {
        enter("ly thi TRONG", "03/02/1980", "", false)
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Trùng họ tên và ngày sinh",
                        "Lý Thị Trong</a>",
                        "Chi bộ thôn PB1",
                        "đây là người khác",
                        "ly thi TRONG")
                .doesNotContain("⟦");
        enter("Lý Thị Trong", "03/02/1980", "", true).hasStatus(303);
        assertThat(hits()).isZero();
        assertThat(members()).isEqualTo(4);
    }

    @Test
    void aCitizenNumberIsNeverEnteredTwice() {
        enter("Người Khác", "01/01/1990", "000180000001", true)
                .hasStatus(422)
                .bodyText()
                .contains("Số định danh này đã có", "Lý Thị Trong</a>")
                .doesNotContain("000180000001");
        assertThat(members()).isEqualTo(3);
    }

    @Test
    void ofSomebodyElsewhereHeLearnsOneSentence() {
        for (var typed : List.of("Lý Thị Ngoài", "Lý Thị Xa")) {
            enter(typed, "03/02/1980", "", false)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Trùng với hồ sơ ngoài phạm vi, đã báo cấp trên")
                    .doesNotContain("PC1", "QA1", "/members/2-", "/members/3-");
        }
        enter("Không Trùng", "01/01/1990", "000180000002", true)
                .hasStatus(422)
                .bodyText()
                .contains("ngoài phạm vi")
                .doesNotContain("Ngoài<", "đã có trong sổ");
        assertThat(hits()).isEqualTo(3);
        assertThat(members()).isEqualTo(3);
    }

    @Test
    void afterFiveOfThemADayTheAnswerNoLongerDependsOnWhomHeTypes() {
        for (var n = 0; n < 5; n++) {
            enter("Lý Thị Ngoài", "03/02/1980", "", false)
                    .hasStatus(422)
                    .bodyText()
                    .contains("ngoài phạm vi, đã báo");
        }
        enter("Lý Thị Ngoài", "03/02/1980", "", false)
                .hasStatus(422)
                .bodyText()
                .contains("Hôm nay tài khoản này đã 5 lần");
        enter("Hoàn Toàn Mới", "01/01/1990", "", false)
                .hasStatus(422)
                .bodyText()
                .contains("Hôm nay tài khoản này đã 5 lần");
        assertThat(hits()).isEqualTo(5);
        var other = officers.named(8, "khac", "PX", Verb.SEE_PERSONS, Verb.CONFIRM);
        enter(other, "Hoàn Toàn Mới", "01/01/1990", "", false).hasStatus(303);
    }

    @Test
    void whoKeepsBothPlacesIsToldAndNobodyElse() {
        enter("Lý Thị Ngoài", "03/02/1980", "", false);
        enter("Lý Thị Xa", "03/02/1980", "", false);
        var province = officers.over("P", Verb.SEE_PERSONS, Verb.KEEP_REGISTER);
        visits.get(province, "/").bodyText().contains("Nghi trùng hồ sơ");
        visits.get(province, "/members/doubles")
                .hasStatusOk()
                .bodyText()
                .contains("Lý Thị Ngoài", "Chi bộ thôn PA1", "can.bo")
                .doesNotContain("Lý Thị Xa", "⟦");
        var centre = new Actor(
                9,
                "tw",
                Set.of(TwoProvinces.CENTRE, TwoProvinces.P, TwoProvinces.Q),
                List.of(
                        new Grant(Verb.SEE_PERSONS, organisation.named("TW").orElseThrow()),
                        new Grant(Verb.KEEP_REGISTER, organisation.named("TW").orElseThrow())));
        visits.get(centre, "/members/doubles").bodyText().contains("Lý Thị Ngoài", "Lý Thị Xa");
        for (var stranger : List.of(
                officers.over("PX", Verb.SEE_PERSONS, Verb.KEEP_REGISTER),
                officers.over("PY", Verb.SEE_PERSONS, Verb.KEEP_REGISTER),
                officers.over("P", Verb.SEE_PERSONS))) {
            visits.get(stranger, "/members/doubles").bodyText().doesNotContain("Lý Thị Ngoài", "can.bo");
        }
        var hit = sql().sql(
                        "select '/members/doubles/' || register_id || '/' || hit_id from membership.double_hit where register_id = 2")
                .query(String.class)
                .single();
        var stranger = officers.over("PX", Verb.SEE_PERSONS, Verb.KEEP_REGISTER);
        visits.post(stranger, hit).hasStatus(404);
        visits.post(province, hit).hasStatus(303);
        visits.get(province, "/members/doubles").bodyText().doesNotContain("Lý Thị Ngoài");
    }

    @Test
    void aPreviewOfAFileTellsOfNamesakesOnlyWhereTheSenderMayEnter() {
        var keeper = officers.over("PX", Verb.KEEP_REGISTER);
        var rows = List.of(
                NewMember.coming(1, "x1", Profile.of("Lý Thị Trong", Birth.on(LocalDate.parse("1980-02-03")), Sex.F)),
                NewMember.coming(2, "x2", Profile.of("Lý Thị Ngoài", Birth.on(LocalDate.parse("1980-02-03")), Sex.F)));
        var notes = vn.giaoban.shared.Acting.as(
                        keeper, () -> intake.check(keeper, TwoProvinces.P, Batch.ofMembers(rows)))
                .notes();
        assertThat(notes)
                .filteredOn(note -> note.code().endsWith("namesake"))
                .extracting(RowError::row)
                .containsExactly(1);
    }

    private List<String> preview(Actor by, String... numbers) {
        var rows = new java.util.ArrayList<NewMember>();
        for (var number : numbers) {
            var n = rows.size() + 1;
            rows.add(NewMember.coming(
                            n,
                            "x" + n,
                            Profile.of(
                                    "Người Mới",
                                    Birth.on(LocalDate.parse("1990-01-01").plusDays(n)),
                                    Sex.F))
                    .withCitizen(CitizenNumber.read(number).orElseThrow(), false));
        }
        return vn.giaoban.shared.Acting.as(by, () -> intake.check(by, TwoProvinces.P, Batch.ofMembers(rows)))
                .errors()
                .stream()
                .map(error -> error.row() + " " + error.code() + error.arguments())
                .toList();
    }

    /** Like the entry form: one sentence, kept for who sees both, a few a day; and the answer is none about whom he may not know of. */
    @Test
    void aPreviewOfAFileTellsOneSentenceOfANumberOutside() {
        var keeper = officers.named(21, "giu.so", "PX", Verb.SEE_PERSONS, Verb.KEEP_REGISTER);
        assertThat(preview(keeper, "000180000001", "000180000002", "000180000003", "000180000009"))
                .containsExactly("1 membership.number-taken[]", "2 membership.number-outside[]");
        assertThat(sql().sql(
                                "select login || ' ' || by_number || ' ' || (select code from organisation.unit where unit_id = asked_unit) from membership.double_hit")
                        .query(String.class)
                        .list())
                .containsExactly("giu.so true PX");
        for (var n = 0; n < 4; n++) {
            assertThat(preview(keeper, "000180000002")).containsExactly("1 membership.number-outside[]");
        }
        for (var number : List.of("000180000002", "000180000009")) {
            assertThatThrownBy(() -> preview(keeper, number))
                    .isInstanceOf(MembershipRefusal.class)
                    .extracting("code")
                    .isEqualTo("membership.too-many-doubles");
        }
        assertThat(hits()).isEqualTo(5);
        var province = officers.named(22, "tinh", "P", Verb.SEE_PERSONS, Verb.KEEP_REGISTER);
        assertThat(preview(province, "000180000002")).containsExactly("1 membership.number-taken[]");
        visits.get(province, "/members/doubles").bodyText().contains("Lý Thị Ngoài", "giu.so");
    }

    /** One file with more of them than a day allows is refused whole: it does not say which of its numbers they are. */
    @Test
    void aFileFullOfNumbersIsNoQuestionnaire() {
        people.at("2020-01-04", () -> {
            var rows = new java.util.ArrayList<NewMember>();
            for (var n = 0; n < 7; n++) {
                rows.add(someone(10 + n, "Lý Văn " + (char) ('A' + n), "1970-02-03", "00018000010" + n, "PC1"));
            }
            people.store(TwoProvinces.P, Batch.ofMembers(rows));
            return true;
        });
        var keeper = officers.named(21, "giu.so", "PX", Verb.KEEP_REGISTER);
        assertThatThrownBy(() -> preview(
                        keeper,
                        "000180000100",
                        "000180000101",
                        "000180000102",
                        "000180000103",
                        "000180000104",
                        "000180000105"))
                .isInstanceOf(MembershipRefusal.class);
        assertThat(hits()).isEqualTo(5);
        assertThatThrownBy(() -> preview(keeper, "000180000999")).isInstanceOf(MembershipRefusal.class);
    }

    @Test
    void aCorrectionTellsTheSameSentence() {
        var keeper = officers.named(21, "giu.so", "PX", Verb.SEE_PERSONS, Verb.SEE_SENSITIVE, Verb.KEEP_REGISTER);
        var somebody = sql().sql(
                        "select register_id || '-' || member_id from membership.member where ref = 'm1' and register_id = 2")
                .query(String.class)
                .single();
        for (var n = 0; n < 6; n++) {
            visits.post(
                            keeper,
                            "/members/" + somebody + "/correct",
                            "reason=theo giấy khai sinh",
                            "family_and_given_name=Lý Thị Trong",
                            "birth=03/02/1980",
                            "sex=F",
                            "citizen_number=000180000002")
                    .hasStatus(422)
                    .bodyText()
                    .contains(
                            n < 5
                                    ? "Trùng với hồ sơ ngoài phạm vi, đã báo cấp trên."
                                    : "Hôm nay tài khoản này đã 5 lần")
                    .doesNotContain("đã có trong sổ", "Ngoài<");
        }
        assertThat(hits()).isEqualTo(5);
    }

    @Autowired
    Intake intake;

    private MvcTestResultAssert enter(String name, String birth, String number, boolean another) {
        return enter(officer, name, birth, number, another);
    }

    private MvcTestResultAssert enter(Actor by, String name, String birth, String number, boolean another) {
        return visits.post(
                by,
                "/members/new?on=2024-03-19",
                "name=" + name,
                "birth=" + birth,
                "sex=F",
                "citizen=" + number,
                "kind=ADMISSION",
                "day=01/03/2024",
                "cell=PA1",
                "another=" + Boolean.toString(another));
    }

    private long hits() {
        return sql().sql("select count(*) from membership.double_hit")
                .query(Long.class)
                .single();
    }

    private long members() {
        return sql().sql("select count(*) from membership.member")
                .query(Long.class)
                .single();
    }

    private JdbcClient sql() {
        return TestDatabase.of(database).asSuperuser();
    }
}
