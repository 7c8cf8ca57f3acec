package vn.giaoban.reporting.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.reporting.TypedFigures.NewTyped;

/** A number as it was typed, also with the dots of thousands. */
public record TypedForm(
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate lastDay,
        @Nullable String value,
        @Nullable Boolean estimate,
        @Nullable String source) {

    static final TypedForm EMPTY = new TypedForm(null, null, null, null, null, null);

    NewTyped toNewTyped() {
        return new NewTyped(kind, from, lastDay, number(), Boolean.TRUE.equals(estimate), source);
    }

    private @Nullable Long number() {
        var digits = value == null ? "" : value.strip().replaceAll("[.\\u00a0 ]", "");
        return digits.matches("\\d{1,11}") ? Long.valueOf(digits) : null;
    }
}
