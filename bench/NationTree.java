import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All units of the nation, in arrays: 300,000 of them are 15 MB. Numbers of units are their keys in the database. What is founded here are
 * the Centre (1), the provinces (2 to 64, as their registers), districts, communes, other base organisations, cells; in nine years some
 * cells are founded and some absorbed; on 1 July 2025 provinces merge, districts end, communes consolidate.
 */
final class NationTree {

    static final int CENTRE = 1;
    static final int OPENED = (int) LocalDate.of(1976, 1, 1).toEpochDay();
    static final int PARTY_FOUNDED = (int) LocalDate.of(1930, 2, 3).toEpochDay();

    enum Kind {
        CENTRE("centre", null),
        PROVINCE("dang-bo-tinh", null),
        DISTRICT("dang-bo-huyen", null),
        ABOVE("dang-bo-cap-tren-co-so", null),
        NEW_COMMUNE("dang-bo-xa", "xa"),
        COMMUNE("dang-bo-co-so", "xa"),
        BASE("dang-bo-co-so", "su-nghiep-cong-lap"),
        BASE_CELL("chi-bo-co-so", "co-quan-nha-nuoc"),
        CELL("chi-bo", null);

        final String code;
        final String sector;

        Kind(String code, String sector) {
            this.code = code;
            this.sector = sector;
        }

        boolean holdsMembers() {
            return this == CELL || this == BASE_CELL;
        }
    }

    final Kind[] kind;
    final short[] register;
    final int[] parent;
    /** Where it stands from the reform on, if an event says so. */
    final int[] movedTo;
    final int[] open;
    final int[] close;
    final int[] successor;
    final int[] position;
    int units;

    /** By register: its cells and base cells. */
    final int[][] cells = new int[NationClock.REGISTERS + 1][];

    private final SplittableRandom random;

    NationTree(long seed, double percent) {
        random = new SplittableRandom(seed);
        var wanted = (int) (300_000 * percent / 100);
        var room = wanted + 63 * 80;
        kind = new Kind[room];
        register = new short[room];
        parent = new int[room];
        movedTo = new int[room];
        open = new int[room];
        close = new int[room];
        successor = new int[room];
        position = new int[room];
        unit(Kind.CENTRE, 1, 0, PARTY_FOUNDED, 1);
        for (var n = 0; n < NationProvinces.ALL.size(); n++) {
            unit(Kind.PROVINCE, n + 2, CENTRE, PARTY_FOUNDED, n + 1);
        }
        for (var n = 0; n < NationProvinces.ALL.size(); n++) {
            var into = register(NationProvinces.ALL.get(n).into());
            if (into != n + 2) {
                end(n + 2, NationClock.MERGE, into);
            }
        }
        for (var n = 0; n < NationProvinces.ALL.size(); n++) {
            province(n + 2, (int) ((long) wanted * NationProvinces.ALL.get(n).weight() / NationProvinces.WEIGHTS));
        }
    }

    static int register(String code) {
        for (var n = 0; n < NationProvinces.ALL.size(); n++) {
            if (NationProvinces.ALL.get(n).code().equals(code)) {
                return n + 2;
            }
        }
        throw new IllegalArgumentException(code);
    }

    private int unit(Kind of, int in, int under, int from, int at) {
        var id = ++units;
        kind[id] = of;
        register[id] = (short) in;
        parent[id] = under;
        open[id] = from;
        close[id] = NationRows.FOREVER;
        position[id] = at;
        return id;
    }

    private void end(int unit, int day, int into) {
        close[unit] = day;
        successor[unit] = into;
    }

    private void province(int in, int wanted) {
        var first = units;
        var goesOn = register(NationProvinces.ALL.get(in - 2).into());
        var districts = new int[Math.max(2, wanted / 430)];
        for (var n = 0; n < districts.length; n++) {
            districts[n] = unit(Kind.DISTRICT, in, in, OPENED, n + 1);
            end(districts[n], NationClock.MERGE, in); // dissolved: the one it stood under, which may end the same day
        }
        var homes = new ArrayList<Integer>();
        var communes = Math.max(2 * districts.length, wanted / 30);
        var perCommune = 3;
        int founded = 0;
        for (var n = 0; n < communes; n++) {
            if (n % perCommune == 0) {
                founded = unit(Kind.NEW_COMMUNE, in, goesOn, NationClock.MERGE, n / perCommune + 1);
            }
            var commune = unit(Kind.COMMUNE, in, districts[(int) ((long) n * districts.length / communes)], OPENED, n + 1);
            end(commune, NationClock.MERGE, founded);
            homes.add(commune);
            homes.add(commune);
        }
        var others = wanted / 8;
        for (var n = 0; n < others; n++) {
            var district = (int) ((long) n * districts.length / others);
            var base = unit(n % 2 == 0 ? Kind.BASE : Kind.BASE_CELL, in, districts[district], OPENED, 1_000 + n);
            // to the new commune of one of the old communes in the same part of the province
            movedTo[base] = successor[homes.get((int) (2L * n * communes / others))];
            if (n % 2 == 0) {
                homes.add(base);
            }
        }
        for (var n = 0; n < 2; n++) {
            var above = unit(Kind.ABOVE, in, in, OPENED, 500 + n);
            for (var m = 0; m < Math.max(1, wanted / 2_000); m++) {
                homes.add(unit(Kind.BASE, in, above, OPENED, m + 1));
            }
        }
        var left = Math.max(homes.size(), wanted - (units - first));
        for (var n = 0; n < left; n++) {
            var home = homes.get(n < homes.size() ? n : random.nextInt(homes.size()));
            var late = n >= homes.size() && random.nextInt(100) < 4;
            unit(Kind.CELL, in, home, late ? day(2016, 2024) : OPENED, n + 1);
        }
        absorb(first);
        cells[in] = java.util.stream.IntStream.rangeClosed(first + 1, units)
                .filter(unit -> kind[unit].holdsMembers())
                .toArray();
    }

