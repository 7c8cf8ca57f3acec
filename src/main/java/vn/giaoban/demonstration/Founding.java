package vn.giaoban.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.demonstration.Geography.District;

/** The units of a province on the first day of its register. */
final class Founding {

    private static final Ethnicities OFFICES = new Ethnicities(600, 90, 270, 25, 8, 4, 3);

    final Spec spec;
    final Geography geography;
    final Dice dice;
    final Node province;
    /** In the order in which they are entered: above before below. */
    final List<Node> all = new ArrayList<>();

    final Map<District, Node> districts = new LinkedHashMap<>();
    final Map<String, Node> byName = new LinkedHashMap<>();

    private final Lists bodies = Lists.read("bodies.txt");
    private final Names names;

    Founding(Spec spec, Dice dice, Names names) {
        this.spec = spec;
        this.dice = dice;
        this.names = names;
        this.geography = Geography.read(spec.file());
        var centre = node(Province.CENTRE, "00000000000000", 1, "", "", "centre", null, null, OFFICES);
        this.province = node(
                spec.code(),
                spec.prefix() + "000000000000",
                spec.code().equals("BK") ? 1 : 2,
                "Đảng bộ tỉnh " + spec.name(),
                spec.name(),
                "dang-bo-tinh",
                null,
                centre,
                OFFICES);
        province.open();
        all.add(province);
        for (var district : geography.districts()) {
            found(district);
        }
        var bloc = direct("KH", "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh", "dang-bo-khoi", OFFICES);
        foundBodies(bloc, "bloc", null);
        foundBodies(direct("CA", "Đảng bộ Công an tỉnh", "dang-bo-cap-tren-co-so", OFFICES), "police", null);
        foundBodies(direct("QS", "Đảng bộ Quân sự tỉnh", "dang-bo-cap-tren-co-so", OFFICES), "army", null);
        for (var caucus : Body.of(bodies, "caucuses", spec.small())) {
            var number = province.nextNumber();
            open(node(
                    "%s-DD%02d".formatted(spec.code(), number),
                    "%s9%02d000000000".formatted(spec.prefix(), number),
                    100 + number,
                    caucus.name(),
                    spec.name(),
                    caucus.sector(),
                    null,
                    province,
                    OFFICES));
        }
        foundParts();
    }

