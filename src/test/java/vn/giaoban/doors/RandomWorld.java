package vn.giaoban.doors;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Batch;
import vn.giaoban.membership.Birth;
import vn.giaoban.membership.Degree;
import vn.giaoban.membership.MovementKind;
import vn.giaoban.membership.NewMember;
import vn.giaoban.membership.NewMovement;
import vn.giaoban.membership.Profile;
import vn.giaoban.membership.Sex;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/**
 * The Centre and three provinces whose trees, reorganisations, people and movements are drawn by lot, in the database and in a {@link Forest}
 * beside it.
 */
final class RandomWorld {

    static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    static final RegisterId CENTRE = RegisterId.of(1);
    static final List<String> PROVINCES = List.of("P", "Q", "R");
    static final Actor SYSTEM = Actor.system(Set.of(CENTRE, register("P"), register("Q"), register("R")));

    final Forest forest = new Forest();

    private final Random random;
    private final Ground ground;
    private final Map<String, Someone> people = new LinkedHashMap<>();
    private int signs;
    private int rows;

    private RandomWorld(Random random, Ground ground) {
        this.random = random;
        this.ground = ground;
    }

    static RegisterId register(String province) {
        return RegisterId.of(2 + PROVINCES.indexOf(province));
    }

    static RandomWorld of(Random random, Ground ground) {
        var world = new RandomWorld(random, ground);
        world.trees();
        world.settle();
        world.reorganise();
        PROVINCES.forEach(world::move);
        world.number();
        return world;
    }

    private void trees() {
        ground.centre(CENTRE, FIRST);
        forest.open("TW", CENTRE, false, null);
        for (var province : PROVINCES) {
            var units = new ArrayList<NewUnit>();
            add(units, province, "dang-bo-tinh", "TW");
            for (var d = 1; d <= 2 + random.nextInt(2); d++) {
                var district = province + "D" + d;
                add(units, district, "dang-bo-cap-tren-co-so", province);
                add(units, district + "K", "chi-bo-co-so", district);
                for (var b = 1; b <= 1 + random.nextInt(2); b++) {
                    var base = district + "B" + b;
                    add(units, base, "dang-bo-co-so", district);
                    for (var c = 1; c <= 2 + random.nextInt(2); c++) {
                        add(units, base + "C" + c, "chi-bo", base);
                    }
                }
            }
            ground.join(register(province), province, FIRST, units);
        }
    }

    private void add(List<NewUnit> units, String code, String kind, String parent) {
        units.add(NewUnit.of(
                code, "Đảng bộ Trung tâm Dịch vụ nông nghiệp và Phát triển nông thôn " + code, kind, parent));
        forest.open(code, register(code.substring(0, 1)), kind.startsWith("chi-bo"), parent);
    }

    private void settle() {
        for (var province : PROVINCES) {
            var batch = new ArrayList<NewMember>();
            for (var cell : cells(province)) {
                for (var n = 0; n < 1 + random.nextInt(7); n++) {
                    var someone = someone(register(province), cell);
                    batch.add(NewMember.opening(
                            batch.size() + 1, someone.ref(), profile(someone), cell, Degree.OFFICIAL));
                }
            }
            ground.store(register(province), Batch.ofMembers(batch));
        }
    }

    /** Absorbed cells, consolidated bases, bases moved within the province and handed over to another. */
    private void reorganise() {
        for (var province : PROVINCES) {
            var base = pick(bases(province));
            var cells = forest.children(base);
            if (cells.size() > 1) {
                ground.apply(
                        UnitEvent.absorb(register(province), LocalDate.of(2024, 3, 1), cells.get(0), cells.get(1)));
                forest.close(cells.get(0), cells.get(1));
            }
            var moved = pick(bases(province));
            var district = pick(districts(province));
            if (!district.equals(forest.parent(moved))) {
                ground.apply(UnitEvent.move(register(province), LocalDate.of(2025, 2, 1), moved, district));
                forest.stand(moved, district);
            }
        }
        var given = pick(bases("Q"));
        var taker = pick(districts("P"));
        ground.apply(UnitEvent.handOver(register("Q"), LocalDate.of(2025, 6, 1), given, taker));
        forest.stand(given, taker);
        districts("R").stream()
                .filter(district ->
                        forest.children(district).stream().filter(this::isBase).count() > 1)
                .findFirst()
                .ifPresent(district -> consolidate(
                        district,
                        forest.children(district).stream()
                                .filter(this::isBase)
                                .limit(2)
                                .toList()));
    }

