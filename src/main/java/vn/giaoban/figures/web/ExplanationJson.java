package vn.giaoban.figures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Explanation;

/** An explanation as the API says it. */
record ExplanationJson(
        FiguresJson.UnitJson unit, String indicator, Side before, Side after, long difference, List<CauseJson> causes) {

    /** @param day at the end of which the value was read */
    record Side(LocalDate day, Instant knownAt, long value) {}

    record CauseJson(
            String kind,
            String what,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String names,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate day,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant recordedAt,

            long change) {}

    static ExplanationJson of(Explanation why) {
        return new ExplanationJson(
                FiguresJson.UnitJson.of(why.unit()),
                why.indicator().code(),
                new Side(why.dayBefore(), why.knownBefore(), why.before()),
                new Side(why.dayAfter(), why.knownAfter(), why.after()),
                why.difference(),
                why.causes().stream()
                        .map(cause -> new CauseJson(
                                cause.kind().name(),
                                cause.what(),
                                cause.names(),
                                cause.day(),
                                cause.at(),
                                cause.change()))
                        .toList());
    }
}
