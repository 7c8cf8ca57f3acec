package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoban.membership.People.evening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestDatabase;
import vn.giaoban.Visits;
import vn.giaoban.access.AccountId;
import vn.giaoban.access.Actors;
import vn.giaoban.organisation.NewHolding;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Posts;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Verb;

/** One person of PA1 was entered a second time, without number, as coming to PB1; his death was told of the second record only. */
@CommittingTest(freshForEachMethod = true)
class MergesTest {

    static final String AFTER = "2027-01-01";

    @Autowired
    People people;

    @Autowired
    Visits visits;

    @Autowired
    Officers officers;

    @Autowired
    Organisation organisation;

    @Autowired
    Posts posts;

    @Autowired
    Actors actors;

    @Autowired
    javax.sql.DataSource database;

    Actor keeper;
    MemberId first;
    MemberId second;

    @BeforeEach
    void twoRecords() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            for (var p : List.of("P", "Q")) {
                var profile = Profile.of("Hà Văn Đôi", Birth.on(LocalDate.parse("1960-05-06")), Sex.M);
                people.store(
                        People.register(p),
                        Batch.ofMembers(List.of(
                                NewMember.opening(1, "d1", profile, p + "A1", Degree.OFFICIAL),
                                NewMember.opening(2, "d2", profile, p + "B1", Degree.OFFICIAL)
                                        .withCitizen(
                                                CitizenNumber.read("000160000001")
                                                        .orElseThrow(),
                                                false))));
            }
            return true;
        });
        people.at("2024-03-02", () -> {
            people.move("m1", "d2", "transfer", "2024-02-01", "B1>A2");
            return true;
        });
        people.at("2024-03-03", () -> {
            people.move("m2", "d2", "died", "2024-03-01", ">");
            return true;
        });
        keeper = officers.over("P", Verb.SEE_PERSONS, Verb.KEEP_REGISTER, Verb.SEE_SENSITIVE, Verb.SEE_REMOVALS);
        first = member("d1");
        second = member("d2");
    }

    @Test
    void oneLifeRemainsAndBothWereKnownBefore() {
        visits.get(keeper, "/members/" + first).bodyText().contains("Gộp hồ sơ trùng");
        visits.get(keeper, "/members/" + first + "/merge?q=ha van doi")
                .hasStatusOk()
                .bodyText()
                .contains("with=" + second)
                .doesNotContain("⟦");
        visits.get(keeper, "/members/" + first + "/merge?with=" + second)
                .hasStatusOk()
                .bodyText()
                .contains("Hồ sơ được giữ", "Chi bộ thôn PA1", "Chi bộ thôn PB1", "Từ trần", "Gộp được")
                .doesNotContain("⟦");
        visits.get(keeper, "/members/" + first + "/merge?with=" + second + "&take=" + movement("m2"))
                .bodyText()
                .contains("Gộp được");
        merge(keeper, "", movement("m2")).hasStatus(422).bodyText().contains("Hãy ghi lý do");
        merge(keeper, "cùng số lý lịch", movement("m2")).hasStatus(303);

        assertThat(people.belong("2024-01-01", evening("2024-03-04"))).containsExactly("d1 A1", "d2 B1");
        assertThat(people.belong("2024-01-01", evening(AFTER))).containsExactly("d1 A1");
        assertThat(people.belong("2024-03-02", evening(AFTER))).isEmpty();
        assertThat(people.steps("2020-01-01", "2025-01-01", evening("2024-03-04")))
                .hasSize(2);
        assertThat(people.steps("2020-01-01", "2025-01-01", evening(AFTER))).containsExactly("2024-03-01 d1 died A1>");
        visits.get(keeper, "/members/" + second).hasStatus(303);
        visits.get(keeper, "/members?q=ha van doi")
                .bodyText()
                .contains("/members/" + first)
                .doesNotContain("/members/" + second);
        // the number came over, sealed for the one who is kept
        visits.get(keeper, "/members/" + first + "?tab=sensitive&reason=x&on=2024-01-01")
                .bodyText()
                .contains("•• 01");
    }

    @Test
    void bothKeysNameTheOneThatIsKept() {
        merge(keeper, "một người").hasStatus(303);
        people.at(AFTER, () -> {
            people.store(
                    People.register("P"),
                    Batch.ofMovements(List.of(People.movement("P", "m9", "d2", "transfer", "2024-05-01", "A1>B1"))));
            return true;
        });
        assertThat(people.belong("2024-05-01", evening("2027-01-02"))).containsExactly("d1 B1");
    }

    @Test
    void whatContradictsIsSaidBefore() {
        visits.get(
                        keeper,
                        "/members/" + first + "/merge?with=" + second + "&take=" + movement("m1") + "&take="
                                + movement("m2"))
                .hasStatusOk()
                .bodyText()
                .contains("Chưa gộp được", "sinh hoạt ở");
        merge(keeper, "một người", movement("m1")).hasStatus(422).bodyText().contains("sinh hoạt ở");
        assertThat(sql().sql("select count(*) from membership.merge")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void twoNumbersAreTwoPeople() {
        people.at("2024-04-01", () -> {
            people.store(
                    People.register("P"),
                    Batch.ofMembers(List.of(NewMember.opening(
                                    1,
                                    "d1b",
                                    Profile.of("Hà Văn Đôi", Birth.on(LocalDate.parse("1960-05-06")), Sex.M),
                                    "PA1",
                                    Degree.OFFICIAL)
                            .withCitizen(CitizenNumber.read("000160000009").orElseThrow(), false)
                            .correcting("d1"))));
            return true;
        });
        merge(keeper, "một người").hasStatus(422).bodyText().contains("hai số định danh khác nhau");
    }

    @Test
    void anUndoneMergeLeavesTwoAsBefore() {
        merge(keeper, "một người", movement("m2")).hasStatus(303);
        var merge = sql().sql("select merge_id from membership.merge")
                .query(Long.class)
                .single();
        visits.get(keeper, "/members/" + first + "/merge")
                .hasStatusOk()
                .bodyText()
                .contains("Hủy gộp")
                .doesNotContain("⟦");
        undo(keeper, merge, "").hasStatus(422);
        undo(keeper, merge, "nhầm, là hai anh em").hasStatus(303);
        assertThat(people.belong("2024-01-01", evening(AFTER))).containsExactly("d1 A1", "d2 B1");
        assertThat(people.belong("2024-03-02", evening(AFTER))).containsExactly("d1 A1");
        assertThat(people.steps("2020-01-01", "2025-01-01", evening(AFTER)))
                .containsExactly("2024-02-01 d2 transfer B1>A2", "2024-03-01 d2 died A2>");
        visits.get(keeper, "/members/" + second + "?tab=sensitive&reason=x&on=2024-01-01")
                .bodyText()
                .contains("•• 01");
        undo(keeper, merge, "lần nữa").hasStatus(404);
        merge(keeper, "sau cùng vẫn là một").hasStatus(303);
        assertThat(people.belong("2024-03-02", evening(AFTER))).containsExactly("d1 A1");
    }

    @Test
    void notOnceSomethingRestsOnIt() {
        merge(keeper, "một người").hasStatus(303);
        people.at(AFTER, () -> {
            people.store(
                    People.register("P"),
                    Batch.ofMovements(List.of(People.movement("P", "m9", "d1", "transfer", "2024-05-01", "A1>B1"))));
            return true;
        });
        var merge = sql().sql("select merge_id from membership.merge")
                .query(Long.class)
                .single();
        undo(keeper, merge, "nhầm").hasStatus(422).bodyText().contains("đã ghi thêm", "nhầm");
    }

    /** Holder of the post as known now, or by then, in register P: {@code d1 d2}. */
    private List<String> holders() {
        return sql().sql("""
                        select case h.member_id when :first then 'first' else 'second' end || ' ' || h.from_day || ' ' || h.until_day
                          from organisation.holding h where h.register_id = 2 and h.superseded_at = 'infinity' order by h.from_day
                        """).param("first", first.number()).query(String.class).list();
    }

    private List<Actor.Grant> rightsOfThePost() {
        return actors.of(new AccountId(77)).grants();
    }

    /** The secretary of PB1 was entered twice: the post and the account name the second record. */
    @Test
    void postsAndAccountsFollowTheMergeAndItsUndo() {
        people.at("2024-03-04", () -> {
            people.withdraw("m2");
            posts.appoint(
                    People.SYSTEM,
                    People.register("P"),
                    List.of(new NewHolding(
                            "bi-thu",
                            organisation.named("PB1").orElseThrow(),
                            null,
                            second.number(),
                            null,
                            LocalDate.parse("2023-01-01"),
                            null,
                            null)));
            return true;
        });
        sql().sql("""
                        insert into access.account (account_id, login, name, locale, entry_id, person_register, person_member)
                        overriding system value values (77, 'bt.pb1', 'Bí thư', 'vi', 1, 2, :second)
                        """).param("second", second.number()).update();
        sql().sql("""
                        insert into access.granted (account_id, role_code, unit_id, from_day, post_code, given_by, confirmed_by, entry_id, recorded_at)
                        select 77, 'cell-secretary', unit_id, date '2020-01-01', 'bi-thu', 0, 0, 1, '2020-01-02' from organisation.unit where code = 'PB1'
                        """).update();
        assertThat(rightsOfThePost()).isNotEmpty();
        merge(keeper, "một người").hasStatus(303);
        assertThat(holders()).containsExactly("first 2023-01-01 infinity");
        assertThat(rightsOfThePost()).isNotEmpty();
        var merge = sql().sql("select merge_id from membership.merge")
                .query(Long.class)
                .single();
        undo(keeper, merge, "nhầm người").hasStatus(303);
        assertThat(holders()).containsExactly("second 2023-01-01 infinity");
        assertThat(rightsOfThePost()).isNotEmpty();
        assertThat(sql().sql("select count(*) from access.merged_person where superseded_by is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Whether there is a removal or not: the answer is the same. */
    @Test
    void whoMayNotSeeRemovalsMergesNobody() {
        var blind = officers.over("P", Verb.SEE_PERSONS, Verb.KEEP_REGISTER, Verb.SEE_SENSITIVE);
        visits.get(blind, "/members/" + first).hasStatusOk().bodyText().doesNotContain("/merge");
        visits.get(blind, "/members/" + first + "/merge").hasStatus(403);
        visits.get(blind, "/members/" + first + "/merge?with=" + second).hasStatus(403);
        merge(blind, "x").hasStatus(403);
    }

    @Test
    void onlyAKeeperOfBothPlaces() {
        var ofA = officers.over("PA1", Verb.SEE_PERSONS, Verb.KEEP_REGISTER, Verb.SEE_REMOVALS);
        visits.get(ofA, "/members/" + first + "/merge?with=" + second).hasStatus(404);
        merge(ofA, "x").hasStatus(404);
        var officer = officers.over("P", Verb.SEE_PERSONS, Verb.CONFIRM);
        visits.get(officer, "/members/" + first + "/merge?with=" + second).hasStatus(403);
        merge(keeper, "một người").hasStatus(303);
        visits.get(officers.over("PY", Verb.SEE_PERSONS), "/members/" + second).hasStatus(404);
        var other = new Actor(7, "q", java.util.Set.of(People.register("Q")), keeper.grants());
        visits.get(other, "/members/" + second).hasStatus(404);
        visits.post(keeper, "/members/" + first + "/merge", "with=" + first.toString(), "reason=x")
                .hasStatus(422)
                .bodyText();
    }

    private MvcTestResultAssert merge(Actor by, String reason, Long... take) {
        var fields = new ArrayList<>(List.of("with=" + second, "reason=" + reason));
        for (var one : take) {
            fields.add("take=" + one);
        }
        return visits.post(by, "/members/" + first + "/merge", fields.toArray(String[]::new));
    }

    private MvcTestResultAssert undo(Actor by, long merge, String reason) {
        return visits.post(by, "/members/" + first + "/merge/" + merge + "/undo", "reason=" + reason);
    }

    private MemberId member(String ref) {
        return new MemberId(
                People.register("P"),
                sql().sql("select member_id from membership.member where register_id = 2 and ref = :ref")
                        .param("ref", ref)
                        .query(Long.class)
                        .single());
    }

    private Long movement(String ref) {
        return sql().sql(
                        "select movement_id from membership.movement where register_id = 2 and ref = :ref and superseded_at = 'infinity'")
                .param("ref", ref)
                .query(Long.class)
                .single();
    }

    private JdbcClient sql() {
        return TestDatabase.of(database).asSuperuser();
    }
}
