package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What happened to the units of a province from 2020 to 2024. In Bắc Kạn 29 base organisations fewer from December 2023 to March 2024, so
 * that 455 become 426: offices of the party and of the state doing the same work under one head, centres that became cells of a township,
 * rangers taken together, enterprises merged or closed.
 */
final class Events2020s {

    private final Founding founding;
    private final Reorganisations happen;
    private final Dice dice;

    Events2020s(Founding founding, Reorganisations happen, Dice dice) {
        this.founding = founding;
        this.happen = happen;
        this.dice = dice;
    }

    void plan() {
        communesOf2020();
        var scale = founding.spec.small() ? 1 : 4;
        villages(scale);
        for (var i = 0; i < 3 * scale; i++) {
            policeOfCommune(LocalDate.of(2021, 6, 1).plusDays(37L * i));
        }
        renamings(scale);
        if (!founding.spec.small()) {
            bodiesBefore2023();
            winterOf2023();
            rest2024();
        }
    }

    private void communesOf2020() {
        founding.districts.forEach((district, node) -> {
            for (var commune : district.communes()) {
                var full = Founding.wordFor(commune.sector()) + " " + commune.name();
                if (!commune.former().isEmpty()) {
                    var founded = founding.newBase(
                            node, "Đảng bộ " + full, commune.name(), "dang-bo-co-so", commune.sector());
                    var former = commune.former().stream()
                            .map(name -> founding.named("Đảng bộ "
                                    + (name.startsWith("thi-tran ") ? "thị trấn " + name.substring(9) : "xã " + name)))
                            .toList();
                    happen.consolidate(LocalDate.of(2020, 2, 1), former, founded);
                    offices(former, full);
                    founding.byName.put(founded.name, founded);
                } else if (commune.absorbed() != null) {
                    var into = founding.named("Đảng bộ " + full);
                    var absorbed = founding.named("Đảng bộ xã " + commune.absorbed());
                    happen.absorb(LocalDate.of(2020, 2, 1), absorbed, into);
                    offices(List.of(into, absorbed), full);
                }
            }
        });
    }

    /** Two communes had two offices; two weeks later there is one. */
    private void offices(List<Node> communes, String full) {
        var offices = communes.stream()
                .flatMap(commune -> commune.children.stream())
                .filter(cell -> cell.name.startsWith("Chi bộ Cơ quan"))
                .toList();
        var day = LocalDate.of(2020, 2, 17);
        happen.absorb(day, offices.get(1), offices.get(0));
        if (!offices.get(0).name.endsWith(" " + full)) {
            happen.rename(day, offices.get(0), "Chi bộ Cơ quan " + full);
        }
    }

    private void villages(int scale) {
        for (var i = 0; i < 8 * scale; i++) {
            var into = villageCell(cell -> true);
            var absorbed = sibling(into);
            happen.absorb(LocalDate.of(2020, 7, 1).plusDays(29L * i), absorbed, into);
        }
        for (var i = 0; i < 2 * scale; i++) {
            var cell = villageCell(one -> true);
            cell.about = 38;
            var founded = newVillage(cell);
            happen.splitOff(LocalDate.of(2021, 3, 15).plusDays(113L * i), cell, founded, 3);
        }
        for (var i = 0; i < scale / 2 + 1; i++) {
            var cell = villageCell(one -> true);
            cell.about = 44;
            var principal = founding.newCell(cell.up(), cell.name.substring("Chi bộ ".length()) + " 1");
            var other = founding.newCell(cell.up(), cell.name.substring("Chi bộ ".length()) + " 2");
            happen.divide(LocalDate.of(2022, 5, 10).plusDays(160L * i), cell, principal, other);
        }
        for (var i = 0; i < 2 * scale - 1; i++) {
            var cell = villageCell(one -> true);
            cell.about = 4;
            happen.dissolve(LocalDate.of(2021, 9, 1).plusDays(131L * i), cell, sibling(cell));
        }
    }

    private Node newVillage(Node beside) {
        var name = new Names().village(dice, founding.spec.small(), List.of());
        var cell = founding.newCell(beside.up(), "thôn " + name + " Mới");
        cell.villages.add("Thôn " + name + " Mới");
        return cell;
    }

