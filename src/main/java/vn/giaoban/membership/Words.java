package vn.giaoban.membership;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.Vietnamese;

/** The lists of words for people's attributes: read by name or code, in any accents; shown by name. They change with a migration only. */
@Component
class Words {

    static final String ETHNICITY = "ethnicity";
    static final String RELIGION = "religion";
    static final String EDUCATION = "education";
    static final String THEORY = "theory";

    record Word(String list, String code, String name, String nameEn, int rank) {}

    /** @param typed what was asked for before, as it was typed: a file of a whole register says the same few words again and again */
    private record Lists(
            Map<String, Map<String, String>> codes,
            Map<String, Map<String, Word>> words,
            Map<String, Optional<String>> typed) {}

    private static final int REMEMBERED = 2_000;

    private final JdbcClient sql;
    private volatile @Nullable Lists lists;

    Words(JdbcClient sql) {
        this.sql = sql;
    }

    /** The code of a word; empty if the list does not know it. */
    Optional<String> code(String list, String text) {
        var lists = lists();
        var typed = list + " " + text;
        var known = lists.typed().get(typed);
        if (known == null) {
            known = Optional.ofNullable(
                    lists.codes().getOrDefault(list, Map.of()).get(key(text)));
            if (lists.typed().size() < REMEMBERED) {
                lists.typed().put(typed, known);
            }
        }
        return known;
    }

    /** What an unknown word is kept as: its folded form, shaped like a code. */
    static String asCode(String text) {
        return Vietnamese.folded(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    String name(String list, @Nullable String code, Locale locale) {
        if (code == null) {
            return "";
        }
        var word = lists().words().getOrDefault(list, Map.of()).get(code);
        return word == null ? code : locale.getLanguage().equals("en") ? word.nameEn() : word.name();
    }

    /** In the order of the list. */
    List<Word> all(String list) {
        return lists().words().getOrDefault(list, Map.of()).values().stream()
                .sorted(java.util.Comparator.comparingInt(Word::rank))
                .toList();
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        lists = null;
    }

    private Lists lists() {
        var known = lists;
        if (known == null) {
            known = read();
            lists = known;
        }
        return known;
    }

    private Lists read() {
        var codes = new HashMap<String, Map<String, String>>();
        var words = new HashMap<String, Map<String, Word>>();
        sql.sql("select list, code, name, name_en, also, rank from membership.word order by list, rank")
                .query(row -> {
                    var word = new Word(
                            row.getString("list"),
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("name_en"),
                            row.getInt("rank"));
                    words.computeIfAbsent(word.list(), list -> new HashMap<>()).put(word.code(), word);
                    var ways = codes.computeIfAbsent(word.list(), list -> new HashMap<>());
                    ways.put(key(word.code()), word.code());
                    ways.put(key(word.name()), word.code());
                    ways.put(key(word.nameEn()), word.code());
                    for (var also : (String[]) row.getArray("also").getArray()) {
                        ways.putIfAbsent(key(also), word.code());
                    }
                });
        return new Lists(codes, words, new ConcurrentHashMap<>());
    }

    private static String key(String text) {
        return Vietnamese.folded(text).replaceAll("[^a-z0-9]+", "");
    }
}
