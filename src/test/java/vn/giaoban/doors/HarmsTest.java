package vn.giaoban.doors;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoban.doors.RandomWorld.CENTRE;
import static vn.giaoban.doors.RandomWorld.FIRST;
import static vn.giaoban.doors.RandomWorld.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.access.AccessFixture;
import vn.giaoban.membership.Batch;
import vn.giaoban.membership.MemberColumns;
import vn.giaoban.membership.MovementKind;
import vn.giaoban.membership.NewMember;
import vn.giaoban.membership.NewMovement;
import vn.giaoban.organisation.NewUnit;

/** The harms that docs/harms.md names, each tried by somebody who would do it. */
@CommittingTest(freshForEachMethod = true)
class HarmsTest {

    private static final String CITIZEN = "099170123456";
    private static final String CELL = "PA1";

    @Autowired
    MockMvcTester http;

    @Autowired
    Ground ground;

    @Autowired
    Strangers strangers;

    @Autowired
    TestClock clock;

    private Map<String, Long> numbers = Map.of();
    private Stranger secretary;
    private Stranger reader;
    private Stranger inspector;
    private Stranger keeper;

    @BeforeEach
    void aCellOfFour() {
        ground.centre(CENTRE, FIRST);
        ground.join(
                register("P"),
                "P",
                FIRST,
                List.of(
                        NewUnit.of("P", "Đảng bộ tỉnh P", "dang-bo-tinh", "TW"),
                        NewUnit.of("PA", "Đảng bộ xã PA", "dang-bo-co-so", "P"),
                        NewUnit.of(CELL, "Chi bộ thôn 1", "chi-bo", "PA")));
        ground.store(
                register("P"),
                Batch.ofMembers(List.of(
                        member(
                                "lan",
                                Map.of(
                                        "family_and_given_name",
                                        "Nông Thị Lan",
                                        "card",
                                        CITIZEN,
                                        "citizen_number",
                                        CITIZEN,
                                        "religion",
                                        "Tin lành",
                                        "occupation",
                                        "Thợ may")),
                        member("binh", Map.of("family_and_given_name", "Lý Văn Bính")),
                        member("dao", Map.of("family_and_given_name", "Triệu Thị Đào")),
                        member("mai", Map.of("family_and_given_name", "Hà Thị Mai")))));
        numbers = ground.numbers();
        secretary = strangers.of("bi.thu", "cell-secretary", CELL);
        reader = strangers.of("doc.so", "figures-reader", "P");
        inspector = strangers.of("kiem.tra", "inspection", "P");
        keeper = strangers.keeper("giu.so", "P");
    }

    /** P1 */
    @Test
    void aCardOfTwelveDigitsIsTheCitizenNumberAndStandsNowhereInPlain() {
        var page = asks(keeper, file("lan") + "?reason=xem&tab=sensitive");
        assertThat(page).contains("56").doesNotContain(CITIZEN).doesNotContain("3456");
        assertThat(asks(keeper, "/members?q=" + CITIZEN))
                .contains("Nông Thị Lan")
                .doesNotContain("Lý Văn Bính");
        assertThat(ground.written(CITIZEN)).isEmpty();
    }

    /** P4 */
    @Test
    void everyAnswerThatShowsSomebodyIsARead() {
        var unit = ground.unit(CELL);
        var period = "from=2026-01-01&until=2026-07-01";
        var answers = List.of(
                "/members?unit=" + unit,
                "/members?q=lan",
                "/search?q=lan",
                file("lan") + "?reason=xem",
                file("lan") + "?reason=xem&tab=sensitive",
                "/members/print?unit=" + unit,
                "/figures/" + unit + "/rows/members?" + period,
                "/api/v1/figures/" + CELL + "/rows/members?" + period);
        for (var path : answers) {
            var before = ground.readsOf(numbers.get("lan"));
            assertThat(asks(keeper, path)).as(path).contains("Nông Thị Lan");
            assertThat(ground.readsOf(numbers.get("lan"))).as(path).isGreaterThan(before);
        }
        var before = ground.readsOf(numbers.get("lan"));
        assertThat(asks(keeper, "/figures/" + unit + "?" + period)).doesNotContain("Nông Thị Lan");
        assertThat(ground.readsOf(numbers.get("lan"))).isEqualTo(before);
    }

