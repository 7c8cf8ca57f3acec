package vn.giaoban.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The paper behind an event. */
public record Decision(
        @Nullable String number,
        @Nullable LocalDate day,
        @Nullable String issuer) {

    public static final Decision NONE = new Decision(null, null, null);
}