    /** Since 2021 communes have regular police, with a cell of their own. */
    private void policeOfCommune(LocalDate day) {
        var commune = villageCell(
                        cell -> cell.up().children.stream().noneMatch(one -> one.name.startsWith("Chi bộ Công an")))
                .up();
        var cell = founding.newCell(commune, "Công an " + commune.name.substring("Đảng bộ ".length()));
        var police = "Đảng bộ Công an ";
        happen.establish(day, cell, (life, opened) -> {
            var district = opened.direct();
            var from = district.children.stream()
                    .filter(base -> base.name.startsWith(police))
                    .flatMap(base -> base.children.stream())
                    .filter(one -> one.members.size() > 7)
                    .toList();
            life.bring(opened, from, 4, day);
        });
    }

    private void renamings(int scale) {
        for (var i = 0; i < 2 * scale; i++) {
            var cell = villageCell(one -> one.villages.size() == 1 && one.name.startsWith("Chi bộ thôn "));
            cell.reserved = true;
            happen.rename(
                    LocalDate.of(2020, 11, 9).plusDays(171L * i),
                    cell,
                    cell.name.replace("Chi bộ thôn ", "Chi bộ khu dân cư "));
        }
    }

    private void bodiesBefore2023() {
        var bloc = founding.named("Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh");
        happen.handOver(LocalDate.of(2021, 4, 1), founding.named("Chi bộ Điện lực Pác Nặm"), bloc);
        happen.handOver(LocalDate.of(2021, 4, 1), founding.named("Chi bộ Điện lực Ngân Sơn"), bloc);
        var hospital = founding.named("Đảng bộ Bệnh viện Đa khoa tỉnh");
        happen.establishPart(
                LocalDate.of(2021, 10, 1),
                founding.partUnder(hospital, "Khối Hành chính – Hậu cần"),
                hospital.children.stream()
                        .filter(child -> child.kind.equals("chi-bo"))
                        .limit(4)
                        .toList());
        for (var name : List.of("Trường Trung học phổ thông Chuyên Bắc Kạn", "Báo Bắc Kạn")) {
            var school = founding.named("Chi bộ " + name);
            school.about = 34;
            happen.becomeBaseWith(
                    LocalDate.of(2022, 8, 15).plusDays(40L * name.length()),
                    school,
                    List.of(
                            founding.newCell(school, "số 1 – " + name),
                            founding.newCell(school, "số 2 – " + name),
                            founding.newCell(school, "số 3 – " + name)));
        }
        for (var name : List.of("Công ty TNHH Dược liệu Nà Hin", "Công ty cổ phần Du lịch hồ Ba Bể")) {
            var private_ = name.contains("TNHH");
            var cell = founding.newBase(
                    bloc, "Chi bộ " + name, bloc.place, "chi-bo-co-so", private_ ? "dn-tu-nhan" : "dn-co-phan");
            var day = private_ ? LocalDate.of(2022, 3, 3) : LocalDate.of(2023, 5, 19);
            happen.establish(day, cell, (life, opened) -> {
                var from = founding.province.children.stream()
                        .filter(one -> one.kind.equals("dang-bo-thanh-pho"))
                        .flatMap(city -> city.children.stream())
                        .filter(base -> "phuong".equals(base.sector))
                        .flatMap(ward -> ward.children.stream())
                        .filter(one -> one.members.size() > 15)
                        .toList();
                life.bring(opened, from, 5, day);
            });
        }
    }

