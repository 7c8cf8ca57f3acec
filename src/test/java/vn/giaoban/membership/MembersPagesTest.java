package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.giaoban.CommittingTest;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.Verb;

/** Lists, files and forms as an officer of district PX sees them; district PY and province Q are not his. */
@CommittingTest(freshForEachMethod = true)
class MembersPagesTest {

    People people;

    @Autowired
    void people(AutowireCapableBeanFactory beans) {
        people = beans.createBean(People.class);
    }

    @Autowired
    MockMvcTester browser;

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
        officer = actor("PX", Verb.SEE_PERSONS, Verb.RECORD, Verb.CONFIRM);
    }

    @Test
    void theListOfAUnit() {
        assertThat(browser.get()
                        .uri("/members?unit={unit}&on=2024-03-19", id("PX"))
                        .with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("Nguyễn Văn Thử", "Chi bộ thôn PA1", "02/01/1970")
                .doesNotContain("⟦", "QA1", "PC1");
        assertThat(browser.get()
                        .uri("/members?unit={unit}&on=2024-03-19", id("PY"))
                        .with(as(officer)))
                .hasStatus(404);
        assertThat(browser.get()
                        .uri("/members/print?unit={unit}&on=2024-03-19", id("PA1"))
                        .with(as(officer)))
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
        var reader = actor("PX", Verb.SEE_FIGURES);
        assertThat(Acting.as(reader, () -> membership.search(reader, "thử", 10)))
                .isEmpty();
    }

    @Test
    void aFileIsOpenedRecordedAndNotThereForOthers() {
        var member = Acting.as(officer, () -> membership.search(officer, "thử", 10))
                .get(0)
                .id();
        assertThat(browser.get().uri("/members/{member}?on=2024-03-19", member).with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("Nguyễn Văn Thử", "Hồ sơ")
                .doesNotContain("⟦", "Tôn giáo", "Xem thông tin nhạy cảm");
        assertThat(browser.get().uri("/members/{member}?tab=reads", member).with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("officer")
                .doesNotContain("⟦");
        assertThat(browser.get().uri("/members/{member}", member).with(as(actor("PY", Verb.SEE_PERSONS))))
                .hasStatus(404);
    }

    @Test
    void aMovementIsEnteredOrTheFormSaysWhyNot() {
        var member = Acting.as(officer, () -> membership.search(officer, "thử", 10))
                .get(0)
                .id();
        assertThat(browser.get().uri("/members/{member}/movements/new", member).with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("Chuyển sinh hoạt")
                .doesNotContain("⟦");
        assertThat(browser.post()
                        .uri("/members/{member}/movements/new", member)
                        .param("kind", "TRANSFER")
                        .param("day", "01/03/2024")
                        .param("toCell", "PZ9")
                        .with(csrf())
                        .with(as(officer)))
                .hasStatus(422)
                .bodyText()
                .contains("Không có tổ chức mang mã “PZ9”");
        assertThat(browser.post()
                        .uri("/members/{member}/movements/new", member)
                        .param("kind", "TRANSFER")
                        .param("day", "01/03/2024")
                        .param("toCell", "PB1")
                        .with(csrf())
                        .with(as(officer)))
                .hasStatus(303);
        assertThat(browser.get().uri("/members/{member}?on=2024-03-19", member).with(as(officer)))
                .bodyText()
                .contains("Chi bộ thôn PB1");
    }

    @Test
    void aMovementTypedWrongHearsOfAllFaultsAtOnceAndKeepsThem() {
        var member = Acting.as(officer, () -> membership.search(officer, "thử", 10))
                .get(0)
                .id();
        assertThat(browser.post()
                        .uri("/members/{member}/movements/new", member)
                        .param("kind", "recognition")
                        .param("day", "01/03/2024")
                        .param("decisionDay", "31/02/2024")
                        .param("toCell", "PZ9")
                        .param("decisionNo", "12-QĐ")
                        .with(csrf())
                        .with(as(officer)))
                .hasStatus(422)
                .bodyText()
                .contains("không có ngày đó", "31/02/2024", "Không có tổ chức mang mã “PZ9”", "12-QĐ")
                .doesNotContain("⟦");
        assertThat(browser.post()
                        .uri("/members/{member}/movements/new", member)
                        .param("kind", "recognition")
                        .param("day", "01/03/2024")
                        .param("decisionDay", "31/02/2024")
                        .with(csrf())
                        .with(as(officer)))
                .bodyText()
                .contains("không có ngày đó", "đã là đảng viên chính thức");
        assertThat(browser.post()
                        .uri("/members/{member}/movements/new", member)
                        .param("toCell", "PZ9")
                        .with(csrf())
                        .with(as(officer)))
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
        var doubtful = browser.post()
                .uri("/members/{member}/movements/new", member)
                .param("kind", "struck-off")
                .param("day", "01/03/2024")
                .param("decisionDay", "05/03/2024")
                .with(csrf())
                .with(as(officer));
        assertThat(doubtful)
                .hasStatus(422)
                .bodyText()
                .contains("Có hiệu lực ngày 01/03/2024, trước ngày quyết định 05/03/2024", "Đã đối chiếu giấy tờ")
                .doesNotContain("⟦");
        assertThat(browser.post()
                        .uri("/members/{member}/movements/new", member)
                        .param("kind", "struck-off")
                        .param("day", "01/03/2024")
                        .param("decisionDay", "05/03/2024")
                        .param("sure", "true")
                        .with(csrf())
                        .with(as(officer)))
                .hasStatus(303);
    }

    @Test
    void aNewMemberTypedWrongHearsOfAllFaultsAtOnce() {
        assertThat(browser.post()
                        .uri("/members/new")
                        .param("name", "Trần # Mới")
                        .param("birth", "5/13/1999")
                        .param("sex", "")
                        .param("citizen", "123")
                        .param("kind", "admission")
                        .param("day", "30/02/2024")
                        .param("cell", "PZ9")
                        .with(csrf())
                        .with(as(officer)))
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
        assertThat(browser.post()
                        .uri("/members/new")
                        .param("name", "Trần Thị Mới")
                        .param("birth", "2010")
                        .param("sex", "F")
                        .param("kind", "admission")
                        .param("day", "01/03/2024")
                        .param("decisionDay", "1/1")
                        .param("cell", "PA1")
                        .with(csrf())
                        .with(as(officer)))
                .hasStatus(422)
                .bodyText()
                .contains("chưa đủ 18 tuổi", "1/1");
    }

    @Test
    void aNewMemberComesByAdmission() {
        assertThat(browser.get().uri("/members/new?cell=PA1").with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("Kết nạp")
                .doesNotContain("⟦");
        assertThat(browser.post()
                        .uri("/members/new?on=2024-03-19")
                        .param("name", "Trần Thị Mới")
                        .param("birth", "05/03/1999")
                        .param("sex", "F")
                        .param("ethnicity", "Tày")
                        .param("kind", "ADMISSION")
                        .param("day", "01/03/2024")
                        .param("cell", "PA1")
                        .with(csrf())
                        .with(as(officer)))
                .hasStatus(303);
        assertThat(Acting.as(officer, () -> membership.search(officer, "moi", 10)))
                .extracting(Person::name)
                .containsExactly("Trần Thị Mới");
    }

    private vn.giaoban.shared.UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    private Actor actor(String top, Verb... verbs) {
        return new Actor(
                7,
                "officer",
                Set.of(TwoProvinces.P),
                Arrays.stream(verbs).map(verb -> new Grant(verb, id(top))).toList());
    }

    private static RequestPostProcessor as(Actor actor) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
    }
}
