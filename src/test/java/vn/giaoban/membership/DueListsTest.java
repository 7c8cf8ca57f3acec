package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaoban.membership.People.evening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.CommittingTest;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.organisation.NewHolding;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Posts;
import vn.giaoban.organisation.Terms;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Verb;

/** Who and what is due, by the limits of the day; in one's own part of the tree, and recorded where persons are named. */
@CommittingTest(freshForEachMethod = true)
class DueListsTest {

    @Autowired
    People people;

    @Autowired
    Officers officers;

    @Autowired
    DueLists due;

    @Autowired
    IdleReasons reasons;

    @Autowired
    Posts posts;

    @Autowired
    Terms terms;

    @Autowired
    Reads reads;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void members() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            for (var p : List.of("P", "Q")) {
                var rows = new ArrayList<NewMember>();
                rows.add(member(p, "du-bi", "Lý Thị Dự", Degree.PROBATIONARY, "2019-02-20", "2019-03-05", 0));
                rows.add(member(p, "qua-han", "Bàn Văn Quá", Degree.PROBATIONARY, "2018-10-01", "2018-10-10", 0));
                rows.add(member(p, "con-lau", "Hà Văn Còn", Degree.PROBATIONARY, "2019-11-25", "2019-12-01", 0));
                rows.add(member(p, "huy-hieu", "Triệu Thị Huy", Degree.OFFICIAL, "1990-04-02", "1990-04-09", 0));
                // 30 years less the 61 days taken off: in June, so at the next award but one
                rows.add(member(p, "gian-doan", "Đặng Văn Gián", Degree.OFFICIAL, "1990-04-02", "1990-04-09", 61));
                rows.add(member(p, "ba-lam", "Hoàng Văn Lăm", Degree.OFFICIAL, "1985-04-02", "1985-04-09", 0));
                people.store(People.register(p), Batch.ofMembers(rows));
            }
            people.settle("B1", 2);
            people.settle("C1", 30);
            return null;
        });
    }

    private static NewMember member(
            String p, String ref, String name, Degree degree, String decided, String ceremony, int gap) {
        var profile = Profile.of(name, Birth.on(LocalDate.of(1965, 1, 1)), Sex.M)
                .joined(new Profile.Joined(LocalDate.parse(decided), LocalDate.parse(ceremony), null, gap))
                .numbered(new Profile.Numbers(
                        ref.equals("du-bi") ? "12.345678" : null, ref.equals("ba-lam") ? "000001BK" : null));
        return NewMember.opening(1, ref, profile, p + "A1", degree);
    }

    /** The last of 30 working days after 5 March 2020, a Thursday, is 16 April. */
    @Test
    void probationIsDueAMonthAheadAndOverdueAfterThirtyWorkingDays() {
        assertThat(named(DueKind.PROBATION_ENDING, "2020-03-19")).containsExactly("Lý Thị Dự 2020-03-05 2020-04-16");
        assertThat(named(DueKind.PROBATION_OVERDUE, "2020-03-19")).containsExactly("Bàn Văn Quá 2019-10-10 2019-11-21");
        assertThat(named(DueKind.PROBATION_ENDING, "2020-04-16")).containsExactly("Lý Thị Dự 2020-03-05 2020-04-16");
        assertThat(named(DueKind.PROBATION_ENDING, "2020-04-17")).isEmpty();
        assertThat(named(DueKind.PROBATION_OVERDUE, "2020-04-17"))
                .containsExactly("Bàn Văn Quá 2019-10-10 2019-11-21", "Lý Thị Dự 2020-03-05 2020-04-16");
    }

    @Test
    void whoeverIsRecognisedLeavesTheList() {
        people.at("2020-10-20", () -> {
            people.move("m1", "qua-han", "recognition", "2020-10-10", "A1");
            return null;
        });
        assertThat(named(DueKind.PROBATION_OVERDUE, "2020-10-09")).contains("Bàn Văn Quá 2019-10-10 2019-11-21");
        assertThat(named(DueKind.PROBATION_OVERDUE, "2020-10-10")).noneMatch(line -> line.startsWith("Bàn Văn Quá"));
    }

    @Test
    void badgesAreOfOneAwardDayAndTimeOutOfThePartyMovesThem() {
        var may = LocalDate.of(2020, 5, 19);
        assertThat(badges("2020-03-19", may)).containsExactly("Triệu Thị Huy 30 2020-04-02 DECISION 0");
        assertThat(badges("2020-03-19", LocalDate.of(2020, 9, 2)))
                .containsExactly("Đặng Văn Gián 30 2020-06-02 DECISION 61");
        assertThat(badges("2025-03-19", LocalDate.of(2025, 5, 19)))
                .as("35 is no badge; 40 and, of the others, 35 are not due")
                .containsExactly("Hoàng Văn Lăm 40 2025-04-02 DECISION 0");
    }

    /** The years of 29 February are completed on 1 March: of the award in May, not of the one in February. */
    @Test
    void aLeapDayIsCompletedOnTheFirstOfMarch() {
        people.at("2020-02-03", () -> {
            for (var p : List.of("P", "Q")) {
                people.store(
                        People.register(p),
                        Batch.ofMembers(List.of(
                                member(p, "nhuan", "Mông Văn Nhuận", Degree.OFFICIAL, "1988-02-29", "1988-03-09", 0))));
            }
            return null;
        });
        assertThat(badges("2028-01-20", LocalDate.of(2028, 2, 3)))
                .as("2028 has a 29 February")
                .contains("Mông Văn Nhuận 40 2028-02-29 DECISION 0");
        assertThat(badges("2033-02-01", LocalDate.of(2033, 2, 3))).noneMatch(line -> line.contains("Nhuận"));
        assertThat(badges("2033-03-20", LocalDate.of(2033, 5, 19)))
                .containsExactly("Mông Văn Nhuận 45 2033-03-01 DECISION 0");
    }

    @Test
    void filesWithoutNumbers() {
        assertThat(named(DueKind.NO_CARD, "2020-03-19")).hasSize(37).noneMatch(line -> line.startsWith("Lý Thị Dự"));
        assertThat(named(DueKind.NO_CV_NUMBER, "2020-03-19"))
                .hasSize(37)
                .noneMatch(line -> line.startsWith("Hoàng Văn Lăm"));
    }

    @Test
    void cellsAreTooSmallOrLargeByTheirOfficialMembers() {
        assertThat(units(DueKind.TOO_FEW, "2020-03-19"))
                .contains("Chi bộ thôn PB1 2")
                .doesNotContain("Chi bộ thôn PA1 3");
        assertThat(units(DueKind.NO_CELL_COMMITTEE, "2020-03-19")).containsExactly("Chi bộ thôn PA1 3");
        assertThat(units(DueKind.MANY, "2020-03-19")).containsExactly("Chi bộ thôn PC1 30");
    }

    @Test
    void aCellWithoutAdmissionHasItsReasonBesideIt() {
        people.at("2020-03-20", () -> {
            people.know("moi");
            people.move("m2", "moi", "admission", "2020-03-20", ">B1");
            return null;
        });
        var officer = officer();
        assertThat(units(DueKind.NO_ADMISSION, "2020-03-19")).contains("Chi bộ thôn PB1 2");
        Acting.as(officer, () -> {
            reasons.enter(officer, officers.id("PB1"), "dang-boi-duong", null);
            reasons.enter(officer, officers.id("PB1"), "khong-con-quan-chung", "bản chỉ còn 9 hộ");
            return null;
        });
        assertThat(lines(DueKind.NO_ADMISSION, "2020-03-19")).anySatisfy(line -> {
            assertThat(line.name()).isEqualTo("Chi bộ thôn PB1");
            assertThat(Objects.requireNonNull(line.reason()).name()).isEqualTo("Không còn quần chúng");
            assertThat(Objects.requireNonNull(line.reason()).words()).isEqualTo("bản chỉ còn 9 hộ");
        });
        var reader = officers.over("P", Verb.SEE_FIGURES, Verb.SEE_PERSONS);
        assertThatThrownBy(() -> Acting.as(reader, () -> {
                    reasons.enter(reader, officers.id("PB1"), "khac", null);
                    return null;
                }))
                .isInstanceOf(Refusal.class);
        assertThat(units(DueKind.NO_ADMISSION, "2020-03-20")).noneMatch(line -> line.startsWith("Chi bộ thôn PB1"));
        assertThat(units(DueKind.NO_ADMISSION, "2021-03-20")).anyMatch(line -> line.startsWith("Chi bộ thôn PB1"));
    }

    @Test
    void postsFallVacantAndTermsEnd() {
        people.at("2020-02-01", () -> {
            posts.appoint(
                    People.SYSTEM,
                    People.register("P"),
                    List.of(
                            held("PA1", LocalDate.of(2020, 2, 1), null),
                            held("PB1", LocalDate.of(2020, 2, 1), LocalDate.of(2020, 3, 1))));
            terms.beginAll(
                    People.SYSTEM,
                    People.register("P"),
                    List.of(
                            new Terms.NewTerm(officers.id("PA1"), "2018–2020", day("2018-06-01"), day("2020-09-01")),
                            new Terms.NewTerm(officers.id("PB1"), "2019–2022", day("2019-06-01"), day("2022-06-01"))));
            return null;
        });
        assertThat(lines(DueKind.NO_SECRETARY, "2020-03-19"))
                .anyMatch(line -> line.name().equals("Chi bộ thôn PB1")
                        && day("2020-03-01").equals(line.day()))
                .noneMatch(line -> line.name().equals("Chi bộ thôn PA1"));
        assertThat(units(DueKind.TERM, "2020-02-29")).isEmpty();
        assertThat(units(DueKind.TERM, "2020-03-01")).containsExactly("Chi bộ thôn PA1 null");
        assertThat(units(DueKind.TERM, "2021-01-01")).containsExactly("Chi bộ thôn PA1 null");
    }

    private NewHolding held(String unit, LocalDate from, @Nullable LocalDate until) {
        return new NewHolding("bi-thu", officers.id(unit), null, null, "Người Ngoài", from, until, null);
    }

    /** P4: an answer that names persons is a recorded read of each; how many there are is none. */
    @Test
    void aListIsARecordedReadAndACountIsNot() {
        var officer = officer();
        var quaHan = new MemberKey(People.register("P"), number("qua-han"));
        var before = readsOf(quaHan);
        Acting.as(officer, () -> due.counts(officer, officers.id("P"), at("2020-03-19"), List.of(DueKind.values())));
        assertThat(readsOf(quaHan)).isEqualTo(before);
        named(DueKind.PROBATION_OVERDUE, "2020-03-19");
        assertThat(readsOf(quaHan)).isEqualTo(before + 1);
        assertThatThrownBy(() -> Acting.as(
                        officer, () -> due.take(officer, asked(DueKind.PROBATION_OVERDUE), at("2020-03-19"), " ")))
                .isInstanceOf(Refusal.class);
        assertThat(readsOf(quaHan)).isEqualTo(before + 1);
        Acting.as(officer, () -> due.take(officer, asked(DueKind.PROBATION_OVERDUE), at("2020-03-19"), "rà soát"));
        assertThat(readsOf(quaHan)).isEqualTo(before + 2);
    }

    /** P2, P7: not yours is like not there; the twin province is in no list. */
    @Test
    void nobodySeesAnotherPart() {
        var other = officers.over("PB", Verb.SEE_PERSONS, Verb.SEE_FIGURES);
        for (var unit : List.of("P", "PA1", "Q")) {
            assertThatThrownBy(() -> Acting.as(
                            other,
                            () -> due.counts(other, officers.id(unit), at("2020-03-19"), List.of(DueKind.values()))))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> Acting.as(
                            other,
                            () -> due.people(
                                    other,
                                    new Due.Asked(DueKind.NO_CARD, officers.id(unit), null),
                                    new PersonList.Slice(1, 100),
                                    at("2020-03-19"),
                                    ReadKind.LIST)))
                    .isInstanceOf(Refusal.class);
        }
        var figures = officers.over("P", Verb.SEE_FIGURES);
        assertThat(Acting.as(
                                figures,
                                () -> due.counts(
                                        figures, officers.id("P"), at("2020-03-19"), List.of(DueKind.values())))
                        .stream()
                        .map(Due.Count::kind))
                .as("a reader of figures learns of units alone")
                .noneMatch(DueKind::ofPersons)
                .contains(DueKind.TOO_FEW);
    }

    /** Somebody who has moved out of the reader's part since is not on the list of an earlier day. */
    @Test
    void whoStandsElsewhereTodayIsNotShown() {
        people.at("2020-03-01", () -> {
            people.move("m3", "qua-han", "transfer", "2020-03-01", "A1>B1");
            return null;
        });
        var ofA = officers.over("PA", Verb.SEE_PERSONS, Verb.SEE_FIGURES);
        var asked = new Due.Asked(DueKind.PROBATION_OVERDUE, officers.id("PA"), null);
        assertThat(Acting.as(
                                ofA,
                                () -> due.people(
                                        ofA, asked, new PersonList.Slice(1, 100), at("2020-02-20"), ReadKind.LIST))
                        .lines())
                .isEmpty();
    }

    private Actor officer() {
        return officers.over(
                "P", Verb.SEE_PERSONS, Verb.SEE_FIGURES, Verb.CONFIRM, Verb.EXPORT_PERSONS, Verb.KEEP_REGISTER);
    }

    private Due.Asked asked(DueKind kind) {
        return new Due.Asked(kind, officers.id("P"), null);
    }

    private List<String> named(DueKind kind, String on) {
        var officer = officer();
        return Acting.as(
                officer,
                () ->
                        due
                                .people(officer, asked(kind), new PersonList.Slice(1, 100), at(on), ReadKind.LIST)
                                .lines()
                                .stream()
                                .map(line -> line.person().name() + " " + line.due() + " " + line.last())
                                .toList());
    }

    private List<String> badges(String on, LocalDate award) {
        var officer = officer();
        var asked = new Due.Asked(DueKind.BADGE, officers.id("P"), award);
        return Acting.as(
                officer,
                () -> due.people(officer, asked, new PersonList.Slice(1, 100), at(on), ReadKind.LIST).lines().stream()
                        .map(line -> {
                            var age = Objects.requireNonNull(line.seniority());
                            return line.person().name() + " " + line.years() + " " + line.due() + " " + age.basis()
                                    + " "
                                    + age.gaps().stream()
                                            .mapToLong(Seniority.Gap::days)
                                            .sum();
                        })
                        .toList());
    }

    private List<Due.UnitLine> lines(DueKind kind, String on) {
        var officer = officer();
        return Acting.as(
                officer,
                () -> due.units(officer, asked(kind), new PersonList.Slice(1, 100), at(on), Locale.forLanguageTag("vi"))
                        .lines());
    }

    private List<String> units(DueKind kind, String on) {
        return lines(kind, on).stream()
                .map(line -> line.name() + " " + line.number())
                .toList();
    }

    private int readsOf(MemberKey member) {
        return Acting.as(
                People.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> reads.of(member).shown().size()));
    }

    private long number(String ref) {
        return Acting.as(
                People.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> sql.sql(
                                        "select member_id from membership.member where register_id = 2 and ref = :ref")
                                .param("ref", ref)
                                .query(Long.class)
                                .single()));
    }

    private static AsOf at(String day) {
        return new AsOf(LocalDate.parse(day), evening("2027-03-19"));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
