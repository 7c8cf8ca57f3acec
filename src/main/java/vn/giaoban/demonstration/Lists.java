package vn.giaoban.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of lists: {@code [title]}, then lines; {@code #} begins a remark. */
record Lists(Map<String, List<String>> byTitle) {

    static Lists read(String file) {
        var lists = new LinkedHashMap<String, List<String>>();
        var current = lists.computeIfAbsent("", title -> new ArrayList<>());
        for (var line : text(file).split("\n")) {
            if (line.startsWith("[")) {
                current = lists.computeIfAbsent(line.substring(1, line.indexOf(']')), title -> new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(line.strip());
            }
        }
        return new Lists(lists);
    }

    List<String> lines(String title) {
        var lines = byTitle.get(title);
        if (lines == null) {
            throw new IllegalArgumentException("no list [" + title + "]");
        }
        return lines;
    }

    boolean has(String title) {
        return byTitle.containsKey(title);
    }

    /** The words of the one-line list, divided by spaces. */
    List<String> words(String title) {
        return List.of(lines(title).get(0).split(" "));
    }

    /** The parts of the one-line list, divided by bars. */
    List<String> parts(String title) {
        return List.of(lines(title).get(0).split("\\|"));
    }

    private static String text(String file) {
        try (var stream = Lists.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException(file + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
