package vn.giaoban.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.giaoban.membership.Intake;
import vn.giaoban.organisation.Drafts;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;

/** The steps in which two provinces come into an empty database, in the order of the days on which they are said to be entered. */
@Component
class LoadSteps {

    static final RegisterId CENTRE = RegisterId.of(1);
    private static final String CENTRE_NAME = "Đảng Cộng sản Việt Nam";

    private final Registers registers;
    private final UnitEvents unitEvents;
    private final Intake intake;
    private final Drafts drafts;
    private final Offices offices;
    private final ReportingRounds rounds;

    LoadSteps(
            Registers registers,
            UnitEvents unitEvents,
            Intake intake,
            Drafts drafts,
            Offices offices,
            ReportingRounds rounds) {
        this.registers = registers;
        this.unitEvents = unitEvents;
        this.intake = intake;
        this.drafts = drafts;
        this.offices = offices;
        this.rounds = rounds;
    }

    List<LoadStep> of(List<Province> provinces) {
        var steps = new ArrayList<LoadStep>();
        steps.add(new LoadStep("TW", at(2019, 12, 16, 9), CENTRE, "Lập sổ của Trung ương", 1, this::openCentre));
        for (var province : provinces) {
            steps.addAll(of(province));
        }
        steps.add(new LoadStep(
                "plans",
                at(2025, 1, 15, 9),
                CENTRE,
                "Chuẩn bị kế hoạch sắp xếp năm 2025",
                400,
                (by, entry) -> prepare(by, provinces)));
        var first = provinces.get(0);
        var register = first.spec().register();
        steps.add(new LoadStep(
                "period",
                at(2024, 3, 5, 10),
                register,
                "Mở kỳ báo cáo quý I",
                20,
                (by, entry) -> rounds.open(by, first)));
        steps.add(new LoadStep(
                "confirmations",
                at(2024, 7, 10, 15),
                register,
                "Xác nhận số liệu quý I",
                300,
                (by, entry) -> rounds.confirm(by, first)));
        steps.add(new LoadStep(
                "accounts",
                at(2025, 1, 16, 9),
                CENTRE,
                "Cấp tài khoản trình diễn",
                1_500,
                (by, entry) -> offices.giveAccounts(by, provinces.get(0))));
        steps.sort(Comparator.comparing(LoadStep::at));
        return steps;
    }

    private List<LoadStep> of(Province province) {
        var spec = province.spec();
        var register = spec.register();
        var hour = spec.small() ? 14 : 8;
        var steps = new ArrayList<LoadStep>();
        steps.add(new LoadStep(
                spec.code() + " register",
                at(2020, 1, 6, hour),
                register,
                "Lập sổ",
                province.units().size() * 2,
                (by, entry) -> openUnits(by, entry, province)));
        steps.add(new LoadStep(
                spec.code() + " members",
                at(2020, 1, 13, hour),
                register,
                "Đảng viên khi mở sổ",
                province.members().size(),
                (by, entry) -> openMembers(by, entry, province)));
        for (var sitting : province.sittings()) {
            steps.addAll(of(spec, sitting));
        }
        steps.add(new LoadStep(
                spec.code() + " posts",
                at(2025, 1, 8, hour),
                register,
                "Chức danh và dân số",
                province.posts().size() / 2,
                (by, entry) -> offices.fill(by, entry, province)));
        return steps;
    }

    /** Events and what people did are entries of their own: no row is entered and put right by one and the same entry. */
    private List<LoadStep> of(Spec spec, Sitting sitting) {
        var register = spec.register();
        var steps = new ArrayList<LoadStep>();
        for (var part : sitting.steps()) {
            var at = sitting.at().plusSeconds(600L * steps.size());
            var code = "%s %s %d".formatted(spec.code(), sitting.at(), steps.size());
            if (!part.events().isEmpty()) {
                steps.add(new LoadStep(
                        code,
                        at,
                        register,
                        sitting.what() + ": tổ chức",
                        60 + 10 * part.events().size(),
                        (by, entry) -> unitEvents.apply(by, new Plan(null, part.events(), null))));
                at = at.plusSeconds(300);
                code += " people";
            }
            if (!part.movements().isEmpty() || !part.members().isEmpty()) {
                var batch = Translation.batch(part.members(), part.movements());
                steps.add(new LoadStep(
                        code,
                        at,
                        register,
                        sitting.what() + ": đảng viên",
                        40 + part.movements().size(),
                        (by, entry) -> intake.store(by, entry, register, batch)));
            }
        }
        return steps;
    }

    private void openCentre(Actor by, Entry entry) {
        registers.create(entry, CENTRE, Province.CENTRE, CENTRE_NAME, Spec.FIRST_DAY);
        var unit = NewUnit.of(Province.CENTRE, CENTRE_NAME, "centre", null)
                .numbered("00000000000000")
                .withCommittee("Ban Chấp hành Trung ương", "TW", "Hà Nội");
        unitEvents.apply(by, Plan.of(UnitEvent.open(CENTRE, Spec.FIRST_DAY, unit)));
    }

    private void openUnits(Actor by, Entry entry, Province province) {
        var spec = province.spec();
        registers.create(
                entry, spec.register(), spec.code(), province.units().get(0).name(), spec.firstDay());
        unitEvents.apply(
                by,
                Plan.of(UnitEvent.open(spec.register(), spec.firstDay())
                        .opening(province.units())
                        .named(spec.code() + "-MO")));
    }

    private void openMembers(Actor by, Entry entry, Province province) {
        var exemptions = province.members().stream()
                .map(Translation::exemption)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        intake.store(by, entry, province.spec().register(), Translation.batch(province.members(), exemptions));
    }

    private void prepare(Actor by, List<Province> provinces) {
        var areas = provinces.stream().map(Province::area).toList();
        for (var plan : Plans2025.plans(CENTRE, areas)) {
            drafts.prepare(by, CENTRE, Objects.requireNonNull(plan.name()), plan.events());
        }
    }

    private static Instant at(int year, int month, int day, int hour) {
        return LocalDateTime.of(LocalDate.of(year, month, day), LocalTime.of(hour, 0))
                .atZone(Days.ZONE)
                .toInstant();
    }
}
