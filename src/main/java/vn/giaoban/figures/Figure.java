package vn.giaoban.figures;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number, or why there is none.
 *
 * @param value whole for counts; hundredths with all their decimals for ratios
 * @param why null if and only if there is a value
 * @param parts if a breakdown was asked for
 */
public record Figure(
        Indicator indicator,
        @Nullable BigDecimal value,
        @Nullable Why why,
        List<Part> parts) {

    /**
     * @param key null where the attribute is not stated
     * @param parts where a second breakdown divides each part of the first: their values add up to this one's
     */
    public record Part(
            @Nullable String key,
            @Nullable BigDecimal value,
            @Nullable Why why,
            List<Part> parts) {

        Part(@Nullable String key, @Nullable BigDecimal value, @Nullable Why why) {
            this(key, value, why, List.of());
        }

        static Part withheld() {
            return new Part(null, null, Why.WITHHELD);
        }
    }

    static Figure of(Indicator indicator, long value) {
        return new Figure(indicator, BigDecimal.valueOf(value), null, List.of());
    }

    static Figure of(Indicator indicator, BigDecimal value) {
        return new Figure(indicator, value, null, List.of());
    }

    static Figure none(Indicator indicator, Why why) {
        return new Figure(indicator, null, why, List.of());
    }

    Figure with(List<Part> more) {
        return new Figure(indicator, value, why, List.copyOf(more));
    }

    public String code() {
        return indicator.code();
    }

    /** 0 where there is none: for the table of movement, which prints a dash. */
    public long orZero() {
        return value == null ? 0 : value.longValue();
    }
}
