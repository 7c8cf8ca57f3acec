package vn.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaoban.organisation.TwoProvinces.P;
import static vn.giaoban.organisation.TwoProvinces.Q;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.membership.People;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.reporting.TypedFigures.NewTyped;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Numbers that no record yields; today is 1 July 2026, the registers begin on 1 January 2020. */
@CommittingTest(freshForEachMethod = true)
class TypedFiguresTest {

    private static final String ON = "?on=2024-06-30";
    private static final Period HALF = Period.of("2024-H1");

    @Autowired
    People people;

    @Autowired
    Visits visits;

    @Autowired
    Officers officers;

    @Autowired
    Organisation organisation;

    @Autowired
    Entries entries;

    @Autowired
    TypedFigures typed;

    Actor keeper = new Actor(0, "nobody", Set.of(), List.of());

    @BeforeEach
    void aTree() {
        people.twoProvinces();
        people.at("2020-01-05", () -> {
            people.settle("A1", 3);
            return true;
        });
        keeper = officers.named(7, "keeper", "P", Verb.SEE_FIGURES, Verb.SEE_PERSONS, Verb.KEEP_REGISTER);
    }

    @Test
    void nothingThatRecordsYieldIsTyped() {
        // the code of a figure itself, a kind that is counted, and an estimate of days that are over
        for (var asked : List.of(
                typed("members", null, "2024-06-30", 5, false),
                typed("members-then", null, "2024-06-30", 5, false),
                typed("members-then", null, "2024-06-30", 5, true))) {
            assertThatThrownBy(() -> type("P", asked)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo("reporting.records-yield");
                assertThat(refusal.arguments()).containsExactly("Đảng viên");
            });
        }
        type("P", typed("members-then", null, "2019-12-31", 36_500, false));
        type("P", typed("members-then", null, "2026-12-31", 38_000, true));
        visits.post(
                        keeper,
                        "/units/" + id("P") + "/typed-figures" + ON,
                        "kind=admissions-then",
                        "from=1/1/2024",
                        "lastDay=30/6/2024",
                        "value=9",
                        "source=x")
                .hasStatus(422)
                .bodyText()
                .contains("được đếm từ hồ sơ nên không gõ tay", "Kết nạp và kết nạp lại");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> type("P", new NewTyped("no-such", null, null, -1L, false, " ")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.all().map(Refusal::code))
                                .containsExactlyInAnyOrder(
                                        "reporting.typed-needs-a-source",
                                        "reporting.typed-is-no-number",
                                        "reporting.typed-needs-a-day",
                                        "reporting.typed-needs-a-kind"));
        assertThatThrownBy(() -> type("P", typed("appointment-turns", null, "2024-06-30", 187, false)))
                .hasMessageContaining("typed-needs-a-period");
    }

    @Test
    void aSumWearsTheMarkOfWhatItIsMadeOf() {
        type("PX", typed("appointment-turns", "2024-01-01", "2024-06-30", 100, false));
        type("PA", typed("appointment-turns", "2024-01-01", "2024-06-30", 40, false));
        type("PC", typed("appointment-turns", "2024-01-01", "2024-06-30", 7, true));
        type("PY", typed("appointment-turns", "2024-01-01", "2024-03-31", 3, false));
        var sum = sums("P").get(0);
        // PA lies in PX, which has its own; PY's is of other days
        assertThat(sum.parts()).extracting(TypedFigure::unitName).containsExactly("Đảng bộ huyện PX", "Đảng bộ xã PC");
        assertThat(sum.value()).isEqualTo(107);
        assertThat(sum.estimate()).isTrue();
        visits.get(keeper, "/reports/" + id("P") + ON + "&period=2024-H1")
                .hasStatusOk()
                .bodyText()
                .contains("Số gõ tay trong kỳ ✎", "✎</span> ước", ">107</a> lượt", "✎ Đảng bộ xã PC 7");

        type("P", typed("appointment-turns", "2024-01-01", "2024-06-30", 187, false));
        assertThat(sums("P").get(0).value()).isEqualTo(187);
        assertThat(sums("P").get(0).own(id("P"))).isTrue();
        assertThat(sums("PX").get(0).value()).isEqualTo(100);
    }

    @Test
    void aStockIsTheNewestOfItsDaysAndACorrectionReplaces() {
        type("P", typed("handbook-members", null, "2024-02-01", 10, false));
        type("P", typed("handbook-members", null, "2024-05-01", 20, false));
        type("P", typed("handbook-members", null, "2024-05-01", 21, false));
        type("P", typed("handbook-members", null, "2024-07-01", 30, false));
        assertThat(sums("P")).extracting(TypedFigures.Sum::value).containsExactly(21L);
    }

    @Test
    void whoDoesNotKeepTheRegisterOnlySees() {
        type("P", typed("handbook-cells", null, "2024-05-01", 20, false));
        var reader = officers.named(8, "reader", "P", Verb.SEE_FIGURES);
        visits.get(reader, "/units/" + id("P") + "/typed-figures" + ON)
                .hasStatusOk()
                .bodyText()
                .contains("Chi bộ dùng sổ tay", "✎", "Báo cáo 1-BC")
                .doesNotContain("Ghi một số");
        visits.post(reader, "/units/" + id("P") + "/typed-figures" + ON, "kind=handbook-cells")
                .hasStatus(404);
        var other = new Actor(
                9,
                "other",
                Set.of(P, Q),
                List.of(new Grant(Verb.SEE_FIGURES, id("Q")), new Grant(Verb.KEEP_REGISTER, id("Q"))));
        visits.get(other, "/units/" + id("P") + "/typed-figures" + ON).hasStatus(404);
        var number = Objects.requireNonNull(Acting.as(keeper, () -> typed.typed(keeper, id("P"), at())))
                .get(0)
                .id();
        visits.post(other, "/units/" + id("Q") + "/typed-figures/" + number + "/withdraw" + ON)
                .hasStatus(404);
        assertThat(sums("P")).hasSize(1);
        visits.post(keeper, "/units/" + id("P") + "/typed-figures/" + number + "/withdraw" + ON)
                .hasStatus(303);
        assertThat(sums("P")).isEmpty();
    }

    private static NewTyped typed(String kind, @Nullable String from, String last, long value, boolean estimate) {
        return new NewTyped(
                kind,
                from == null ? null : LocalDate.parse(from),
                LocalDate.parse(last),
                value,
                estimate,
                "Báo cáo 1-BC");
    }

    private void type(String unit, NewTyped number) {
        Acting.as(keeper, () -> {
            typed.type(keeper, id(unit), number, at());
            return true;
        });
    }

    private List<TypedFigures.Sum> sums(String unit) {
        return Objects.requireNonNull(Acting.as(keeper, () -> typed.of(keeper, id(unit), HALF, at())));
    }

    private AsOf at() {
        return new AsOf(LocalDate.of(2024, 6, 30), entries.latest());
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }
}
