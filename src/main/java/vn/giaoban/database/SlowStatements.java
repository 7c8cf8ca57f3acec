package vn.giaoban.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line for every statement that took longer than a set time: how long, which method asked, and the statement with every value in
 * it blanked out. Parameters are never looked at, so that no line names a person.
 */
final class SlowStatements {

    private static final Logger log = LoggerFactory.getLogger(SlowStatements.class);

    private static final int LONGEST = 400;
    private static final Set<String> TIMING =
            Set.of(SlowStatements.class.getSimpleName(), TimedTemplate.class.getSimpleName());
    private static final String BLANK = "…";

    /** Text in quotes of either kind (the second is PostgreSQL's $tag$…$tag$), and numbers; the name of a column may hold digits. */
    private static final Pattern VALUES =
            Pattern.compile("'(?:[^']|'')*+'?|\\$(\\w*)\\$.*?(?:\\$\\1\\$|\\z)|(?<![\\w.$])\\d[\\d.]*", Pattern.DOTALL);

    private static final Pattern COMMENTS = Pattern.compile("--[^\\n]*|/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);

    private final Duration longest;
    private final Counter counter;

    /** @param longest what is still ordinary; zero or less: nothing is slow */
    SlowStatements(Duration longest, MeterRegistry meters) {
        this.longest = longest;
        this.counter = Counter.builder("giaoban.statements.slow")
                .description("Statements that took longer than giaoban.slow-statement")
                .register(meters);
    }

    /** @param since a reading of {@link System#nanoTime} before it began */
    void finished(@Nullable String statement, long since) {
        var took = Duration.ofNanos(System.nanoTime() - since);
        if (longest.isZero() || longest.isNegative() || took.compareTo(longest) < 0) {
            return;
        }
        counter.increment();
        log.warn(
                "slow statement: {} ms in {}: {}",
                took.toMillis(),
                caller(),
                statement == null ? "(statement made by its caller)" : withoutValues(statement));
    }

    /** The nearest method of ours on the stack, as {@code MemberRows.find}. */
    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("vn.giaoban."))
                        .filter(frame -> !TIMING.contains(simple(frame.getClassName())))
                        .map(frame -> simple(frame.getClassName()) + "." + written(frame.getMethodName()))
                        .findFirst())
                .orElse("(no method of Giao Ban)");
    }

    /** Without the package, and without what the compiler or Spring put behind the name. */
    private static String simple(String className) {
        var name = className.substring(className.lastIndexOf('.') + 1);
        var behind = name.indexOf('$');
        return behind < 0 ? name : name.substring(0, behind);
    }

    /** The method in which a lambda stands. */
    private static String written(String method) {
        return method.startsWith("lambda$") ? method.split("\\$", -1)[1] : method;
    }

    static String withoutValues(String statement) {
        var blanked =
                VALUES.matcher(COMMENTS.matcher(statement).replaceAll(" ")).replaceAll(BLANK);
        var line = blanked.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST) + String.format(Locale.ROOT, " (%d more)", line.length() - LONGEST);
    }
}
