package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.record.Entries;
import vn.giaoban.reporting.NewPeriod;
import vn.giaoban.reporting.PeriodConfirmations;
import vn.giaoban.reporting.PeriodConfirmations.Line;
import vn.giaoban.reporting.PeriodConfirmations.NewConfirmation;
import vn.giaoban.reporting.ReportingPeriod.Asked;
import vn.giaoban.reporting.ReportingPeriods;
import vn.giaoban.reporting.TypedFigures;
import vn.giaoban.reporting.TypedFigures.NewTyped;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;

/**
 * The reporting period of the published day: the province asks its 11 organisations, and one district its own; most have confirmed. What
 * happened in March is entered in April, and a few rows of it months late: confirmed is in July, when one row is still to come, so that one
 * organisation's figures are others by now. On paper: nobody of theirs has an account.
 */
@Component
class ReportingRounds {

    private static final String NAME = "Quý I năm 2024";
    private static final LocalDate CUT_OFF = LocalDate.of(2024, 3, 20);
    /** Twenty days after the cut-off. Source: head of the forms TCTW. */
    private static final LocalDate CONFIRM_BY = CUT_OFF.plusDays(20);

    /** Without the commune whose officer has an account: that is left to do. */
    static final String LEFT_TO_DO = "Đảng bộ xã Khang Ninh";

    private final Organisation organisation;
    private final ReportingPeriods periods;
    private final PeriodConfirmations confirmations;
    private final TypedFigures typed;
    private final Entries entries;

    ReportingRounds(
            Organisation organisation,
            ReportingPeriods periods,
            PeriodConfirmations confirmations,
            TypedFigures typed,
            Entries entries) {
        this.organisation = organisation;
        this.periods = periods;
        this.confirmations = confirmations;
        this.typed = typed;
        this.entries = entries;
    }

    void open(Actor by, Province province) {
        var at = at();
        for (var unit : asking(province, at)) {
            var document = unit.symbol() + ": công văn yêu cầu báo cáo quý I (trình diễn)";
            periods.open(by, unit.id(), new NewPeriod(NAME, null, CUT_OFF, CONFIRM_BY, Asked.DIRECT, document), at);
        }
    }

    /** Every fifth has not, and is reminded. What no record yields is typed for the province. */
    void confirm(Actor by, Province province) {
        var at = at();
        typed.type(
                by,
                organisation.named(province.spec().code()).orElseThrow(),
                new NewTyped(
                        "appointment-turns",
                        CUT_OFF.withDayOfYear(1),
                        CUT_OFF,
                        23L,
                        false,
                        "Sổ theo dõi cán bộ, quý I năm 2024 (trình diễn)"),
                at);
        for (var unit : asking(province, at)) {
            var period = periods.of(by, unit.id(), at).get(0);
            var lines = confirmations.lines(by, period.id(), at);
            for (var n = 0; n < lines.size(); n++) {
                if (n % 5 != 4 && !lines.get(n).unit().name().equals(LEFT_TO_DO)) {
                    confirm(by, period.id(), lines.get(n), at);
                }
            }
            confirmations.remind(by, period.id(), at());
        }
    }

    private void confirm(Actor by, long period, Line line, AsOf at) {
        var unit = line.unit();
        confirmations.confirm(
                by,
                period,
                unit.id(),
                new NewConfirmation(
                        line.now().digest(), "Thường trực cấp ủy", unit.symbol() + ": báo cáo quý I (trình diễn)"),
                at);
    }

    /** The province and the district of the commune whose officer has an account. */
    private List<Unit> asking(Province province, AsOf at) {
        var top = organisation.named(province.spec().code()).orElseThrow();
        var commune = province.units().stream()
                .filter(unit -> unit.name().equals(LEFT_TO_DO))
                .findFirst()
                .orElseThrow();
        var path = organisation.path(organisation.named(commune.code()).orElseThrow(), at);
        return path.stream()
                .filter(unit -> unit.id().equals(top)
                        || Set.of(top).contains(java.util.Objects.requireNonNullElse(unit.parent(), unit.id())))
                .toList();
    }

    private AsOf at() {
        return new AsOf(CUT_OFF, entries.latest());
    }
}
