package vn.giaoban.organisation.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What an event's form has several of, as it was typed.
 *
 * @param opened new units; lines left empty are left out
 * @param principal which of them stands for a divided unit: its place in the form, from 0
 * @param also codes of further units that are consolidated
 * @param below code of the unit that a unit below goes to, by its own code
 * @param people code of the cell that a person goes to, by register-number
 * @param digest of everything typed: what is applied is what was previewed
 */
public record EventLines(
        List<Opened> opened,
        int principal,
        List<String> also,
        Map<String, String> below,
        Map<String, String> people,
        String digest) {

    /** A new unit as it was typed. @param place of its line in the form */
    public record Opened(int place, String code, String name, String kind) {}

    static final int LINES = 4;
    static final EventLines EMPTY = new EventLines(List.of(), 0, List.of(), Map.of(), Map.of(), "");

    private static final Set<String> NOT_TYPED = Set.of("_csrf", "apply", "previewed");

    static EventLines of(MultiValueMap<String, String> typed) {
        var opened = new ArrayList<Opened>();
        for (var place = 0; place < LINES; place++) {
            var line = new Opened(
                    place, text(typed, "code-" + place), text(typed, "name-" + place), text(typed, "kind-" + place));
            if (!line.code().isEmpty() || !line.name().isEmpty()) {
                opened.add(line);
            }
        }
        var principal = text(typed, "principal");
        return new EventLines(
                opened,
                principal.matches("[0-9]") ? Integer.parseInt(principal) : 0,
                typed.getOrDefault("also", List.of()).stream()
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList(),
                choices(typed, "below-"),
                choices(typed, "person-"),
                digest(typed));
    }

    /** The line of the form at a place, empty if nothing was typed there. */
    public Opened line(int place) {
        return opened.stream().filter(line -> line.place() == place).findFirst().orElse(new Opened(place, "", "", ""));
    }

    @Nullable
    String principalCode() {
        return opened.isEmpty() ? null : line(principal).code();
    }

    private static Map<String, String> choices(MultiValueMap<String, String> typed, String prefix) {
        var choices = new LinkedHashMap<String, String>();
        for (var name : typed.keySet()) {
            if (name.startsWith(prefix) && !text(typed, name).isEmpty()) {
                choices.put(name.substring(prefix.length()), text(typed, name));
            }
        }
        return choices;
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "").strip();
    }

    private static String digest(MultiValueMap<String, String> typed) {
        var all = new TreeMap<String, List<String>>();
        typed.forEach((name, values) -> {
            if (!NOT_TYPED.contains(name) && values.stream().anyMatch(value -> !value.isBlank())) {
                all.put(name, values.stream().map(String::strip).toList());
            }
        });
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
