package vn.giaoban.reporting;

import org.jspecify.annotations.Nullable;

/**
 * What may be typed.
 *
 * @param measure in what it is counted, in Vietnamese: lượt are turns, not people
 * @param flow of a period; else of the end of a day
 * @param counted code of the indicator that yields it where there are records; null where none does
 */
public record TypedKind(
        String code,
        String name,
        String nameEn,
        String measure,
        boolean flow,
        @Nullable String counted,
        String source) {}