    private void consolidate(String district, List<String> bases) {
        var code = district + "BN";
        ground.apply(UnitEvent.consolidate(
                register("R"),
                LocalDate.of(2026, 1, 1),
                bases,
                NewUnit.of(
                        code,
                        "Đảng bộ Trung tâm Dịch vụ nông nghiệp và Phát triển nông thôn " + code,
                        "dang-bo-co-so",
                        district)));
        forest.open(code, register("R"), false, district);
        bases.forEach(base -> forest.close(base, code));
    }

    /** Some go to another cell anywhere, some abroad, some die, some are expelled. */
    void move(String province) {
        var batch = new ArrayList<NewMovement>();
        var mine = people.values().stream()
                .filter(one -> one.register().equals(register(province)) && one.cell() != null)
                .toList();
        for (var one : mine) {
            var day = NewMovement.On.day(LocalDate.of(2026, 2, 1).plusDays(random.nextInt(100)));
            var draw = random.nextInt(12);
            if (draw == 0) {
                var cells = cells(pick(PROVINCES));
                var cell = pick(cells);
                if (!cell.equals(forest.today(requireNonNull(one.cell())))) {
                    batch.add(row(one, MovementKind.TRANSFER, day, NewMovement.Place.cell(cell)));
                    people.put(one.ref(), one.in(cell));
                }
            } else if (draw < 4) {
                var kind = List.of(MovementKind.DIED, MovementKind.EXPELLED, MovementKind.RESIGNED)
                        .get(draw - 1);
                batch.add(row(one, kind, day, NewMovement.Place.NONE));
                people.put(one.ref(), one.gone());
            }
        }
        ground.store(register(province), Batch.ofMovements(batch));
    }

    private NewMovement row(Someone one, MovementKind kind, NewMovement.On day, NewMovement.Place to) {
        rows++;
        return NewMovement.of(rows, "m" + rows, one.ref(), kind, day, NewMovement.Place.NONE, to);
    }

    private void number() {
        var numbers = ground.numbers();
        people.replaceAll((ref, one) -> one.numbered(requireNonNull(numbers.get(ref))));
    }

    /** More people, where nobody looks: what a stranger is answered must not change. */
    void grow(Collection<String> cells) {
        var byRegister = new HashMap<RegisterId, List<NewMember>>();
        for (var cell : cells) {
            for (var n = 0; n < 2; n++) {
                var someone = someone(forest.node(cell).register(), cell);
                var rowsOfRegister = byRegister.computeIfAbsent(someone.register(), any -> new ArrayList<>());
                rowsOfRegister.add(NewMember.opening(
                        rowsOfRegister.size() + 1, someone.ref(), profile(someone), cell, Degree.OFFICIAL));
            }
        }
        byRegister.forEach((register, members) -> ground.store(register, Batch.ofMembers(members)));
        number();
    }

    private Someone someone(RegisterId register, String cell) {
        signs++;
        var someone = new Someone(register, "r" + signs, Someone.sign(signs), cell, cell, 0);
        people.put(someone.ref(), someone);
        return someone;
    }

    private static Profile profile(Someone someone) {
        var n = someone.ref().hashCode() & 0xfff;
        return Profile.of(
                        "Hoàng Thị " + someone.sign(),
                        Birth.on(LocalDate.of(1960, 1, 1).plusDays(5L * n)),
                        Sex.F)
                .from(new Profile.Origin("tay", "tin-lanh", null, null));
    }

    List<Someone> people() {
        return List.copyOf(people.values());
    }

    List<String> cells(String province) {
        return codes(province, true);
    }

    List<String> bases(String province) {
        return codes(province, false).stream().filter(this::isBase).toList();
    }

    private List<String> districts(String province) {
        return codes(province, false).stream()
                .filter(code -> code.matches(".D\\d"))
                .toList();
    }

    private boolean isBase(String code) {
        return code.matches(".D\\dB\\w");
    }

    private List<String> codes(String province, boolean cell) {
        return forest.open().stream()
                .filter(node -> node.code().startsWith(province) && node.cell() == cell)
                .map(Forest.Node::code)
                .collect(Collectors.toList());
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Nullable
    Someone any(java.util.function.Predicate<Someone> wanted) {
        var fitting = people.values().stream().filter(wanted).toList();
        return fitting.isEmpty() ? null : pick(fitting);
    }
}