    /** From 455 base organisations on 30 November 2023 to 426 on 19 March 2024. */
    private void winterOf2023() {
        var districts = List.copyOf(founding.districts.keySet());
        for (var i = 0; i < districts.size(); i++) {
            var district = districts.get(i);
            var node = founding.districts.get(district);
            if (node == null || district.isCity()) {
                continue;
            }
            var name = district.name();
            one(
                    LocalDate.of(2023, 12, 15).plusDays(i),
                    node,
                    "Ban Tổ chức – Nội vụ huyện " + name,
                    "Ban Tổ chức Huyện ủy " + name,
                    "Phòng Nội vụ huyện " + name);
            if (i <= 5) {
                one(
                        LocalDate.of(2024, 1, 8).plusDays(2L * i),
                        node,
                        "Ủy ban Kiểm tra – Thanh tra huyện " + name,
                        "Ủy ban Kiểm tra Huyện ủy " + name,
                        "Thanh tra huyện " + name);
            }
            if (i <= 6) {
                var seat = founding.named(
                        "Đảng bộ " + Founding.wordFor(district.communes().get(0).sector()) + " "
                                + district.communes().get(0).name());
                happen.becomeCellOf(
                        LocalDate.of(2024, 2, 19).plusDays(i),
                        founding.named("Chi bộ Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên huyện " + name),
                        seat);
            }
            if (i >= 4) {
                happen.becomeCellOf(
                        LocalDate.of(2024, 3, 1),
                        founding.named("Chi bộ Hạt Kiểm lâm huyện " + name),
                        founding.named("Đảng bộ Chi cục Kiểm lâm"));
            }
        }
        var day = LocalDate.of(2023, 12, 28);
        for (var merger : Map.of(
                        "Công ty cổ phần In Bắc Kạn", "Công ty cổ phần Sách và Thiết bị trường học Bắc Kạn",
                        "Công ty cổ phần Tư vấn xây dựng Bắc Kạn",
                                "Công ty cổ phần Quản lý và xây dựng giao thông Bắc Kạn",
                        "Công ty cổ phần Giống cây trồng Bắc Kạn", "Công ty cổ phần Thương mại Bắc Kạn",
                        "Công ty TNHH Vận tải Đèo Giàng", "Công ty TNHH Chế biến gỗ Khe Mo",
                        "Hội Văn học Nghệ thuật tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            happen.absorb(
                    day, founding.named("Chi bộ " + merger.getKey()), founding.named("Chi bộ " + merger.getValue()));
            day = day.plusDays(11);
        }
        happen.dissolve(
                LocalDate.of(2024, 1, 31),
                founding.named("Chi bộ Công ty cổ phần Vật liệu xây dựng Bắc Kạn"),
                founding.named("Chi bộ Công ty cổ phần Môi trường, Công trình đô thị Bắc Kạn"));
        one(
                LocalDate.of(2024, 3, 4),
                founding.named("Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh"),
                "Bảo tàng – Thư viện tỉnh",
                "Bảo tàng tỉnh",
                "Thư viện tỉnh");
    }

    private void rest2024() {
        happen.rename(
                LocalDate.of(2024, 6, 20), founding.named("Chi bộ Bưu điện tỉnh"), "Chi bộ Bưu điện tỉnh Bắc Kạn");
        for (var i = 0; i < 4; i++) {
            var into = villageCell(cell -> true);
            happen.absorb(LocalDate.of(2024, 5, 6).plusDays(41L * i), sibling(into), into);
        }
        policeOfCommune(LocalDate.of(2024, 8, 1));
    }

    /** Two base cells become one. */
    private void one(LocalDate day, Node above, String name, String first, String second) {
        var a = founding.named("Chi bộ " + first);
        var founded = founding.newBase(above, "Chi bộ " + name, above.place, "chi-bo-co-so", String.valueOf(a.sector));
        happen.consolidate(day, List.of(a, founding.named("Chi bộ " + second)), founded);
    }

    private Node villageCell(Predicate<Node> fit) {
        while (true) {
            var node = dice.of(founding.all);
            if (node.kind.equals("chi-bo")
                    && !node.villages.isEmpty()
                    && !node.reserved
                    && !node.up().reserved
                    && fit.test(node)
                    && node.up().children.stream().filter(this::isFreeVillage).count() > 3) {
                return node;
            }
        }
    }

    private Node sibling(Node cell) {
        while (true) {
            var node = dice.of(cell.up().children);
            if (node != cell && isFreeVillage(node)) {
                return node;
            }
        }
    }

    private boolean isFreeVillage(Node node) {
        return node.kind.equals("chi-bo") && !node.villages.isEmpty() && !node.reserved;
    }
}