    Node named(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    /** The communes that now stand under a district. */
    List<Node> communesOf(Node district) {
        return district.children.stream()
                .filter(base ->
                        List.of("xa", "phuong", "thi-tran").contains(Objects.requireNonNullElse(base.sector, "")))
                .toList();
    }

    private void found(District district) {
        var node = direct(
                district.code(),
                (district.isCity() ? "Đảng bộ thành phố " : "Đảng bộ huyện ") + district.name(),
                district.kind(),
                district.ethnicities());
        districts.put(district, node);
        for (var commune : district.communes()) {
            if (commune.former().isEmpty()) {
                foundCommune(node, commune.sector(), commune.name());
            }
            for (var former : commune.former()) {
                var town = former.startsWith("thi-tran ");
                foundCommune(node, town ? "thi-tran" : "xa", town ? former.substring("thi-tran ".length()) : former);
            }
            if (commune.absorbed() != null) {
                foundCommune(node, "xa", commune.absorbed());
            }
        }
        foundBodies(node, "district", district);
    }

    static String wordFor(String sector) {
        return switch (sector) {
            case "phuong" -> "phường";
            case "thi-tran" -> "thị trấn";
            default -> "xã";
        };
    }

    private void foundCommune(Node district, String sector, String name) {
        var full = wordFor(sector) + " " + name;
        var base = base(district, "Đảng bộ " + full, name, "dang-bo-co-so", sector);
        var least = spec.small() ? 4 : 8;
        var used = new LinkedHashSet<String>();
        for (var villages = least + dice.below(spec.small() ? 3 : 5); villages > 0; villages--) {
            foundVillageCell(base, used);
        }
        for (var school : List.of("Trường Mầm non ", "Trường Tiểu học ", "Trường Trung học cơ sở ")) {
            if (dice.permille(850)) {
                cell(base, school + name, 11 + dice.below(6));
            }
        }
        cell(base, "Cơ quan " + full, 17 + dice.below(6));
        if (dice.permille(550)) {
            cell(base, "Trạm Y tế " + full, 5);
        }
        if (dice.permille(450)) {
            cell(base, "Quân sự " + full, 6);
        }
    }

    /** A village with its cell, added to a commune. */
    Node foundVillageCell(Node commune, LinkedHashSet<String> used) {
        var urban = Objects.equals(commune.sector, "phuong");
        var village = urban ? "Tổ " + (used.size() + 1) : names.village(dice, spec.small(), used);
        used.add(village);
        var called = urban ? "tổ dân phố " + (used.size()) : "thôn " + village;
        var cell = cell(commune, called, urban ? 26 + dice.below(22) : 9 + dice.below(19));
        cell.villages.add(called.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + called.substring(1));
        return cell;
    }

    private void foundBodies(Node above, String title, @Nullable District district) {
        for (var body : Body.of(bodies, title, spec.small())) {
            var name = body.name().replace("{P}", spec.name());
            if (district != null) {
                name = name.replace("{U}", (district.isCity() ? "Thành ủy " : "Huyện ủy ") + district.name())
                        .replace("{h}", district.isCity() ? "thành phố" : "huyện")
                        .replace("{T}", district.name());
                if (!name.endsWith(district.name())) {
                    name += " " + district.name();
                }
            }
            if (body.cells() == 0) {
                var cell = base(above, "Chi bộ " + name, above.place, "chi-bo-co-so", body.sector());
                cell.about = body.about();
            } else {
                var base = base(above, "Đảng bộ " + name, above.place, "dang-bo-co-so", body.sector());
                var parts = bodies.parts("parts " + body.sector());
                for (var part = 0; part < body.cells(); part++) {
                    cell(base, parts.get(part) + " – " + name, body.about());
                }
            }
        }
    }

    /** Three of the four part-organisations stand from the beginning; the fourth is established later. */
    private void foundParts() {
        if (!spec.small()) {
            part("Đảng bộ Bệnh viện Đa khoa tỉnh", "Khối Lâm sàng", 1, 7);
            part("Đảng bộ Bệnh viện Đa khoa tỉnh", "Khối Cận lâm sàng", 8, 12);
            part("Đảng bộ Trường Cao đẳng " + spec.name(), "Khối Khoa chuyên môn", 1, 5);
        }
    }

    private void part(String base, String name, int from, int until) {
        var above = named(base);
        var part = partUnder(above, name);
        var cells = List.copyOf(above.children).stream()
                .filter(child -> child.kind.equals("chi-bo"))
                .toList()
                .subList(from - 1, until - 1);
        all.removeAll(cells);
        open(part);
        for (var cell : cells) {
            cell.moveTo(part);
            all.add(cell);
        }
    }

    Node partUnder(Node above, String name) {
        var number = above.nextNumber();
        return node(
                above.code + "-P" + number,
                above.orgCode.substring(0, 8) + "%03d000".formatted(number),
                number,
                "Đảng bộ bộ phận " + name + " – " + above.name.substring("Đảng bộ ".length()),
                above.place,
                "dang-bo-bo-phan",
                above.sector,
                above,
                above.ethnicities);
    }

    private Node direct(String code, String name, String kind, Ethnicities ethnicities) {
        var number = province.nextNumber();
        var place = name.startsWith("Đảng bộ huyện ")
                ? name.substring("Đảng bộ huyện ".length())
                : name.startsWith("Đảng bộ thành phố ") ? name.substring("Đảng bộ thành phố ".length()) : spec.name();
        return open(node(
                spec.code() + "-" + code,
                "%s%03d000000000".formatted(spec.prefix(), number),
                number,
                name,
                place,
                kind,
                null,
                province,
                ethnicities));
    }

    Node base(Node above, String name, String place, String kind, String sector) {
        return open(newBase(above, name, place, kind, sector));
    }

    /** A base organisation that may open later. */
    Node newBase(Node above, String name, String place, String kind, String sector) {
        var number = above.nextNumber();
        return node(
                "%s-%02d".formatted(above.code, number),
                above.orgCode.substring(0, 5) + "%03d000000".formatted(number),
                number,
                name,
                place,
                kind,
                sector,
                above,
                above.ethnicities);
    }

    Node cell(Node above, String name, int about) {
        var cell = newCell(above, name);
        cell.about = about;
        return open(cell);
    }

    /** A cell that may open later. */
    Node newCell(Node above, String name) {
        var number = above.nextNumber();
        var village = above.name.startsWith("Đảng bộ xã") || above.name.startsWith("Đảng bộ thị trấn");
        return node(
                "%s-%02d".formatted(above.code, number),
                above.orgCode.substring(0, 11) + "%03d".formatted(number),
                number,
                "Chi bộ " + name,
                above.place,
                "chi-bo",
                above.sector,
                above,
                village ? above.ethnicities.ofOneVillage(dice) : above.ethnicities);
    }

    private Node node(
            String code,
            String orgCode,
            int order,
            String name,
            String place,
            String kind,
            @Nullable String sector,
            @Nullable Node parent,
            Ethnicities ethnicities) {
        return new Node(code, orgCode, order, name, place, kind, sector, parent, spec.firstDay(), ethnicities);
    }

    private Node open(Node node) {
        node.open();
        all.add(node);
        byName.put(node.name, node);
        return node;
    }
}
