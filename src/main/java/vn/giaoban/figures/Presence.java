package vn.giaoban.figures;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.ChildLines.Days;

/** On which days there can be a figure, and why not on others (counting.md 4). */
interface Presence {

    /** Null if there is a figure of that day. */
    @Nullable
    Why missingOn(LocalDate day);

    /** Null if there is a figure of a period; its opening day counts, since who was there then may leave on the first. */
    @Nullable
    Why missingDuring(LocalDate openingDay, LocalDate lastDay);

    Presence ALWAYS = new Presence() {
        @Override
        public @Nullable Why missingOn(LocalDate day) {
            return null;
        }

        @Override
        public @Nullable Why missingDuring(LocalDate openingDay, LocalDate lastDay) {
            return null;
        }
    };

    static Presence never(Why why) {
        return new Presence() {
            @Override
            public Why missingOn(LocalDate day) {
                return why;
            }

            @Override
            public Why missingDuring(LocalDate openingDay, LocalDate lastDay) {
                return why;
            }
        };
    }

    /** Of a unit as a whole: as it was, on the days it was open; else if it is open on the day whose tree is read. */
    static Presence of(Subject unit, Reading reading) {
        var on = reading.on();
        if (reading.former()) {
            return ALWAYS;
        }
        if (on != null) {
            return unit.isOpen(on) ? ALWAYS : never(unit.absence(on));
        }
        return during(List.of(new Days(unit.opened(), unit.closed())));
    }

    /** Of a line: on the days it stood where it is counted. */
    static Presence during(List<Days> days) {
        var ordered = days.stream().sorted(Comparator.comparing(Days::from)).toList();
        return new Presence() {
            @Override
            public @Nullable Why missingOn(LocalDate day) {
                return missingDuring(day, day);
            }

            @Override
            public @Nullable Why missingDuring(LocalDate openingDay, LocalDate lastDay) {
                if (ordered.stream()
                        .anyMatch(stay ->
                                !stay.from().isAfter(lastDay) && stay.until().isAfter(openingDay))) {
                    return null;
                }
                return ordered.isEmpty() || ordered.get(0).from().isAfter(lastDay) ? Why.NOT_YET : Why.ENDED;
            }
        };
    }
}
