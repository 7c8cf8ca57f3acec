import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;

/**
 * Which entry recorded what, and when. Entry numbers follow from the month and the register, so that nobody has to ask the database: of
 * each month first the one about units (the 2nd), then one of each register (the 5th) about the people of the month before.
 */
final class NationClock {

    static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    static final int FIRST = (int) FIRST_DAY.toEpochDay();
    static final int MERGE = (int) REFORM.toEpochDay();
    static final int LAST = (int) LocalDate.of(2026, 10, 31).toEpochDay();

    static final int REGISTERS = NationProvinces.ALL.size() + 1;
    private static final int SLOTS = REGISTERS + 1;
    private static final YearMonth BEFORE = YearMonth.from(FIRST_DAY).minusMonths(1);
    static final int MONTHS = month(LAST) + 1;

    private static final int[] MONTH_OF_DAY = new int[LAST - FIRST + 1];

    static {
        for (var day = FIRST; day <= LAST; day++) {
            MONTH_OF_DAY[day - FIRST] = month(day);
        }
    }

    private NationClock() {}

    private static int month(int day) {
        var at = YearMonth.from(LocalDate.ofEpochDay(day));
        return (at.getYear() - BEFORE.getYear()) * 12 + at.getMonthValue() - BEFORE.getMonthValue();
    }

    /** The opening list of a register's people. */
    static long opening(int register) {
        return 1 + register;
    }

    /** What happened to people of a register on a day: told at the beginning of the next month. */
    static long told(int register, int day) {
        return 1L + (MONTH_OF_DAY[day - FIRST] + 1) * SLOTS + register;
    }

    /** What happens to units in a year, or with the reform: told at the beginning of the month. */
    static long units(YearMonth month) {
        return 1L + ((month.getYear() - BEFORE.getYear()) * 12 + month.getMonthValue() - BEFORE.getMonthValue()) * SLOTS;
    }

    static final long FOUNDING = 1;
    static final long REFORMED = units(YearMonth.from(REFORM));

    private static final String[] AT = new String[(MONTHS + 1) * SLOTS + 1];

    static {
        for (var entry = 1; entry < AT.length; entry++) {
            AT[entry] = instant(entry);
        }
    }

    static String at(long entry) {
        return AT[(int) entry];
    }

    private static String instant(long entry) {
        var month = (int) ((entry - 1) / SLOTS);
        var slot = (int) ((entry - 1) % SLOTS);
        LocalDateTime at;
        if (month == 0) {
            at = BEFORE.atDay(slot == 0 ? 20 : 28).atTime(8, 0).plusMinutes(slot);
        } else {
            at = BEFORE.plusMonths(month).atDay(slot == 0 ? 2 : 5).atTime(8, 0).plusMinutes(slot);
        }
        return at + ":00Z";
    }

    static String atOrForever(long entry) {
        return entry == 0 ? "infinity" : at(entry);
    }

    /** All entries: about units, and of each register in each month. */
    static void write(NationRows rows) {
        var all = new StringBuilder("{1");
        for (var register = 2; register <= REGISTERS; register++) {
            all.append(',').append(register);
        }
        all.append('}');
        for (var month = 0; month <= MONTHS; month++) {
            for (var slot = 0; slot < SLOTS; slot++) {
                var entry = 1L + (long) month * SLOTS + slot;
                rows.add(
                        "record.entry (entry_id, at, account, login, what, reason, registers)",
                        entry,
                        at(entry),
                        0,
                        "system",
                        slot == 0 ? "organisation.events" : "import.members",
                        "made up by bench/nation",
                        slot == 0 ? all : "{" + slot + "}");
            }
        }
    }

    static long lastEntry() {
        return (long) (MONTHS + 1) * SLOTS;
    }
}