    /** P3 */
    @Test
    void takingAListAwayNeedsARightAndAPurposeAndSaysMat() {
        var path = "/members/export?unit=" + ground.unit(CELL);
        assertThat(posts(secretary, path, Map.of("purpose", "xem chơi", "format", "csv"))
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
        assertThat(posts(keeper, path, Map.of("purpose", " ", "format", "csv"))).hasStatus(422);
        var file = posts(keeper, path, Map.of("purpose", "rà soát", "format", "csv"));
        assertThat(file).hasStatus(200);
        assertThat(Written.in(file)).contains("Nông Thị Lan", "MẬT", "giu.so").doesNotContain("Tin lành", CITIZEN);
        assertThat(asks(keeper, file("lan") + "?reason=xem&tab=reads")).contains("rà soát");
    }

    /** P5 */
    @Test
    void aReaderOfFiguresLearnsNoReligionOfACellOfFour() {
        var path = "/api/v1/figures/" + CELL + "?from=2026-01-01&until=2026-07-01&indicators=members&by=religion";
        assertThat(asks(keeper, path)).contains("tin-lanh");
        for (var by : List.of("", ",sex", ",ethnicity", ",degree")) {
            assertThat(asks(reader, path + by)).contains("WITHHELD").doesNotContain("tin-lanh");
        }
        assertThat(asks(keeper, path.replace("by=", "by=sex,"))).contains("tin-lanh");
        assertThat(asks(reader, path.replace("by=", "by=sex,")))
                .contains("WITHHELD")
                .doesNotContain("tin-lanh");
        assertThat(asks(
                        reader,
                        "/figures/" + ground.unit(CELL) + "/breakdown?from=2026-01-01&until=2026-07-01&by=religion"))
                .doesNotContainIgnoringCase("tin lành");
    }

    /** P7, P8 */
    @Test
    void anOverturnedExpulsionIsSeenByKeepersAlone() {
        move("dao", MovementKind.EXPELLED, "2026-03-01", NewMovement.Place.NONE);
        assertThat(asks(secretary, "/members?q=dao")).doesNotContain("Triệu Thị Đào");
        assertThat(asks(keeper, file("dao") + "?reason=xem"))
                .contains("Triệu Thị Đào")
                .containsIgnoringCase("khai trừ");

        move("dao", MovementKind.RESTORED, "2026-05-01", NewMovement.Place.cell(CELL));
        for (var other : List.of(secretary, inspector)) {
            assertThat(asks(other, file("dao") + "?reason=xem"))
                    .contains("Triệu Thị Đào")
                    .doesNotContainIgnoringCase("khai trừ")
                    .doesNotContainIgnoringCase("phục hồi");
        }
        assertThat(asks(keeper, file("dao") + "?reason=xem")).containsIgnoringCase("khai trừ");
    }

    /** P15 */
    @Test
    void valuesThatWereCorrectedAreForKeepersAlone() {
        var before = clock.instant();
        clock.advance(java.time.Duration.ofHours(1));
        ground.store(
                register("P"),
                Batch.ofMembers(List.of(
                        member("lan2", Map.of("family_and_given_name", "Nông Thị Lành", "occupation", "Thợ mộc"))
                                .correcting("lan"))));
        var then = file("lan") + "?reason=xem&known=" + before.plusSeconds(60);
        assertThat(asks(secretary, then))
                .contains("Nông Thị Lành", "Thợ mộc")
                .doesNotContain("Nông Thị Lan<", "Thợ may");
        assertThat(asks(secretary, "/members?unit=" + ground.unit(CELL) + "&known=" + before.plusSeconds(60)))
                .doesNotContain("Nông Thị Lan<");
        assertThat(asks(keeper, then)).contains("Thợ may");
    }

    /** P16 */
    @Test
    void whoLeftIsFoundByKeepersAlone() {
        move("mai", MovementKind.DIED, "2026-03-01", NewMovement.Place.NONE);
        for (var path :
                List.of("/members?q=mai", "/search?q=mai", "/members?on=01/02/2026&unit=" + ground.unit(CELL))) {
            assertThat(asks(secretary, path)).as(path).doesNotContain("Hà Thị Mai");
        }
        assertThat(asks(secretary, file("mai") + "?reason=xem")).doesNotContain("Hà Thị Mai");
        assertThat(asks(keeper, "/members?q=mai")).contains("Hà Thị Mai");
    }

    /** P17 */
    @Test
    void religionAndSuspensionAreColumnsOfNoList() {
        var unit = ground.unit(CELL);
        for (var path : List.of(
                "/members?unit=" + unit,
                "/members?q=lan",
                "/members/print?unit=" + unit,
                file("lan") + "?reason=xem")) {
            assertThat(asks(keeper, path)).as(path).contains("Nông Thị Lan").doesNotContainIgnoringCase("tin lành");
        }
        assertThat(asks(keeper, file("lan") + "?reason=xem&tab=sensitive")).containsIgnoringCase("tin lành");
        assertThat(asks(secretary, file("lan") + "?reason=xem&tab=sensitive")).doesNotContainIgnoringCase("tin lành");
    }

    private void move(String ref, MovementKind kind, String day, NewMovement.Place to) {
        ground.store(
                register("P"),
                Batch.ofMovements(List.of(NewMovement.of(
                        1,
                        ref + day,
                        ref,
                        kind,
                        NewMovement.On.day(LocalDate.parse(day)),
                        NewMovement.Place.NONE,
                        to))));
    }

    private static NewMember member(String ref, Map<String, String> told) {
        var row = new HashMap<>(Map.of(
                "ref",
                ref,
                "birth",
                "03/03/1970",
                "sex",
                "nữ",
                "cell",
                CELL,
                "belongs_from",
                "01/02/2015",
                "degree",
                "chính thức",
                "opening",
                "có"));
        row.putAll(told);
        var faults = new ArrayList<Object>();
        var member = MemberColumns.read(1, row, faults::add);
        assertThat(faults).isEmpty();
        return requireNonNull(member);
    }

    private String file(String ref) {
        return "/members/" + register("P") + "-" + numbers.get(ref);
    }

    private String asks(Stranger who, String path) {
        return Written.in(
                http.get().uri(path).with(AccessFixture.as(who.account())).exchange());
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult posts(
            Stranger who, String path, Map<String, String> form) {
        var posted = http.post().uri(path);
        form.forEach(posted::param);
        return posted.with(AccessFixture.as(who.account()))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }
}
