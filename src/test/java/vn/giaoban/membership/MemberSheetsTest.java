package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.access.AccessFixture;
import vn.giaoban.access.Accounts;
import vn.giaoban.access.Grants;
import vn.giaoban.access.NewAccount;
import vn.giaoban.access.NewGrant;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.Why;
import vn.giaoban.membership.DataRequest.Kind;
import vn.giaoban.membership.DataRequest.Outcome;
import vn.giaoban.organisation.NewHolding;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Posts;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.Verb;

/** A member's own sheet tells all that is held and who read it; what he asks for then has a clock. */
@CommittingTest(freshForEachMethod = true)
class MemberSheetsTest {

    @Autowired
    People people;

    @Autowired
    Officers officers;

    @Autowired
    MemberSheets sheets;

    @Autowired
    DataRequests requests;

    @Autowired
    Reads reads;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    private MemberId lan = new MemberId(People.register("P"), 0);

    @BeforeEach
    void oneMember() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            for (var p : List.of("P", "Q")) {
                people.store(
                        People.register(p),
                        Batch.ofMembers(List.of(NewMember.opening(
                                1,
                                "lan",
                                Profile.of("Nông Thị Lan", Birth.on(LocalDate.of(1970, 1, 1)), Sex.F)
                                        .from(new Profile.Origin("tay", "tin-lanh", "xã Chu Hương", "thôn 1"))
                                        .joined(new Profile.Joined(
                                                LocalDate.of(2000, 3, 1), LocalDate.of(2000, 3, 9), null, 0)),
                                p + "A1",
                                Degree.OFFICIAL))));
            }
            people.settle("B1", 1);
            return null;
        });
        lan = member("lan");
        people.at("2020-02-03", () -> {
            posts.appoint(
                    People.SYSTEM,
                    People.register("P"),
                    List.of(new NewHolding(
                            "bi-thu",
                            officers.id("PA1"),
                            null,
                            lan.number(),
                            null,
                            LocalDate.of(2020, 2, 1),
                            null,
                            null)));
            return null;
        });
    }

    @Test
    void itTellsAllThatIsHeldAndIsOneRecordedPrint() {
        var base = base();
        var before = prints();
        var sheet = Acting.as(base, () -> sheets.of(base, lan, null));
        assertThat(sheet.file().profile().origin().nativePlace()).isEqualTo("xã Chu Hương");
        assertThat(sheet.sensitive().religion()).isEqualToIgnoringCase("Tin lành");
        assertThat(sheet.posts()).extracting(MemberSheet.Post::name).containsExactly("Bí thư");
        assertThat(sheet.above()).endsWith("Đảng bộ xã PA", "Chi bộ thôn PA1");
        assertThat(sheet.complete()).as("a base officer does not see removals").isFalse();
        assertThat(prints()).isEqualTo(before + 1);
    }

    @Test
    void itTellsWhoReadHimInWhatPostAndHowManyReadingsAreSealed() {
        var account = accounts.create(
                People.SYSTEM, new NewAccount("can.bo", "Cán bộ", "vi", officers.id("P")), AccessFixture.PASSWORD);
        grants.give(
                People.SYSTEM,
                new NewGrant(account, "provincial-members-officer", officers.id("P"), LocalDate.of(2025, 1, 1)));
        var reader = new Actor(account.value(), "can.bo", Set.of(People.register("P")), List.of());
        var key = List.of(new MemberKey(lan.register(), lan.number()));
        clock.set(TestClock.START.minus(Duration.ofDays(400)));
        reads.record(reader, ReadKind.FILE, "quá lâu", key, Why.OWN);
        clock.set(TestClock.START);
        reads.record(reader, ReadKind.FILE, "membership.file", key, Why.OWN);
        reads.record(reader, ReadKind.EXPORT, "membership.export", key, Why.purpose("rà soát thẻ"));
        reads.record(reader, ReadKind.LIST, "membership.list", key, Why.OWN);
        reads.record(reader, ReadKind.FILE, "membership.file", key, Why.underCase("07-KT", "kiểm tra"));
        var base = base();
        var sheet = Acting.as(base, () -> sheets.of(base, lan, null));
        assertThat(sheet.readers()).singleElement().satisfies(one -> {
            assertThat(one.login()).isEqualTo("can.bo");
            assertThat(one.roles())
                    .containsExactly(new MemberSheet.Role("provincial-members-officer", "Đảng bộ tỉnh P"));
            assertThat(List.of(one.files(), one.lists(), one.taken())).containsExactly(1, 1, 1);
            assertThat(one.reasons()).containsExactly("rà soát thẻ");
        });
        assertThat(sheet.sealed()).isEqualTo(1);
    }

    /** What is sensitive is on it: nobody prints it who may not see that, or who may not see him. */
    @Test
    void itIsForWhoMaySeeWhatIsSensitiveThere() {
        var secretary = officers.over("PA1", Verb.SEE_FIGURES, Verb.SEE_PERSONS, Verb.RECORD);
        var other = officers.over("PB", Verb.SEE_PERSONS, Verb.SEE_SENSITIVE, Verb.CONFIRM, Verb.KEEP_REGISTER);
        for (var actor : List.of(secretary, other)) {
            assertThatThrownBy(() -> Acting.as(actor, () -> sheets.of(actor, lan, null)))
                    .isInstanceOf(MembershipRefusal.class)
                    .hasMessageContaining("member-not-found");
        }
        assertThat(prints()).isZero();
    }

    /** Asked on Thursday 2 July 2026: ten working days end on Thursday 16 July. */
    @Test
    void whatIsAskedForHasAClockAndIsAnsweredOnce() {
        clock.set(TestClock.START.plus(Duration.ofDays(5)));
        var secretary = officers.over("PA1", Verb.SEE_FIGURES, Verb.SEE_PERSONS, Verb.RECORD);
        Acting.as(secretary, () -> {
            requests.enter(secretary, lan, Kind.CORRECT, LocalDate.of(2026, 7, 2), "Quê quán là xã Yến Dương");
            return null;
        });
        var base = base();
        var desk = Acting.as(base, () -> requests.desk(base));
        var request = desk.waiting().get(0).request();
        assertThat(request.due()).isEqualTo(LocalDate.of(2026, 7, 16));
        assertThat(Objects.requireNonNull(desk.waiting().get(0).person()).name())
                .isEqualTo("Nông Thị Lan");
        assertThat(Acting.as(base, () -> requests.waiting(base))).isEqualTo(new DataRequests.Waiting(1, 0));
        clock.set(TestClock.START.plus(Duration.ofDays(16)));
        assertThat(Acting.as(base, () -> requests.waiting(base))).isEqualTo(new DataRequests.Waiting(1, 1));

        assertThat(Acting.as(secretary, () -> requests.desk(secretary)).waiting())
                .as("the secretary sees what became of it and answers nothing")
                .singleElement()
                .matches(one -> !one.mayAnswer());
        assertThatThrownBy(() -> answer(secretary, request)).isInstanceOf(Refusal.class);
        var other = officers.over("PB", Verb.SEE_PERSONS, Verb.SEE_SENSITIVE, Verb.CONFIRM, Verb.KEEP_REGISTER);
        assertThat(Acting.as(other, () -> requests.desk(other)).waiting()).isEmpty();
        assertThatThrownBy(() -> answer(other, request)).isInstanceOf(Refusal.class);

        answer(base, request);
        assertThatThrownBy(() -> answer(base, request)).isInstanceOf(Refusal.class);
        assertThat(Acting.as(base, () -> requests.waiting(base)).all()).isZero();
        assertThat(Acting.as(base, () -> sheets.of(base, lan, null)).requests())
                .singleElement()
                .matches(one -> Objects.requireNonNull(one.answer()).outcome() == Outcome.DONE);
    }

    @Test
    void whatIsMissingIsSaidAllAtOnce() {
        var base = base();
        assertThatThrownBy(() -> Acting.as(base, () -> {
                    requests.enter(base, lan, Kind.CORRECT, null, " ");
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Refusals.class, refusals -> assertThat(refusals.all()).hasSize(2));
    }

    private void answer(Actor by, DataRequest request) {
        Acting.as(by, () -> {
            requests.answer(by, request.key(), Outcome.DONE, "Đã sửa theo giấy khai sinh");
            return null;
        });
    }

    private Actor base() {
        return officers.over("PA", Verb.SEE_FIGURES, Verb.SEE_PERSONS, Verb.SEE_SENSITIVE, Verb.RECORD, Verb.CONFIRM);
    }

    private long prints() {
        return Acting.as(
                People.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> reads.of(new MemberKey(lan.register(), lan.number())).shown().stream()
                                .filter(read -> read.kind() == ReadKind.PRINT)
                                .count()));
    }

    private MemberId member(String ref) {
        return Acting.as(
                People.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> new MemberId(
                                People.register("P"),
                                sql.sql("select member_id from membership.member where register_id = 2 and ref = :ref")
                                        .param("ref", ref)
                                        .query(Long.class)
                                        .single())));
    }
}
