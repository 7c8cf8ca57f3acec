package vn.giaoban.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.ui.Wording;

/** What the parts of a breakdown are called. Lists of words are dated data; sexes and bands are words of the pages. */
@Service
@Transactional(readOnly = true)
public class PartNames {

    private static final Pattern FIRST_NUMBER = Pattern.compile("\\d+");

    private final JdbcClient sql;

    PartNames(JdbcClient sql) {
        this.sql = sql;
    }

    /** Names by breakdown and key, in the reader's language. */
    public Map<String, String> names(Wording words) {
        var names = new HashMap<String, String>();
        sql.sql("select list, code, name, name_en from membership_api.word").query(row -> {
            names.put(row.getString(1) + "/" + row.getString(2), row.getString(words.vietnamese() ? 3 : 4));
        });
        return names;
    }

    /**
     * @param names as {@link #names} gave them
     * @param part without a key it is what was not stated; without a key and a value, what is withheld from this reader
     */
    public static String name(Wording words, Map<String, String> names, String breakdown, GiaoBanReport.Part part) {
        return part.key() == null && part.value() == null
                ? words.text("reporting.withheld-part")
                : name(words, names, breakdown, part.key());
    }

    static String name(Wording words, Map<String, String> names, String breakdown, @Nullable String key) {
        if (key == null) {
            return words.text("reporting.not-stated");
        }
        var word = "reporting." + breakdown + "." + key;
        return names.getOrDefault(breakdown + "/" + key, words.hasText(word) ? words.text(word) : key);
    }

    /**
     * Where a part stands in its table: by the order of its list (from the highest education to the lowest, as it was enacted), bands by
     * where they begin ({@code <18} before {@code 18–30}, {@code >60} after {@code 56–60}), "not stated" last.
     */
    static double rank(List<String> order, @Nullable String key) {
        if (key == null) {
            return Double.MAX_VALUE;
        }
        var listed = order.indexOf(key);
        if (listed >= 0) {
            return listed;
        }
        var number = FIRST_NUMBER.matcher(key);
        if (!number.find()) {
            return order.size();
        }
        var from = Double.parseDouble(number.group());
        return order.size() + (key.startsWith("<") ? from - 0.5 : key.startsWith(">") ? from + 0.5 : from);
    }
}
