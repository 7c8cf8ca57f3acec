package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/** Makes persons fit for the cell they belong to. */
final class People {

    /** No province has this code: the assigned ones end at 096. */
    static final String UNASSIGNED = "099";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");
    private static final int[] VILLAGE_AGES = {12, 20, 18, 18, 18, 10, 4};
    private static final int[] WORKING_AGES = {17, 41, 29, 13};

    private final Spec spec;
    private final Names names;
    private final Dice dice;
    private int made;

    People(Spec spec, Names names, Dice dice) {
        this.spec = spec;
        this.names = names;
        this.dice = dice;
    }

    /** A person and the row of facts that goes with him. */
    record Made(Person person, MemberRow row) {}

    /** Belongs at the opening. */
    Made atOpening(Node cell) {
        var first = spec.firstDay();
        var age = ageIn(cell);
        var birth = birth(first, age);
        var since = birth.plusDays(365L * 19 + dice.below(365 * Math.min(21, Math.max(1, age - 19))));
        if (age < 42 && dice.permille(58)) {
            since = dice.day(first.minusYears(1), first.minusDays(5));
        } else if (!since.isBefore(first.minusYears(1))) {
            since = first.minusYears(1).minusDays(20 + dice.below(700));
        }
        var person = person(cell, birth, since);
        var officialDay = since.plusYears(1);
        person.official = officialDay.isBefore(first) ? officialDay : null;
        person.exempt = age >= 74 && dice.permille(420) ? dice.day(first.minusYears(6), first.minusDays(1)) : null;
        return new Made(person, row(person, cell, true));
    }

    /** Joins by admission on that day. */
    Made admitted(Node cell, LocalDate ceremony) {
        var person = person(cell, birth(ceremony, 20 + dice.weighted(30, 35, 20, 10, 5) * 5 + dice.below(5)), ceremony);
        return new Made(person, row(person, cell, false));
    }

    /** Comes from outside, a member for some years. */
    Made fromOutside(Node cell, LocalDate day) {
        var age = 24 + dice.weighted(35, 35, 20, 10) * 9 + dice.below(9);
        var since = day.minusDays(400 + dice.below(365 * Math.max(1, age - 22)));
        var person = person(cell, birth(day, age), since);
        person.official = since.plusYears(1);
        person.last = day.minusDays(1);
        return new Made(person, row(person, cell, false));
    }

    private Person person(Node cell, LocalDate birth, LocalDate ceremony) {
        made++;
        var sex = dice.permille(womenPermille(cell)) ? 'F' : 'M';
        var ethnicity = cell.ethnicities.one(dice);
        var person = new Person(
                spec.code() + padded(made),
                names.person(dice, ethnicity, sex),
                sex,
                birth,
                ceremony.minusDays(4 + dice.below(22)),
                ceremony);
        person.ethnicity = ethnicity;
        person.number = made;
        return person;
    }

    private MemberRow row(Person person, Node cell, boolean opening) {
        var schooling = schooling(person, cell);
        return new MemberRow(
                person.ref,
                person.name,
                written(person.birth),
                person.sex,
                person.ethnicity,
                religion(person.ethnicity),
                schooling.equals("12/12") ? degree(cell) : schooling,
                theory(cell),
                occupation(person, cell),
                dice.permille(978) ? citizen(person) : null,
                person.isOfficial() ? spec.prefix() + padded(person.number) : null,
                dice.permille(992) ? padded(person.number) + " " + spec.code() : null,
                opening ? cell.code : null,
                opening || person.isOfficial() ? person.decided : null,
                opening || person.isOfficial() ? person.ceremony : null,
                person.official,
                person.exempt);
    }

    /** Old papers sometimes give the month or the year alone. */
    private String written(LocalDate birth) {
        if (birth.getYear() < 1965 && dice.permille(60)) {
            return Integer.toString(birth.getYear());
        } else if (birth.getYear() < 1965 && dice.permille(30)) {
            return birth.format(MONTH);
        }
        return birth.format(DAY);
    }

    private String citizen(Person person) {
        var century = (person.birth.getYear() - 1900) / 100 * 2 + (person.sex == 'F' ? 1 : 0);
        var serial = spec.citizens() + (int) (person.number * 7919L % 500_000);
        var year = person.birth.getYear() % 100;
        return UNASSIGNED + century + (year < 10 ? "0" : "") + year + padded(serial);
    }

