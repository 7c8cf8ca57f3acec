package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import vn.giaoban.organisation.NewUnit;

/**
 * All rows of one made-up province, in the order in which they were recorded. Equal on every run: the test compares a hash.
 *
 * @param units open on the first day
 * @param members who belong on the first day
 * @param sittings month by month
 */
record Province(
        Spec spec,
        List<NewUnit> units,
        List<MemberRow> members,
        List<Sitting> sittings,
        List<PostRow> posts,
        List<PopulationRow> population,
        Plans2025.Area area) {

    static final String CENTRE = "TW";

    static Province make(Spec spec) {
        var dice = new Dice(spec.seed());
        var names = new Names();
        var founding = new Founding(spec, dice, names);
        var happen = new Reorganisations(spec.register(), founding, dice);
        new Events2020s(founding, happen, dice).plan();
        fill(founding, happen.occasions, dice);
        var units = founding.all.stream().map(Node::row).toList();
        var calendar = new Calendar(dice, spec.small() ? 14 : 100, spec.counted());
        var rows = new Rows(spec, dice);
        var life = new Life(founding, dice, names, calendar, happen.occasions, rows);
        life.open(spec.members() - calendar.netUntilCounted());
        life.live(Calendar.END);
        return new Province(
                spec,
                units,
                rows.opening(),
                rows.sittings(),
                life.posts.rows(),
                population(founding, dice),
                Plans2025.Area.of(founding));
    }

    /** Adds what is missing to the numbers of base organisations and cells that the province is to have on the counted day. */
    private static void fill(Founding founding, List<Occasion> occasions, Dice dice) {
        var spec = founding.spec;
        var counted = occasions.stream()
                .filter(one -> !one.day().isAfter(spec.counted()))
                .toList();
        if (spec.bases() != null) {
            var bases = founding.all.stream().filter(Node::isBase).count()
                    + counted.stream().mapToInt(Occasion::bases).sum();
            for (var missing = enough(spec.bases() - bases, "base organisations"); missing > 0; missing--) {
                cooperative(founding, (int) missing, dice);
            }
        }
        if (spec.cells() != null) {
            var cells = founding.all.stream()
                            .filter(node -> node.kind.equals("chi-bo"))
                            .count()
                    + counted.stream().mapToInt(Occasion::cells).sum();
            var communes = founding.all.stream()
                    .filter(node -> "xa".equals(node.sector) && node.kind.equals("dang-bo-co-so") && !node.reserved)
                    .toList();
            var used = new LinkedHashMap<Node, LinkedHashSet<String>>();
            for (var missing = enough(spec.cells() - cells, "cells"); missing > 0; missing--) {
                var commune = communes.get((int) (missing % communes.size()));
                founding.foundVillageCell(commune, used.computeIfAbsent(commune, Province::villages));
            }
        }
    }

    private static long enough(long missing, String what) {
        if (missing < 0) {
            throw new IllegalStateException("too many " + what + " by " + -missing);
        }
        return missing;
    }

    private static LinkedHashSet<String> villages(Node commune) {
        var villages = new LinkedHashSet<String>();
        for (var cell : commune.children) {
            cell.villages.forEach(village -> villages.add(village.replaceFirst("Thôn ", "")));
        }
        return villages;
    }

    private static void cooperative(Founding founding, int number, Dice dice) {
        var districts = List.copyOf(founding.districts.entrySet());
        var district = districts.get(number % districts.size());
        var communes = district.getKey().communes();
        var commune = communes.get((number / districts.size() * 3 + 1) % communes.size())
                .name();
        var private_ = number % 3 == 0;
        var name = private_ ? "Công ty TNHH Nông lâm sản " + commune : "Hợp tác xã Nông nghiệp " + commune;
        founding.base(
                                district.getValue(),
                                "Chi bộ " + name,
                                district.getKey().name(),
                                "chi-bo-co-so",
                                private_ ? "dn-tu-nhan" : "hop-tac-xa")
                        .about =
                dice.between(4, 9);
    }

    /** Estimates for each 1 January: communes, and of them districts and the province. */
    private static List<PopulationRow> population(Founding founding, Dice dice) {
        Map<String, Integer> shares = new LinkedHashMap<>();
        var rows = new ArrayList<PopulationRow>();
        founding.districts.forEach((district, node) -> {
            var communes = founding.communesOf(node);
            var weights =
                    communes.stream().mapToInt(commune -> 60 + dice.below(80)).toArray();
            var sum = java.util.Arrays.stream(weights).sum();
            for (var i = 0; i < weights.length; i++) {
                shares.put(communes.get(i).code, (int) ((long) district.population() * weights[i] / sum));
            }
        });
        for (var year = founding.spec.firstDay().getYear(); year <= 2025; year++) {
            var day = LocalDate.of(year, 1, 1);
            var total = 0;
            for (var district : founding.districts.values()) {
                var inDistrict = 0;
                for (var commune : founding.communesOf(district)) {
                    var people = shares.getOrDefault(commune.code, 0) * (1000 + 8 * (year - 2020)) / 1000;
                    inDistrict += people;
                    if (year % 4 == 0) {
                        rows.add(new PopulationRow(commune.code, day, people));
                    }
                }
                rows.add(new PopulationRow(district.code, day, inDistrict));
                total += inDistrict;
            }
            rows.add(new PopulationRow(founding.province.code, day, total));
        }
        return rows;
    }
}
