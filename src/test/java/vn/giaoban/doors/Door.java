package vn.giaoban.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * One way in: a verb on a pattern of addresses.
 *
 * @param variables of the pattern, in order
 * @param parameters what it reads from the query or the form, or from a JSON body
 * @param json whether it reads a JSON body
 */
record Door(HttpMethod method, String pattern, List<String> variables, List<Parameter> parameters, Body body) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    /** What is sent: the fields of a form, a value of JSON, or a list of such. */
    enum Body {
        FORM,
        JSON,
        LIST
    }

    record Parameter(String name, Class<?> type) {

        boolean isText() {
            return type == String.class;
        }
    }

    static List<String> variables(String pattern) {
        var found = new ArrayList<String>();
        var match = VARIABLE.matcher(pattern);
        while (match.find()) {
            found.add(match.group(1));
        }
        return found;
    }

    /** How a variable is looked up: {@code id} alone means nothing, {@code /plans/{id}} does. */
    String key(String variable) {
        return variable.equals("id") || variable.equals("kind") || pattern.startsWith("/api/v1/hierarchies/")
                ? pattern.substring(0, pattern.indexOf("{" + variable + "}") + variable.length() + 2)
                : variable;
    }

    /**
     * @param values by {@link #key}
     * @throws AssertionError if a new variable has no value yet: then nothing about this door was tried
     */
    String path(Map<String, String> values) {
        var path = pattern;
        for (var variable : variables) {
            var value = values.get(key(variable));
            if (value == null) {
                throw new AssertionError(
                        "nobody tries %s: give %s a value in doors.Belongings".formatted(this, key(variable)));
            }
            path = path.replace("{" + variable + "}", value);
        }
        return path;
    }

    boolean isApi() {
        return pattern.startsWith("/api/");
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
