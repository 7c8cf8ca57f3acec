package vn.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaoban.organisation.TwoProvinces.CENTRE;
import static vn.giaoban.organisation.TwoProvinces.P;
import static vn.giaoban.organisation.TwoProvinces.Q;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.TestDatabase;
import vn.giaoban.Visits;
import vn.giaoban.membership.People;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.reporting.PeriodConfirmations.NewConfirmation;
import vn.giaoban.reporting.PeriodConfirmations.State;
import vn.giaoban.reporting.PeriodConfirmations.Way;
import vn.giaoban.reporting.ReportingPeriod.Asked;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Half a year of province P up to 15 June: opened, confirmed by its districts, reminded, settled, and what comes later. */
@CommittingTest(freshForEachMethod = true)
class ReportingPeriodsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 10);
    private static final String ON = "?on=2024-06-10";

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
    ReportingPeriods periods;

    @Autowired
    PeriodConfirmations confirmations;

    @Autowired
    PeriodClosing closing;

    @Autowired
    TestClock clock;

    @Autowired
    javax.sql.DataSource dataSource;

    Actor keeper = nobody();
    Actor district = nobody();
    Actor reader = nobody();

    private static Actor nobody() {
        return new Actor(0, "nobody", Set.of(), List.of());
    }

    @BeforeEach
    void aYear() {
        people.twoProvinces();
        people.at("2020-01-05", () -> {
            people.settle("A1", 10);
            people.settle("B1", 6);
            people.settle("C1", 4);
            return true;
        });
        admit("m1", "2024-02-10", "2024-02-12");
        var all = new Verb[] {Verb.SEE_FIGURES, Verb.SEE_PERSONS, Verb.CONFIRM, Verb.KEEP_REGISTER, Verb.SEE_REMOVALS};
        keeper = officers.named(7, "keeper", "P", all);
        district = officers.named(
                8, "district", "PX", Verb.SEE_FIGURES, Verb.SEE_PERSONS, Verb.CONFIRM, Verb.SEE_REMOVALS);
        reader = officers.named(9, "reader", "P", Verb.SEE_FIGURES);
    }

    @Test
    void aPeriodIsCumulativeFromTheFirstOfJanuaryAndComparedWithTheSameDaysAYearAgo() {
        var period = find(open("6 tháng đầu năm 2024"));
        assertThat(period.from()).isEqualTo("2024-01-01");
        assertThat(period.confirmBy()).isEqualTo("2024-06-15");
        assertThat(period.period().code()).isEqualTo("2024-01-01..2024-06-15");
        assertThat(period.period().yearAgo().code()).isEqualTo("2023-01-01..2023-06-15");
    }

    @Test
    void allThatIsWrongWithOneIsToldAtOnce() {
        var wrong = new NewPeriod(
                " ", day("2024-07-01"), day("2024-06-15"), day("2023-01-01"), Asked.DIRECT, "x".repeat(201));
        assertThatThrownBy(() -> acting(keeper, () -> periods.open(keeper, id("P"), wrong, at())))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.all().map(Refusal::code))
                                .containsExactlyInAnyOrder(
                                        "reporting.period-needs-a-name",
                                        "reporting.document-too-long",
                                        "reporting.period-ends-before-it-begins",
                                        "reporting.confirm-by-out-of-range"));
        var early = new NewPeriod("Năm 2019", null, day("2019-12-31"), null, Asked.DIRECT, "");
        assertThatThrownBy(() -> acting(keeper, () -> periods.open(keeper, id("P"), early, at())))
                .hasMessageContaining("no-figures-yet");
    }

    @Test
    void onlyWhoKeepsTheRegisterOpensOne() {
        var half = half("6 tháng");
        for (var other : List.of(district, reader)) {
            assertThatThrownBy(() -> acting(other, () -> periods.open(other, id("P"), half, at())))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }
        open("6 tháng");
        assertThatThrownBy(() -> open("6 THÁNG")).hasMessageContaining("period-of-that-name");
    }

    @Test
    void aCorrectionKeepsWhatItWas() {
        var id = open("6 tháng đầu năm");
        acting(keeper, () -> {
            periods.correct(
                    keeper, id, new NewPeriod("Nửa năm", null, day("2024-06-20"), null, Asked.DIRECT, ""), at());
            return true;
        });
        assertThat(find(id).lastDay()).isEqualTo("2024-06-20");
        assertThat(acting(keeper, () -> periods.history(keeper, id, at())))
                .extracting(ReportingPeriod::name)
                .containsExactly("Nửa năm", "6 tháng đầu năm");
        acting(keeper, () -> {
            periods.withdraw(keeper, id, at());
            return true;
        });
        assertThatThrownBy(() -> find(id)).hasMessageContaining("period-not-found");
    }

    @Test
    void aUnitConfirmsWhatItsOfficerSawAndIsToldWhenItChanges() {
        var id = open("6 tháng");
        var line = line(district, id, "PX");
        assertThat(line.state()).isEqualTo(State.MISSING);
        assertThat(line.now().value("closing")).isEqualTo(17);
        assertThat(line.now().value("all-admissions")).isEqualTo(1);

        admit("m2", "2024-03-01", "2024-06-01");
        assertThatThrownBy(() -> confirm(district, id, "PX", line.now().digest()))
                .hasMessageContaining("figures-changed-meanwhile");
        confirm(district, id, "PX", line(district, id, "PX").now().digest());
        assertThat(line(district, id, "PX").state()).isEqualTo(State.CONFIRMED);
        assertThat(line(keeper, id, "PY").state()).isEqualTo(State.MISSING);

        admit("m3", "2024-04-01", "2024-06-05");
        var changed = line(district, id, "PX");
        assertThat(changed.state()).isEqualTo(State.CHANGED);
        assertThat(changed.differences()).containsExactly("all-admissions", "closing", "members-probationary");
        var confirmation = java.util.Objects.requireNonNull(changed.confirmation());
        assertThat(confirmation.figures().value("all-admissions")).isEqualTo(2);
        assertThat(confirmation.post()).isEqualTo("Phó Bí thư");
        assertThat(confirmation.login()).isEqualTo("district");
        assertThat(confirmation.intact()).isTrue();
        // what is entered of days after the cut-off is no difference
        admit("m4", "2024-06-16", "2024-06-17");
        assertThat(line(district, id, "PX").differences()).hasSize(3);
    }

    @Test
    void whoAsksNotesADocumentAndDoesNotConfirmForOthers() {
        var id = open("6 tháng");
        var period = find(id);
        assertThat(way(district, period)).isEqualTo(Way.OWN);
        assertThat(way(keeper, period)).isEqualTo(Way.NOTED);
        assertThat(way(reader, period)).isEqualTo(Way.NOT);
        var seen = line(keeper, id, "PX").now().digest();
        assertThatThrownBy(() -> confirm(keeper, id, "PX", seen)).hasMessageContaining("confirmation-needs-a-document");
        assertThatThrownBy(() -> confirm(reader, id, "PX", seen)).hasMessageContaining("period-not-found");
        acting(keeper, () -> {
            confirmations.confirm(
                    keeper, id, id("PX"), new NewConfirmation(seen, "Phó Bí thư", "Báo cáo 45-BC/HU"), at());
            return true;
        });
        assertThat(line(keeper, id, "PX").state()).isEqualTo(State.CONFIRMED);
        // the Centre is not asked by the province, nor is what stands deeper
        assertThatThrownBy(() -> line(keeper, id, "PA")).hasMessageContaining("period-not-found");
        assertThatThrownBy(() -> line(keeper, id, "P")).hasMessageContaining("period-not-found");
    }

    @Test
    void everyBaseCanBeAskedInstead() {
        var id = acting(
                keeper,
                () -> periods.open(
                        keeper, id("P"), new NewPeriod("Cơ sở", null, day("2024-06-15"), null, Asked.BASE, ""), at()));
        var lines = acting(keeper, () -> confirmations.lines(keeper, id, at()));
        assertThat(lines).extracting(line -> line.unit().code()).containsExactly("PA", "PB", "PC");
        assertThat(lines).extracting(line -> line.now().value("closing")).containsExactly(11L, 6L, 4L);
        var base = officers.named(10, "base", "PA", Verb.SEE_FIGURES, Verb.CONFIRM);
        assertThat(acting(base, () -> periods.asked(base, at())))
                .extracting(request ->
                        request.unit().code() + " for " + request.asking().code())
                .containsExactly("PA for P");
        assertThat(acting(district, () -> periods.asked(district, at()))).isEmpty();
    }

    @Test
    void whoIsLateIsRemindedOnceADay() {
        var id = open("6 tháng");
        confirm(district, id, "PX", line(district, id, "PX").now().digest());
        assertThat(remind(id)).isEqualTo(1);
        assertThatThrownBy(() -> remind(id)).hasMessageContaining("reminded-today");
        clock.advance(java.time.Duration.ofDays(1));
        assertThat(remind(id)).isEqualTo(1);
        assertThat(line(keeper, id, "PY").remindedBy()).isEqualTo("keeper");
        assertThat(line(keeper, id, "PX").remindedAt()).isNull();
    }

    @Test
    void settlingKeepsEveryonesFiguresAtOneInstantAndWhatComesLaterIsADifference() {
        var id = open("6 tháng");
        confirm(district, id, "PX", line(district, id, "PX").now().digest());
        var freeze = acting(keeper, () -> closing.close(keeper, id, "họp ngày 16", at()));
        var closed = java.util.Objects.requireNonNull(find(id).closing());
        assertThat(closed.freeze()).isEqualTo(freeze);
        admit("m2", "2024-05-05", "2024-06-20");
        var lines = acting(keeper, () -> confirmations.lines(keeper, id, at()));
        assertThat(lines).extracting(line -> line.unit().code()).containsExactly("PX", "PY");
        assertThat(lines.get(0).settled())
                .isEqualTo(java.util.Objects.requireNonNull(lines.get(0).confirmation())
                        .figures());
        assertThat(lines.get(0).differences()).contains("all-admissions", "closing");
        assertThat(lines.get(1).differences()).isEmpty();
        var seen = lines.get(1).now().digest();
        assertThatThrownBy(() -> confirm(keeper, id, "PY", seen)).hasMessageContaining("period-closed");
        assertThatThrownBy(() -> acting(keeper, () -> closing.close(keeper, id, null, at())))
                .hasMessageContaining("period-closed");
        assertThatThrownBy(() -> remind(id)).hasMessageContaining("period-closed");
        visits.get(keeper, "/periods/" + id + "/units/" + id("PX") + ON)
                .hasStatusOk()
                .bodyText()
                .contains("Đã chốt số liệu", "/explain?from=2024-01-01&amp;until=2024-06-16", "Vì sao khác?");
    }

    @Test
    void theStartPagesSayWhatWaits() {
        visits.get(keeper, "/" + ON).bodyText().doesNotContain("Kỳ đang mở");
        var id = open("6 tháng đầu năm 2024");
        visits.get(keeper, "/" + ON)
                .bodyText()
                .contains(
                        "Kỳ đang mở: 6 tháng đầu năm 2024",
                        "còn 5 ngày",
                        "0/2 nơi đã xác nhận",
                        "Nhắc 2 nơi",
                        "Đã xác nhận số liệu",
                        "/periods/" + id + "/close");
        visits.get(reader, "/" + ON)
                .bodyText()
                .contains("Kỳ đang mở: 6 tháng đầu năm 2024")
                .doesNotContain("Nhắc 2 nơi", "/close");
        remind(id);
        visits.get(district, "/" + ON)
                .bodyText()
                .contains(
                        "Xác nhận số liệu 6 tháng đầu năm 2024 (Đảng bộ tỉnh P), hạn 15/06/2024",
                        "cấp trên đã nhắc",
                        "/periods/" + id + "/units/" + id("PX"));
        var seen = line(district, id, "PX").now().digest();
        visits.post(district, "/periods/" + id + "/units/" + id("PX") + ON, "seen=" + seen, "post= ")
                .hasStatus(422)
                .bodyText()
                .contains("Hãy ghi chức vụ");
        visits.post(district, "/periods/" + id + "/units/" + id("PX") + ON, "seen=" + seen, "post=Phó Bí thư")
                .hasStatus(303);
        visits.get(district, "/" + ON).bodyText().doesNotContain("Xác nhận số liệu 6 tháng");
        visits.get(keeper, "/" + ON).bodyText().contains("1/2 nơi đã xác nhận", "Nhắc 1 nơi");
        // on a day before it begins, and to the other province, it is not there
        visits.get(keeper, "/?on=2023-06-10").bodyText().doesNotContain("Kỳ đang mở");
        var stranger = new Actor(
                11,
                "stranger",
                Set.of(Q),
                List.of(new Grant(Verb.SEE_FIGURES, id("Q")), new Grant(Verb.KEEP_REGISTER, id("Q"))));
        visits.get(stranger, "/periods/" + id + ON).hasStatus(404);
        visits.get(stranger, "/periods/" + id + "/progress.pdf" + ON).hasStatus(404);
    }

    @Test
    void theReportOpensForThePeriodByItsName() {
        open("6 tháng đầu năm 2024 (giao ban)");
        visits.get(keeper, "/reports/" + id("P") + ON + "&period=2024-01-01..2024-06-15")
                .hasStatusOk()
                .bodyText()
                .contains("6 tháng đầu năm 2024 (giao ban) (từ 01/01/2024 đến hết 15/06/2024)");
    }

    @Test
    void theProgressIsPrintedOnOneSheetOnItsSide() throws Exception {
        var id = open("6 tháng đầu năm 2024");
        confirm(district, id, "PX", line(district, id, "PX").now().digest());
        var answer = visits.get(keeper, "/periods/" + id + "/progress.pdf" + ON);
        answer.hasStatusOk();
        var bytes = answer.actual().getMvcResult().getResponse().getContentAsByteArray();
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(bytes)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getWidth())
                    .isGreaterThan(pdf.getPage(0).getMediaBox().getHeight());
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf))
                    .contains("BẢNG TIẾN ĐỘ 6 THÁNG ĐẦU NĂM 2024", "Đảng bộ huyện PX", "Chưa xác nhận", "1/2 nơi")
                    .doesNotContain("#");
        }
    }

    @Test
    void theCentreAsksAProvinceOfAnotherRegister() {
        var centre = new Actor(
                12,
                "centre",
                Set.of(CENTRE, P, Q),
                List.of(new Grant(Verb.SEE_FIGURES, id("TW")), new Grant(Verb.KEEP_REGISTER, id("TW"))));
        var id = acting(centre, () -> periods.open(centre, id("TW"), half("Toàn quốc"), at()));
        var province = new Actor(
                13,
                "province",
                Set.of(P),
                List.of(new Grant(Verb.SEE_FIGURES, id("P")), new Grant(Verb.CONFIRM, id("P"))));
        assertThat(acting(province, () -> periods.asked(province, at())))
                .extracting(request -> request.period().name())
                .containsExactly("Toàn quốc");
        confirm(province, id, "P", line(province, id, "P").now().digest());
        assertThat(acting(centre, () -> confirmations.lines(centre, id, at())))
                .extracting(line -> line.unit().code() + " " + line.state())
                .containsExactly("P CONFIRMED", "Q MISSING");
        // what the other province confirmed lies in a register that is not this one's
        var owner = TestDatabase.of(dataSource).asSuperuser();
        assertThat(owner.sql("select register_id from reporting.confirmation")
                        .query(Short.class)
                        .list())
                .containsExactly(P.value());
    }

    private void admit(String ref, String day, String entered) {
        people.at(entered, () -> {
            people.know(ref);
            people.move(ref + "-in", ref, "admission", day, ">A1");
            return true;
        });
    }

    private int remind(long id) {
        return acting(keeper, () -> confirmations.remind(keeper, id, at()));
    }

    private Way way(Actor by, ReportingPeriod period) {
        return acting(by, () -> confirmations.way(by, period, id("PX"), at()));
    }

    private PeriodConfirmations.Line line(Actor by, long period, String unit) {
        return acting(by, () -> confirmations.line(by, period, id(unit), at()));
    }

    private void confirm(Actor by, long period, String unit, String seen) {
        acting(by, () -> {
            confirmations.confirm(by, period, id(unit), new NewConfirmation(seen, "Phó Bí thư", ""), at());
            return true;
        });
    }

    private ReportingPeriod find(long id) {
        return acting(keeper, () -> periods.period(keeper, id, at()));
    }

    private long open(String name) {
        return acting(keeper, () -> periods.open(keeper, id("P"), half(name), at()));
    }

    private static NewPeriod half(String name) {
        return new NewPeriod(name, null, day("2024-06-15"), null, Asked.DIRECT, "Công văn 5-CV/TU");
    }

    private <T> T acting(Actor by, java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(Acting.as(by, work));
    }

    private AsOf at() {
        return new AsOf(DAY, entries.latest());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }
}
