package vn.giaoban.figures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Frozen;

/** A freeze as the API says it. */
record FrozenJson(
        long id,
        FiguresJson.UnitJson unit,
        LocalDate from,
        LocalDate until,
        String structure,
        Instant knownAt,
        String by,
        Instant at,
        String digest,
        boolean holds,
        List<ValueJson> figures) {

    record ValueJson(
            String code,
            @Nullable BigDecimal value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String why,

            @Nullable BigDecimal today,
            boolean same,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean definitionChanged) {}

    static FrozenJson of(Frozen frozen) {
        var reading = frozen.reading();
        return new FrozenJson(
                frozen.id().value(),
                FiguresJson.UnitJson.of(frozen.unit()),
                reading.from(),
                reading.until(),
                reading.structure().toString(),
                reading.known(),
                frozen.login(),
                frozen.at(),
                frozen.digest(),
                frozen.holds(),
                frozen.values().stream()
                        .map(value -> new ValueJson(
                                value.code(),
                                value.frozen(),
                                value.why(),
                                value.today() == null ? null : value.today().value(),
                                value.same(),
                                value.definitionChanged()))
                        .toList());
    }
}
