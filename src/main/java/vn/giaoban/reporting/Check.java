package vn.giaoban.reporting;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question to the registers whose answer should be empty. Kept as one .sql file in a module's {@code checks} folder, with its words in the
 * head: {@code what}, {@code why}, {@code repair}, {@code level}, each also with {@code .en}.
 *
 * @param sql selects {@code unit_id} (of any day), {@code subject} (what is wrong, in words that name no person), and
 *     {@code register_id, member_id} (null where it is about the unit); parameters {@code :day} and {@code :known}
 */
public record Check(String code, String module, Map<String, String> words, Level level, String sql) {

    /** How bad it is. */
    public enum Level {
        ERROR,
        WARNING
    }

    private static final Pattern WORD = Pattern.compile("(?m)^-- ([a-z.]+):\\s*(.+)$");

    static Check of(String code, String module, String sql) {
        var words = WORD.matcher(sql)
                .results()
                .collect(Collectors.toMap(
                        word -> word.group(1), word -> word.group(2).strip(), (a, b) -> a + " " + b));
        for (var needed : new String[] {"what", "why", "repair", "level"}) {
            if (!words.containsKey(needed)) {
                throw new IllegalArgumentException("check " + code + " does not say its " + needed);
            }
        }
        return new Check(
                code,
                module,
                words,
                Level.valueOf(words.getOrDefault("level", "").toUpperCase(Locale.ROOT)),
                sql);
    }

    public String what(boolean vietnamese) {
        return word("what", vietnamese);
    }

    public String why(boolean vietnamese) {
        return word("why", vietnamese);
    }

    public String repair(boolean vietnamese) {
        return word("repair", vietnamese);
    }

    private String word(String word, boolean vietnamese) {
        var own = words.getOrDefault(word, "");
        return vietnamese ? own : words.getOrDefault(word + ".en", own);
    }
}
