package vn.giaoban.figures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.giaoban.figures.Answer;
import vn.giaoban.figures.ChildLines;
import vn.giaoban.figures.Figure;
import vn.giaoban.figures.OpenedRows;
import vn.giaoban.figures.Reading;
import vn.giaoban.figures.Subject;
import vn.giaoban.figures.Why;

/** Figures as the API says them ({@code docs/import.md}). */
final class FiguresJson {

    private FiguresJson() {}

    record UnitJson(String code, String name) {
        static UnitJson of(Subject unit) {
            return new UnitJson(unit.code(), unit.name());
        }
    }

    record FigureJson(
            String code,
            String kind,
            @Nullable BigDecimal value,
            String measure,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String why,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PartJson> parts) {

        static FigureJson of(Figure figure) {
            return new FigureJson(
                    figure.code(),
                    figure.indicator().kind().name(),
                    figure.value(),
                    figure.indicator().measure().name().toLowerCase(Locale.ROOT),
                    text(figure.why()),
                    figure.parts().stream().map(PartJson::of).toList());
        }
    }

    private static @Nullable String text(@Nullable Why why) {
        return why == null ? null : why.name();
    }

    /**
     * @param key null where the attribute is not stated
     * @param parts of the second breakdown, if it was asked for
     */
    record PartJson(
            @Nullable String key,
            @Nullable BigDecimal value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String why,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PartJson> parts) {

        static PartJson of(Figure.Part part) {
            return new PartJson(
                    part.key(),
                    part.value(),
                    text(part.why()),
                    part.parts().stream().map(PartJson::of).toList());
        }
    }

    record AnswerJson(
            UnitJson unit,
            LocalDate from,
            LocalDate until,
            String structure,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            String hierarchy,

            Instant knownAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UnitJson standsFor,

            List<FigureJson> figures) {

        static AnswerJson of(Answer answer, @Nullable String hierarchy) {
            var reading = answer.reading();
            var successor = answer.standsFor();
            return new AnswerJson(
                    UnitJson.of(answer.unit()),
                    reading.from(),
                    reading.until(),
                    reading.structure().toString(),
                    hierarchy,
                    reading.known(),
                    successor == null ? null : UnitJson.of(successor),
                    answer.figures().stream().map(FigureJson::of).toList());
        }
    }

    record DaysJson(LocalDate from, LocalDate until) {}

    /** @param days on which the unit stood here; absent where the tree of one day is read */
    record LineJson(
            UnitJson unit,
            boolean own,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DaysJson> days,
            List<FigureJson> figures) {

        static LineJson of(ChildLines.Line line) {
            return new LineJson(
                    UnitJson.of(line.unit()),
                    line.own(),
                    line.days().stream()
                            .map(days -> new DaysJson(days.from(), days.until()))
                            .toList(),
                    line.figures().stream().map(FigureJson::of).toList());
        }
    }

    record ChildrenJson(
            UnitJson unit,
            LocalDate from,
            LocalDate until,
            String structure,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            String hierarchy,

            Instant knownAt,
            List<LineJson> children) {

        static ChildrenJson of(ChildLines lines, @Nullable String hierarchy) {
            Reading reading = lines.reading();
            return new ChildrenJson(
                    UnitJson.of(lines.unit()),
                    reading.from(),
                    reading.until(),
                    reading.structure().toString(),
                    hierarchy,
                    reading.known(),
                    lines.lines().stream().map(LineJson::of).toList());
        }
    }

    record RowJson(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String code,

            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate day,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String flow) {}

    /** @param shown false: the reader may see the number and no more */
    record RowsJson(
            UnitJson unit,
            LocalDate from,
            LocalDate until,
            String structure,
            Instant knownAt,
            String indicator,
            long total,
            boolean shown,
            int page,
            int pages,
            int hidden,
            List<RowJson> rows) {

        static RowsJson of(OpenedRows opened) {
            var reading = opened.reading();
            return new RowsJson(
                    UnitJson.of(opened.unit()),
                    reading.from(),
                    reading.until(),
                    reading.structure().toString(),
                    reading.known(),
                    opened.indicator().code(),
                    opened.total(),
                    opened.shown(),
                    opened.page(),
                    opened.pages(),
                    opened.hidden(),
                    opened.rows().stream()
                            .map(row -> new RowJson(row.code(), row.name(), row.detail(), row.day(), row.flow()))
                            .toList());
        }
    }
}