    private int day(int fromYear, int untilYear) {
        // the 10th to the end of the year: events of a year are told on the 2nd of January
        var year = fromYear + random.nextInt(untilYear - fromYear + 1);
        return (int) LocalDate.of(year, 1, 10).toEpochDay() + random.nextInt(350);
    }

    /** One in 25 cells goes into a sister that stays. */
    private void absorb(int after) {
        var sister = new int[units + 1];
        for (var unit = after + 1; unit <= units; unit++) {
            if (kind[unit] == Kind.CELL && open[unit] == OPENED) {
                var home = parent[unit];
                if (sister[home] == 0) {
                    sister[home] = unit;
                } else if (random.nextInt(100) < 4) {
                    end(unit, day(2017, 2024), sister[home]);
                }
            }
        }
    }

    // --- read

    boolean isOpen(int unit, int day) {
        return open[unit] <= day && day < close[unit];
    }

    int standsFor(int unit, int day) {
        var at = unit;
        while (close[at] <= day) {
            at = successor[at];
        }
        return at;
    }

    String code(int unit) {
        return unit == CENTRE ? "TW" : unit <= NationClock.REGISTERS ? NationProvinces.ALL.get(unit - 2).code() : "U" + unit;
    }

    String name(int unit) {
        return switch (kind[unit]) {
            case CENTRE -> "Trung ương";
            case PROVINCE -> "Đảng bộ tỉnh " + NationProvinces.ALL.get(unit - 2).name();
            case DISTRICT -> "Đảng bộ huyện " + place(unit);
            case ABOVE -> position[unit] == 500 ? "Đảng bộ Công an tỉnh" : "Đảng bộ Quân sự tỉnh";
            case NEW_COMMUNE, COMMUNE -> "Đảng bộ xã " + place(unit);
            case BASE -> "Đảng bộ Trường " + place(unit);
            case BASE_CELL -> "Chi bộ cơ quan " + place(unit);
            case CELL -> "Chi bộ thôn " + place(unit);
        };
    }

    String committee(int unit) {
        return switch (kind[unit]) {
            case CENTRE -> "Ban Chấp hành Trung ương";
            case PROVINCE -> "Tỉnh ủy " + place(unit);
            case DISTRICT -> "Huyện ủy " + place(unit);
            case BASE_CELL, CELL -> name(unit);
            default -> "Đảng ủy " + name(unit).substring("Đảng bộ ".length());
        };
    }

    String symbol(int unit) {
        return switch (kind[unit]) {
            case CENTRE -> "TW";
            case PROVINCE -> "TU";
            case DISTRICT -> "HU";
            case BASE_CELL, CELL -> "CB";
            default -> "ĐU";
        };
    }

    private static final List<String> FIRST = Arrays.asList(
            "An Bình Cẩm Châu Đại Đồng Hòa Hưng Kim Lộc Minh Mỹ Nam Phú Quang Sơn Tân Thanh Thuận Tiên Trung Vĩnh Xuân Yên".split(" "));
    private static final List<String> SECOND = Arrays.asList(
            "An Bắc Dương Đông Giang Hà Hải Hiệp Khê Lâm Long Lương Ninh Phong Phúc Quý Sơn Tây Thành Thắng Thịnh Thủy Tiến Trạch".split(" "));

    String place(int unit) {
        if (unit <= NationClock.REGISTERS) {
            return unit == CENTRE ? "Hà Nội" : NationProvinces.ALL.get(unit - 2).name();
        }
        var mixed = (unit * 0x9E3779B1) >>> 8;
        return FIRST.get(mixed % FIRST.size()) + " " + SECOND.get(mixed / 64 % SECOND.size()) + (mixed % 3 == 0 ? " " + (1 + mixed % 12) : "");
    }
}
