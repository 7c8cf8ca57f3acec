package vn.giaoban.shared;

import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of the house: days in Vietnam, ranges half-open. */
public final class Days {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Stands for "no end yet"; PostgreSQL's driver reads and writes it as {@code infinity}. */
    public static final LocalDate FOREVER = LocalDate.MAX;

    /** Before every day of the registers; written as {@code -infinity}. */
    public static final LocalDate EVER = LocalDate.MIN;

    private Days() {}
}
