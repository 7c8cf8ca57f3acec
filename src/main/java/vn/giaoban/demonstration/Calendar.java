package vn.giaoban.demonstration;

import static vn.giaoban.demonstration.MovementRow.Kind.ADMISSION;
import static vn.giaoban.demonstration.MovementRow.Kind.ANNULLED;
import static vn.giaoban.demonstration.MovementRow.Kind.DIED;
import static vn.giaoban.demonstration.MovementRow.Kind.EXEMPTED;
import static vn.giaoban.demonstration.MovementRow.Kind.EXPELLED;
import static vn.giaoban.demonstration.MovementRow.Kind.READMISSION;
import static vn.giaoban.demonstration.MovementRow.Kind.RESIGNED;
import static vn.giaoban.demonstration.MovementRow.Kind.RESTORED;
import static vn.giaoban.demonstration.MovementRow.Kind.STRUCK_OFF;
import static vn.giaoban.demonstration.MovementRow.Kind.TRANSFER_IN;
import static vn.giaoban.demonstration.MovementRow.Kind.TRANSFER_OUT;
import static vn.giaoban.demonstration.MovementRow.Kind.TRANSFER_WITHIN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of each kind happens in which stretch of days, in a province of the size of Bắc Kạn, and on which days. */
final class Calendar {

    static final LocalDate END = LocalDate.of(2025, 1, 1);

    private static final List<MovementRow.Kind> COLUMNS = List.of(
            ADMISSION,
            READMISSION,
            RESTORED,
            ANNULLED,
            TRANSFER_IN,
            TRANSFER_OUT,
            TRANSFER_WITHIN,
            STRUCK_OFF,
            RESIGNED,
            EXPELLED,
            DIED,
            EXEMPTED);

    private record Stretch(LocalDate from, int... amounts) {}

    /** Believable sizes: about 1,000 to 1,400 admissions a year; some 0.8 % die; 0.2 % are put out. */
    private static final List<Stretch> STRETCHES = List.of(
            new Stretch(LocalDate.of(2020, 1, 1), 1120, 0, 0, 2, 236, 402, 1380, 58, 14, 15, 271, 190),
            new Stretch(LocalDate.of(2021, 1, 1), 1085, 0, 2, 2, 198, 366, 1190, 52, 17, 13, 283, 185),
            new Stretch(LocalDate.of(2022, 1, 1), 1240, 0, 1, 3, 241, 421, 1460, 49, 21, 14, 297, 204),
            new Stretch(LocalDate.of(2023, 1, 1), 1105, 3, 1, 2, 219, 377, 1370, 44, 19, 11, 262, 180),
            new Stretch(LocalDate.of(2023, 12, 1), 596, 2, 1, 1, 84, 96, 410, 14, 6, 4, 88, 60),
            new Stretch(LocalDate.of(2024, 3, 20), 905, 3, 1, 2, 207, 305, 1130, 37, 16, 10, 226, 150));

    /** Days on which ceremonies are held by preference: 3/2, 19/5, 2/9, 7/11, and the days of the army and the teachers. */
    private static final List<int[]> CEREMONIES =
            List.of(new int[] {2, 3}, new int[] {5, 19}, new int[] {9, 2}, new int[] {11, 7}, new int[] {12, 22});

    private final Map<LocalDate, List<MovementRow.Kind>> byDay = new TreeMap<>();
    private int netUntilCounted;

    /** @param percent the size of the province against that of Bắc Kạn */
    Calendar(Dice dice, int percent, LocalDate counted) {
        for (var i = 0; i < STRETCHES.size(); i++) {
            var stretch = STRETCHES.get(i);
            var until = i + 1 < STRETCHES.size() ? STRETCHES.get(i + 1).from() : END;
            for (var column = 0; column < COLUMNS.size(); column++) {
                var kind = COLUMNS.get(column);
                var amount = (stretch.amounts()[column] * percent + 50) / 100;
                for (var n = 0; n < amount; n++) {
                    var day = kind == ADMISSION && dice.permille(600)
                            ? ceremony(dice, stretch.from(), until)
                            : dice.day(stretch.from(), until);
                    byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(kind);
                    if (!day.isAfter(counted)) {
                        netUntilCounted += kind.enters() ? 1 : kind.leaves() ? -1 : 0;
                    }
                }
            }
        }
        byDay.values().forEach(kinds -> kinds.sort(Comparator.naturalOrder()));
    }

    /** By how many members there are more at the end of the counted day than at the opening. */
    int netUntilCounted() {
        return netUntilCounted;
    }

    List<MovementRow.Kind> on(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }

    private static LocalDate ceremony(Dice dice, LocalDate from, LocalDate until) {
        for (var tries = 0; tries < 20; tries++) {
            var feast = dice.of(CEREMONIES);
            var year = from.getYear() + (until.getYear() > from.getYear() ? dice.below(2) : 0);
            var day = LocalDate.of(year, feast[0], feast[1]).minusDays(dice.below(9));
            if (!day.isBefore(from) && day.isBefore(until)) {
                return day;
            }
        }
        return dice.day(from, until);
    }
}
