package vn.giaoban.organisation.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * @param lines how many lines for new units the form has, one more if another was asked for; at most {@link #MOST}
 * @param principal which of them stands for a divided unit: its place in the form, from 0
 * @param also codes of further units to which the same happens
 * @param into where units are consolidated to, by their codes: {@code #0} is the first new unit
 * @param below where units below go, by their codes: a code, or {@code #0} for the first new unit
 * @param people the same for persons, by register-number
 * @param digest of everything typed: what is applied is what was previewed
 */
public record EventLines(
        List<Opened> opened,
        int lines,
        int principal,
        List<String> also,
        Map<String, String> into,
        Map<String, String> below,
        Map<String, String> people,
        String digest) {

    /** A new unit as it was typed. @param place of its line in the form */
    public record Opened(int place, String code, String name, String kind) {}

    /** More new units than any decision founded; a form of this length can still be read through. */
    public static final int MOST = 40;

    static final EventLines EMPTY = new EventLines(List.of(), 0, 0, List.of(), Map.of(), Map.of(), Map.of(), "");

    /** How the form names a new unit before it has a code. */
    private static final String NEW = "#";

    private static final Set<String> NOT_TYPED = Set.of("_csrf", "apply", "previewed", "again", "lines");

    static EventLines of(MultiValueMap<String, String> typed) {
        var opened = new ArrayList<Opened>();
        for (var place = 0; place < MOST; place++) {
            var line = new Opened(
                    place, text(typed, "code-" + place), text(typed, "name-" + place), text(typed, "kind-" + place));
            if (!line.code().isEmpty() || !line.name().isEmpty()) {
                opened.add(line);
            }
        }
        var into = choices(typed, "into-");
        var also = new LinkedHashSet<>(typed.getOrDefault("also", List.of()).stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList());
        also.addAll(into.keySet());
        var last = opened.isEmpty() ? 0 : opened.get(opened.size() - 1).place() + 1;
        var another = text(typed, "again").equals("line") ? 1 : 0;
        return new EventLines(
                opened,
                Math.min(MOST, Math.max(last, number(text(typed, "lines"))) + another),
                number(text(typed, "principal")),
                List.copyOf(also),
                into,
                choices(typed, "below-"),
                choices(typed, "person-"),
                digest(typed));
    }

    /** The line of the form at a place, empty if nothing was typed there. */
    public Opened line(int place) {
        return opened.stream().filter(line -> line.place() == place).findFirst().orElse(new Opened(place, "", "", ""));
    }

    /** How a choice names the new unit of a line. */
    static String named(int place) {
        return NEW + place;
    }

    /** The line in which a unit is consolidated; the first where none was chosen. */
    int lineOf(String unit) {
        var chosen = into.getOrDefault(unit, "");
        return chosen.startsWith(NEW)
                ? number(chosen.substring(1))
                : opened.isEmpty() ? 0 : opened.get(0).place();
    }

    /** The code that a choice means: that of a new unit as it is typed now, or of one that there is. */
    String code(String chosen) {
        return chosen.startsWith(NEW) ? line(number(chosen.substring(1))).code() : chosen;
    }

    boolean opens(String code) {
        return opened.stream().anyMatch(line -> line.code().equals(code));
    }

    @Nullable
    String principalCode() {
        return opened.isEmpty() ? null : line(principal).code();
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,3}") ? Math.min(Integer.parseInt(typed), MOST) : 0;
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
