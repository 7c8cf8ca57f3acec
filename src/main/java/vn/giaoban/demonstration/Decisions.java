package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.giaoban.organisation.Decision;

/** Numbers the decisions of each committee through the year. */
final class Decisions {

    private final Dice dice;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    Decisions(Dice dice) {
        this.dice = dice;
    }

    /** A decision of the committee of {@code above}, some days before it takes effect. */
    Decision by(Node above, LocalDate day) {
        var decided = day.minusDays(3 + dice.below(12));
        return new Decision(number(above, decided), decided, "Ban Thường vụ " + committee(above));
    }

    String number(Node above, LocalDate day) {
        var number = numbers.merge(above.code + day.getYear(), 1 + dice.below(4), Integer::sum);
        return "%d-QĐ/%s".formatted(number, symbol(above));
    }

    private static String symbol(Node above) {
        return switch (above.kind) {
            case "dang-bo-tinh" -> "TU";
            case "dang-bo-huyen" -> "HU";
            case "dang-bo-thanh-pho" -> "ThU";
            case "dang-bo-khoi" -> "ĐUK";
            default -> "ĐU";
        };
    }

    private static String committee(Node above) {
        return switch (above.kind) {
            case "dang-bo-tinh" -> "Tỉnh ủy " + above.place;
            case "dang-bo-huyen" -> "Huyện ủy " + above.place;
            case "dang-bo-thanh-pho" -> "Thành ủy " + above.place;
            default -> above.name.replaceFirst("Đảng bộ", "Đảng ủy");
        };
    }
}