    /** Six digits; quicker than a format, and there are a hundred thousand of them. */
    static String padded(int number) {
        return Integer.toString(1_000_000 + number).substring(1);
    }

    private int ageIn(Node cell) {
        if (livesInVillage(cell)) {
            var decade = dice.weighted(VILLAGE_AGES);
            return decade == 0 ? 21 + dice.below(9) : 20 + decade * 10 + dice.below(10);
        }
        var decade = dice.weighted(WORKING_AGES);
        return decade == 0 ? 23 + dice.below(7) : 20 + decade * 10 + dice.below(10);
    }

    private LocalDate birth(LocalDate on, int age) {
        return on.minusYears(age).minusDays(1 + dice.below(364));
    }

    static boolean livesInVillage(Node cell) {
        return !cell.villages.isEmpty();
    }

    private static int womenPermille(Node cell) {
        var sector = Objects.requireNonNullElse(cell.sector, "");
        if (cell.name.contains("Trường Mầm non")) {
            return 970;
        } else if (cell.name.contains("Trường")) {
            return 660;
        }
        return switch (sector) {
            case "cong-an" -> 130;
            case "quan-doi" -> 60;
            case "su-nghiep-cong-lap" -> 560;
            case "xa", "thi-tran" -> 310;
            default -> 410;
        };
    }

    private String religion(String ethnicity) {
        return switch (ethnicity) {
            case "Mông" -> dice.permille(60) ? "Tin Lành" : "Không";
            case "Kinh" -> dice.permille(12) ? (dice.permille(500) ? "Công giáo" : "Phật giáo") : "Không";
            case "Dao" -> dice.permille(15) ? "Tin Lành" : "Không";
            default -> "Không";
        };
    }

    private String schooling(Person person, Node cell) {
        if (!livesInVillage(cell)) {
            return "12/12";
        } else if (person.birth.getYear() < 1960) {
            return dice.of(List.of("Tiểu học", "7/10", "7/10", "10/10", "10/10"));
        }
        return dice.of(List.of("9/12", "9/12", "12/12", "12/12", "12/12"));
    }

    private String degree(Node cell) {
        var villager = livesInVillage(cell);
        return switch (villager
                ? dice.weighted(520, 190, 130, 60, 95, 5, 0)
                : dice.weighted(10, 25, 110, 90, 670, 90, 5)) {
            case 1 -> "Sơ cấp";
            case 2 -> "Trung cấp";
            case 3 -> "Cao đẳng";
            case 4 -> "Đại học";
            case 5 -> "Thạc sĩ";
            case 6 -> "Tiến sĩ";
            default -> "12/12";
        };
    }

    private String theory(Node cell) {
        return switch (livesInVillage(cell)
                ? dice.weighted(560, 330, 100, 10, 0)
                : dice.weighted(160, 290, 420, 120, 10)) {
            case 1 -> "Sơ cấp";
            case 2 -> "Trung cấp";
            case 3 -> "Cao cấp";
            case 4 -> "Cử nhân";
            default -> "Chưa qua đào tạo";
        };
    }

    private String occupation(Person person, Node cell) {
        if (person.age(spec.firstDay()) >= 61 && !(livesInVillage(cell) && dice.permille(450))) {
            return "Hưu trí";
        } else if (livesInVillage(cell)) {
            return dice.of(List.of("Nông dân", "Nông dân", "Nông dân", "Nông dân", "Buôn bán nhỏ", "Lao động tự do"));
        } else if (cell.name.contains("Trường")) {
            return "Giáo viên";
        }
        return switch (Objects.requireNonNullElse(cell.sector, "")) {
            case "xa", "phuong", "thi-tran" -> cell.name.contains("Y tế") ? "Nhân viên y tế" : "Cán bộ, công chức xã";
            case "cong-an" -> "Công an";
            case "quan-doi" -> "Quân nhân";
            case "su-nghiep-cong-lap" -> "Viên chức";
            case "dn-nha-nuoc", "dn-co-phan", "dn-tu-nhan", "dn-von-nuoc-ngoai" -> "Công nhân, nhân viên doanh nghiệp";
            case "hop-tac-xa" -> "Xã viên hợp tác xã";
            default -> "Cán bộ, công chức";
        };
    }
}
