package vn.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * No statement over records uses what a cluster refuses across its servers (docs/decisions/0060 lists the rules with their source). Units,
 * rules and accounts are copied to every server, and any SQL may be used on them.
 */
class ClusterStatementsTest {

    private static final Path ROOT = Path.of("src/main/java/vn/giaoban");

    private static final Pattern REFUSED = Pattern.compile(
            "\\bwith\\s+recursive\\b|\\bgrouping\\s+sets\\b|\\brollup\\s*\\(|\\bcube\\s*\\(|\\btablesample\\b|\\bmerge\\s+into\\b"
                    + "|\\bfor\\s+(no\\s+key\\s+)?update\\b|\\bfor\\s+(key\\s+)?share\\b",
            Pattern.CASE_INSENSITIVE);

    /** Statements: text blocks and one-line strings of Java, and whole files of SQL that are no migrations. */
    private static final Pattern STRING =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    @Test
    void noneIsUsedOverRecords() throws IOException {
        var spread = spread();
        assertThat(spread).contains("membership.belonging", "audit.read");
        var over =
                Pattern.compile(spread.stream().map(Pattern::quote).collect(Collectors.joining("\\b|\\b", "\\b", "\\b"))
                        + "|\\bmembership_api\\.");
        var found = new ArrayList<String>();
        for (var statement : statements()) {
            if (REFUSED.matcher(statement).find() && over.matcher(statement).find()) {
                found.add(statement.strip());
            }
        }
        assertThat(found).isEmpty();
    }

    /** It would be a poor guard that found nothing anywhere: units are read recursively. */
    @Test
    void theyAreUsedOverUnits() throws IOException {
        assertThat(statements().stream()
                        .filter(statement -> REFUSED.matcher(statement).find()))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(statement -> assertThat(statement).containsPattern("organisation(_api)?\\."));
    }

    private static List<String> statements() throws IOException {
        var statements = new ArrayList<String>();
        for (var file : files()) {
            var text = Files.readString(file);
            if (file.toString().endsWith(".java")) {
                var strings = STRING.matcher(text);
                while (strings.find()) {
                    statements.add(strings.group());
                }
            } else if (!file.toString().contains("/db/")) {
                statements.add(text.replaceAll("(?m)--.*$", ""));
            }
        }
        return statements;
    }

    /** Tables with row security, as the migrations make them. */
    private static TreeSet<String> spread() throws IOException {
        var secured = Pattern.compile(
                "alter\\s+table\\s+([a-z_]+\\.[a-z_]+)\\s+enable\\s+row\\s+level\\s+security",
                Pattern.CASE_INSENSITIVE);
        var looped = Pattern.compile("'([a-z_]+)'");
        var tables = new TreeSet<String>();
        for (var file : files()) {
            if (!file.toString().contains("/db/")) {
                continue;
            }
            var text = Files.readString(file);
            secured.matcher(text).results().forEach(match -> tables.add(match.group(1)));
            if (text.contains("enable row level security")) {
                var schema = ROOT.relativize(file).getName(0).toString();
                looped.matcher(text)
                        .results()
                        .map(match -> schema + "." + match.group(1))
                        .filter(name -> text.contains("create table " + name + " "))
                        .forEach(tables::add);
            }
        }
        return tables;
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                    .toList();
        }
    }
}
