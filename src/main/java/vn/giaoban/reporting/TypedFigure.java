package vn.giaoban.reporting;

import java.time.Instant;
import java.time.LocalDate;
import vn.giaoban.shared.UnitId;

/**
 * A number that was typed; wherever it is shown, and in every sum that holds it, it wears ✎ and its source.
 *
 * @param from of a stock the same as {@code lastDay}
 * @param estimate "ước"
 */
public record TypedFigure(
        long id,
        UnitId unit,
        String unitName,
        TypedKind kind,
        LocalDate from,
        LocalDate lastDay,
        long value,
        boolean estimate,
        String source,
        String login,
        Instant at) {}
