package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Verb;

/** Lists, files and forms as an officer of district PX sees them; district PY and province Q are not his. */
@CommittingTest(freshForEachMethod = true)
class MembersPagesTest {

    @Autowired
    People people;

    @Autowired
    Visits visits;

    @Autowired
    Officers officers;

    @Autowired
    Organisation organisation;

    @Autowired
    Membership membership;

    Actor officer = new Actor(7, "officer", Set.of(), List.of());

    @BeforeEach
    void aSmallRegister() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            people.settle("A1", 2);
            people.settle("C1", 1);
            return true;
        });
        officer = officers.over("PX", Verb.SEE_PERSONS, Verb.RECORD, Verb.CONFIRM);
    }

    @Test
    void theListOfAUnit() {
        visits.get(officer, "/members?unit={unit}&on=2024-03-19", id("PX"))
                .hasStatusOk()
                .bodyText()
                .contains("Nguyễn Văn Thử", "Chi bộ thôn PA1", "02/01/1970")
                .doesNotContain("⟦", "QA1", "PC1");
        visits.get(officer, "/members?unit={unit}&on=2024-03-19", id("PY")).hasStatus(404);
        visits.get(officer, "/members/print?unit={unit}&on=2024-03-19", id("PA1"))
                .hasStatusOk()
                .bodyText()
                .contains("Ốm", "Đổi việc");
    }

    @Test
    void searchFindsByAnySyllableAndNobodyElse() {
        for (var text : List.of("thử", "THU", "van thu", "nguyễn")) {
            assertThat(Acting.as(officer, () -> membership.search(officer, text, 10)))
                    .as(text)
                    .hasSize(2);
        }
        var reader = officers.over("PX", Verb.SEE_FIGURES);
        assertThat(Acting.as(reader, () -> membership.search(reader, "thử", 10)))
                .isEmpty();
    }

    @Test
    void aFileIsOpenedRecordedAndNotThereForOthers() {
        var member = Acting.as(officer, () -> membership.search(officer, "thử", 10))
                .get(0)
                .id();
        visits.get(officer, "/members/{member}?on=2024-03-19", member)
                .hasStatusOk()
                .bodyText()
                .contains("Nguyễn Văn Thử", "Hồ sơ")
                .doesNotContain("⟦", "Tôn giáo", "Xem thông tin nhạy cảm");
        visits.get(officer, "/members/{member}?tab=reads", member)
                .hasStatusOk()
                .bodyText()
                .contains("officer")
                .doesNotContain("⟦");
        visits.get(officers.over("PY", Verb.SEE_PERSONS), "/members/{member}", member)
                .hasStatus(404);
    }

    @Test
    void aMovementIsEnteredOrTheFormSaysWhyNot() {
        var member = Acting.as(officer, () -> membership.search(officer, "thử", 10))
                .get(0)
                .id();
        visits.get(officer, "/members/{member}/movements/new", member)
                .hasStatusOk()
                .bodyText()
                .contains("Chuyển sinh hoạt")
                .doesNotContain("⟦");
        visits.post(officer, "/members/" + member + "/movements/new", "kind=TRANSFER", "day=01/03/2024", "toCell=PZ9")
                .hasStatus(422)
                .bodyText()
                .contains("Không có tổ chức mang mã “PZ9”");
        visits.post(officer, "/members/" + member + "/movements/new", "kind=TRANSFER", "day=01/03/2024", "toCell=PB1")
                .hasStatus(303);
        visits.get(officer, "/members/{member}?on=2024-03-19", member)
                .bodyText()
                .contains("Chi bộ thôn PB1");
    }

    @Test
    void aMovementTypedWrongHearsOfAllFaultsAtOnceAndKeepsThem() {
        var member = Acting.as(officer, () -> membership.search(officer, "thử", 10))
                .get(0)
                .id();
        visits.post(
                        officer,
                        "/members/" + member + "/movements/new",
                        "kind=recognition",
                        "day=01/03/2024",
                        "decisionDay=31/02/2024",
                        "toCell=PZ9",
                        "decisionNo=12-QĐ")
                .hasStatus(422)
                .bodyText()
                .contains("không có ngày đó", "31/02/2024", "Không có tổ chức mang mã “PZ9”", "12-QĐ")
                .doesNotContain("⟦");
        visits.post(
                        officer,
                        "/members/" + member + "/movements/new",
                        "kind=recognition",
                        "day=01/03/2024",
                        "decisionDay=31/02/2024")
                .bodyText()
                .contains("không có ngày đó", "đã là đảng viên chính thức");
        visits.post(officer, "/members/" + member + "/movements/new", "toCell=PZ9")
                .hasStatus(422)
                .bodyText()
                .contains("phải có nội dung", "Không có tổ chức mang mã “PZ9”");
    }

    /** The same rule that a file is told beside its row. */
    @Test
    void aDoubtfulDayIsAskedOnceMoreAndThenRecorded() {
        var member = Acting.as(officer, () -> membership.search(officer, "thử", 10))
                .get(0)
                .id();
        var doubtful = visits.post(
                        officer,
                        "/members/" + member + "/movements/new",
                        "kind=struck-off",
                        "day=01/03/2024",
                        "decisionDay=05/03/2024")
                .actual();
        assertThat(doubtful)
                .hasStatus(422)
                .bodyText()
                .contains("Có hiệu lực ngày 01/03/2024, trước ngày quyết định 05/03/2024", "Đã đối chiếu giấy tờ")
                .doesNotContain("⟦");
        visits.post(
                        officer,
                        "/members/" + member + "/movements/new",
                        "kind=struck-off",
                        "day=01/03/2024",
                        "decisionDay=05/03/2024",
                        "sure=true")
                .hasStatus(303);
    }

    @Test
    void aNewMemberTypedWrongHearsOfAllFaultsAtOnce() {
        visits.post(
                        officer,
                        "/members/new",
                        "name=Trần # Mới",
                        "birth=5/13/1999",
                        "sex=",
                        "citizen=123",
                        "kind=admission",
                        "day=30/02/2024",
                        "cell=PZ9")
                .hasStatus(422)
                .bodyText()
                .contains(
                        "ký tự lạ",
                        "5/13/1999",
                        "phải có nội dung",
                        "12 chữ số",
                        "30/02/2024",
                        "Không có tổ chức mang mã “PZ9”",
                        "Trần # Mới")
                .doesNotContain("⟦");
        visits.post(
                        officer,
                        "/members/new",
                        "name=Trần Thị Mới",
                        "birth=2010",
                        "sex=F",
                        "kind=admission",
                        "day=01/03/2024",
                        "decisionDay=1/1",
                        "cell=PA1")
                .hasStatus(422)
                .bodyText()
                .contains("chưa đủ 18 tuổi", "1/1");
    }

    @Test
    void aNewMemberComesByAdmission() {
        visits.get(officer, "/members/new?cell=PA1")
                .hasStatusOk()
                .bodyText()
                .contains("Kết nạp")
                .doesNotContain("⟦");
        visits.post(
                        officer,
                        "/members/new?on=2024-03-19",
                        "name=Trần Thị Mới",
                        "birth=05/03/1999",
                        "sex=F",
                        "ethnicity=Tày",
                        "kind=ADMISSION",
                        "day=01/03/2024",
                        "cell=PA1")
                .hasStatus(303);
        assertThat(Acting.as(officer, () -> membership.search(officer, "moi", 10)))
                .extracting(Person::name)
                .containsExactly("Trần Thị Mới");
    }

    private vn.giaoban.shared.UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }
}
