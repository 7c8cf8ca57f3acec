package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Decision;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.shared.RegisterId;

/**
 * The reorganisation of 2025 in two plans: caucuses and blocs end in February; on 1 July the districts end, the communes are consolidated
 * to organisations above the base, and a new provincial organisation is founded out of the two. Prepared, not applied. Source: 294-QĐ/TW
 * of 26 May 2025, 10.1–10.4; NQ 1683/NQ-UBTVQH15 for the communes.
 */
final class Plans2025 {

    static final LocalDate AGENCIES = LocalDate.of(2025, 2, 5);
    static final LocalDate PROVINCES = LocalDate.of(2025, 7, 1);
    private static final String NEW = "TNG";
    private static final String NEW_PREFIX = "90";

    /**
     * What the plans need of a province as it stands at the end of 2024.
     *
     * @param communes short code of each commune, and the sector and name of what it becomes
     * @param others the other base organisations under a district, by the commune of its seat; the police and the army apart
     */
    record Area(
            String code,
            String prefix,
            List<String> caucuses,
            List<String> ofParty,
            List<String> ofState,
            List<String> districts,
            Map<String, String> communes,
            Map<String, List<String>> others,
            List<String> police,
            List<String> army) {

        static Area of(Founding founding) {
            var province = founding.province;
            var area = new Area(
                    province.code,
                    founding.spec.prefix(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
            for (var child : province.children) {
                if (child.kind.equals("dang-doan") || child.kind.equals("ban-can-su")) {
                    area.caucuses.add(child.code);
                } else if (child.kind.equals("dang-bo-khoi")) {
                    for (var base : child.children) {
                        ("co-quan-dang-doan-the".equals(base.sector) ? area.ofParty : area.ofState).add(base.code);
                    }
                }
            }
            founding.districts.forEach((district, node) -> {
                area.districts.add(node.code);
                var becomes = new LinkedHashMap<String, String>();
                district.communes()
                        .forEach(commune -> becomes.put(
                                Founding.wordFor(commune.sector()) + " " + commune.name(), commune.becomes()));
                var communes = founding.communesOf(node);
                communes.forEach(commune -> area.communes.put(
                        commune.code,
                        Objects.requireNonNull(
                                becomes.get(commune.name.substring("Đảng bộ ".length())), commune.name)));
                var seat = district.communes().get(0);
                for (var base : node.children) {
                    if (!communes.contains(base)) {
                        switch (Objects.requireNonNullElse(base.sector, "")) {
                            case "cong-an" -> area.police.add(base.code);
                            case "quan-doi" -> area.army.add(base.code);
                            default ->
                                area.others
                                        .computeIfAbsent(seat.becomes(), any -> new ArrayList<>())
                                        .add(base.code);
                        }
                    }
                }
            });
            return area;
        }
    }

    private final RegisterId register;
    private final List<Area> areas;
    private final List<UnitEvent> events = new ArrayList<>();
    private String refs = "";

    private Plans2025(RegisterId register, List<Area> areas) {
        this.register = register;
        this.areas = areas;
    }

    /** @param register of the events that concern both provinces */
    static List<Plan> plans(RegisterId register, List<Area> areas) {
        return List.of(new Plans2025(register, areas).agencies(), new Plans2025(register, areas).provinces());
    }

    private Plan agencies() {
        refs = "KH1";
        for (var area : areas) {
            var decision = decision("Ban Thường vụ Tỉnh ủy", "25-QĐ/TU", AGENCIES);
            var party = area.code() + "-CQD";
            var state = area.code() + "-UB";
            add(
                    UnitEvent.establish(
                            register,
                            AGENCIES,
                            above(party, area.prefix() + "101", "Đảng bộ các cơ quan Đảng tỉnh", area.code(), 21),
                            above(state, area.prefix() + "102", "Đảng bộ Ủy ban nhân dân tỉnh", area.code(), 22)),
                    decision);
            move(AGENCIES, area.ofParty(), party, decision);
            move(AGENCIES, area.ofState(), state, decision);
            add(
                    all(UnitEvent.dissolve(register, AGENCIES, area.code() + "-KH"), List.of(area.code() + "-KH")),
                    decision);
            add(all(UnitEvent.dissolve(register, AGENCIES, ""), area.caucuses()), decision);
        }
        return new Plan(
                "Kết thúc đảng đoàn, ban cán sự đảng, đảng bộ khối; lập đảng bộ các cơ quan Đảng và đảng bộ UBND tỉnh",
                events,
                "Kế hoạch sắp xếp đầu năm 2025");
    }

    private Plan provinces() {
        refs = "KH2";
        var decision = decision("Bộ Chính trị", "302-QĐ/TW", PROVINCES);
        add(
                UnitEvent.consolidate(
                        register,
                        PROVINCES,
                        areas.stream().map(Area::code).toList(),
                        NewUnit.of(NEW, "Đảng bộ tỉnh Thái Nguyên", "dang-bo-tinh", Province.CENTRE)
                                .numbered(NEW_PREFIX + "000000000000")
                                .withCommittee(null, null, "Thái Nguyên")
                                .at(1)),
                decision);
        one("CQD", "101", "Đảng bộ các cơ quan Đảng tỉnh", 201, decision);
        one("UB", "102", "Đảng bộ Ủy ban nhân dân tỉnh", 202, decision);
        one("CA", "103", "Đảng bộ Công an tỉnh", 203, decision);
        one("QS", "104", "Đảng bộ Quân sự tỉnh", 204, decision);
        var founded = communes(decision);
        for (var area : areas) {
            area.others()
                    .forEach((becomes, bases) ->
                            move(PROVINCES, bases, Objects.requireNonNull(founded.get(becomes)), decision));
            move(PROVINCES, area.police(), NEW + "-CA", decision);
            move(PROVINCES, area.army(), NEW + "-QS", decision);
            add(all(UnitEvent.dissolve(register, PROVINCES, ""), area.districts()), decision);
        }
        return new Plan(
                "Hợp nhất tỉnh Bắc Kạn và tỉnh Thái Nguyên; kết thúc cấp huyện; lập đảng bộ xã, phường",
                events,
                "Kế hoạch ngày 1-7-2025");
    }

    /** The new communes: consolidated from several, or one that changes its kind. */
    private Map<String, String> communes(Decision decision) {
        var parts = new LinkedHashMap<String, List<String>>();
        for (var area : areas) {
            area.communes()
                    .forEach((code, becomes) -> parts.computeIfAbsent(becomes, any -> new ArrayList<>())
                            .add(code));
        }
        var codes = new LinkedHashMap<String, String>();
        parts.forEach((becomes, communes) -> {
            var number = codes.size() + 1;
            var sector = becomes.startsWith("phuong ") ? "phuong" : "xa";
            var place = becomes.substring(sector.length() + 1);
            var name = "Đảng bộ " + Founding.wordFor(sector) + " " + place;
            if (communes.size() == 1) {
                codes.put(becomes, communes.get(0));
                add(
                        UnitEvent.changeKind(register, PROVINCES, communes.get(0), "dang-bo-xa")
                                .under(NEW)
                                .changing(new UnitEvent.Change(name, null, null, place, "dang-bo-xa", sector, number)),
                        decision);
            } else {
                var code = "%s-X%02d".formatted(NEW, number);
                codes.put(becomes, code);
                add(
                        UnitEvent.consolidate(
                                register,
                                PROVINCES,
                                communes,
                                NewUnit.of(code, name, "dang-bo-xa", NEW)
                                        .numbered(NEW_PREFIX + "%03d000000000".formatted(number))
                                        .inSector(sector)
                                        .withCommittee(null, null, place)
                                        .at(number)),
                        decision);
            }
        });
        return codes;
    }

    private void one(String suffix, String number, String name, int position, Decision decision) {
        add(
                UnitEvent.consolidate(
                        register,
                        PROVINCES,
                        areas.stream().map(area -> area.code() + "-" + suffix).toList(),
                        above(NEW + "-" + suffix, NEW_PREFIX + number, name, NEW, position)),
                decision);
    }

    private static NewUnit above(String code, String number, String name, String parent, int position) {
        return NewUnit.of(code, name, "dang-bo-cap-tren-co-so", parent)
                .numbered(number + "000000000")
                .at(position);
    }

    private void move(LocalDate day, List<String> units, String parent, Decision decision) {
        if (!units.isEmpty()) {
            add(all(UnitEvent.move(register, day, units.get(0), parent), units), decision);
        }
    }

    private static UnitEvent all(UnitEvent event, List<String> units) {
        return new UnitEvent(
                event.register(),
                event.ref(),
                event.kind(),
                event.day(),
                units,
                event.parent(),
                event.into(),
                event.opened(),
                event.principal(),
                event.receivingCell(),
                event.change(),
                event.people(),
                event.decision(),
                event.cancels());
    }

    private static Decision decision(@Nullable String issuer, String number, LocalDate day) {
        return new Decision(number, day.minusDays(4), issuer);
    }

    private void add(UnitEvent event, Decision decision) {
        events.add(event.named("%s-%03d".formatted(refs, events.size() + 1)).decidedBy(decision));
    }
}
