package vn.giaoban.organisation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The name of a unit's committee, its symbol and the place of its date line. The organisation is one thing (Đảng bộ tỉnh), its committee
 * another (Tỉnh ủy); where nobody said what the committee is called, it is made of the kind's habit.
 */
record Naming(String committeeName, String symbol, String place) {

    private record Habit(String organisation, String committee, String symbol) {}

    private static final Map<String, Habit> HABITS = Map.ofEntries(
            Map.entry("centre", new Habit("Đảng Cộng sản Việt Nam", "Ban Chấp hành Trung ương", "TW")),
            Map.entry("dang-bo-tinh", new Habit("Đảng bộ tỉnh", "Tỉnh ủy", "TU")),
            Map.entry("dang-bo-huyen", new Habit("Đảng bộ huyện", "Huyện ủy", "HU")),
            Map.entry("dang-bo-thanh-pho", new Habit("Đảng bộ thành phố", "Thành ủy", "TU")),
            Map.entry("dang-bo-khoi", new Habit("Đảng bộ", "Đảng ủy", "ĐUK")),
            Map.entry("chi-bo", new Habit("Chi bộ", "Chi bộ", "CB")),
            Map.entry("chi-bo-co-so", new Habit("Chi bộ", "Chi bộ", "CB")),
            Map.entry("dang-doan", new Habit("Đảng đoàn", "Đảng đoàn", "ĐĐ")),
            Map.entry("ban-can-su", new Habit("Ban cán sự đảng", "Ban cán sự đảng", "BCSĐ")));

    private static final Habit COMMITTEE = new Habit("Đảng bộ", "Đảng ủy", "ĐU");

    static Naming of(Kind kind, NewUnit unit) {
        var habit = HABITS.getOrDefault(kind.code(), COMMITTEE);
        var own = unit.name().startsWith(habit.organisation() + " ")
                ? unit.name().substring(habit.organisation().length() + 1)
                : unit.name();
        return new Naming(
                or(unit.committeeName(), own.equals(unit.name()) ? unit.name() : habit.committee() + " " + own),
                or(unit.symbol(), habit.symbol()),
                or(unit.place(), own));
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }
}
