package vn.giaoban.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.figures.Figure;

/**
 * The figures that a unit confirms for a period: the table of movement and what stands at its end. Whole numbers; null where there is no
 * figure.
 */
public record ConfirmedFigures(TreeMap<String, @Nullable Long> values) {

    /** In the order of the page: opening, in, out, closing, and of the closing. */
    public static final List<String> CODES = List.of(
            "opening",
            "all-admissions",
            "restored",
            "transfers-in",
            "with-units-in",
            "transfers-out",
            "with-units-out",
            "annulled",
            "removed",
            "died",
            "closing",
            "members-official",
            "members-probationary",
            "recognitions",
            "base-organisations",
            "cells");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ConfirmedFigures of(List<Figure> figures) {
        var values = new TreeMap<String, @Nullable Long>();
        for (var figure : figures) {
            var value = figure.value();
            values.put(figure.code(), value == null ? null : Long.valueOf(value.longValueExact()));
        }
        return new ConfirmedFigures(values);
    }

    static ConfirmedFigures read(String json) {
        var values = new TreeMap<String, @Nullable Long>();
        JSON.readTree(json)
                .properties()
                .forEach(entry -> values.put(
                        entry.getKey(),
                        entry.getValue().isNull() ? null : entry.getValue().longValue()));
        return new ConfirmedFigures(values);
    }

    public @Nullable Long value(String code) {
        return values.get(code);
    }

    /** Of which there is one way to write it: RFC 8785. */
    String json() {
        return values.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** SHA-256 over {@link #json}. */
    public String digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(json().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Short form for paper: {@code 7F3A-09C1}. */
    public String mark() {
        var first = digest().substring(0, 8).toUpperCase(Locale.ROOT);
        return first.substring(0, 4) + "-" + first.substring(4);
    }

    /** The codes whose values are others there, in the order of the page. */
    public List<String> differences(ConfirmedFigures other) {
        return CODES.stream()
                .filter(code -> !java.util.Objects.equals(value(code), other.value(code)))
                .toList();
    }
}
