package vn.giaoban.membership;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.giaoban.shared.UnitId;

/** What a message is filled with, as words. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Wording() {}

    static String of(Object argument, UnitsNow units) {
        if (argument instanceof LocalDate day) {
            return of(day);
        } else if (argument instanceof UnitId unit) {
            return units.name(unit);
        }
        return argument.toString();
    }

    static String of(LocalDate day) {
        return DAY.format(day);
    }
}
