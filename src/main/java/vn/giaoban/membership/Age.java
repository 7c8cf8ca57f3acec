package vn.giaoban.membership;

import java.time.LocalDate;
import java.time.Period;

/** Completed years. Who was born on 29 February completes a year on 1 March. Source: counting, section 2. */
public final class Age {

    private Age() {}

    public static int on(LocalDate day, LocalDate since) {
        return Period.between(since, day).getYears();
    }
}
