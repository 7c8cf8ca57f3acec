package vn.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Modulith guards the Java between modules; this guards the SQL. */
class SqlBoundariesTest {

    private static final Path ROOT = Path.of("src/main/java/vn/giaoban");

    /** {@code references} is left out: foreign keys across modules are ordinary. */
    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|join|into|update|only|truncate|copy|alter\\s+table|trigger\\s+\\w+\\s+\\w+\\s+\\w+\\s+on)\\s+([a-z_]+)\\.([a-z_]+)",
            Pattern.CASE_INSENSITIVE);

    /** PostgreSQL's own, our extensions, and Flyway's history. */
    private static final Set<String> COMMON = Set.of("pg_catalog", "information_schema", "ext", "migration");

    @Test
    void queriesReadOwnTablesOrPublishedViews() throws IOException {
        var trespasses = new ArrayList<String>();
        var modules = modules();
        for (var file : files(".java", ".sql")) {
            var module = ROOT.relativize(file).getName(0).toString();
            var tables = TABLE.matcher(withoutComments(Files.readString(file)));
            while (tables.find()) {
                var schema = tables.group(1);
                var known = modules.contains(schema) || file.toString().endsWith(".sql");
                if (known && !schema.equals(module) && !schema.endsWith("_api") && !COMMON.contains(schema)) {
                    trespasses.add(file + " uses " + schema + "." + tables.group(2));
                }
            }
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void migrationsMakeOnlyTheirOwnSchemas() throws IOException {
        var made = Pattern.compile(
                "\\bcreate\\s+(?:or\\s+replace\\s+)?(?:unlogged\\s+)?(?:table|view|materialized\\s+view|function|procedure|type|sequence|schema)\\s+"
                        + "(?:if\\s+not\\s+exists\\s+)?([a-z_]+)",
                Pattern.CASE_INSENSITIVE);
        var trespasses = new ArrayList<String>();
        for (var file : migrations()) {
            var module = ROOT.relativize(file).getName(0).toString();
            var names = made.matcher(withoutComments(Files.readString(file)));
            while (names.find()) {
                if (!Set.of(module, module + "_api").contains(names.group(1).toLowerCase())) {
                    trespasses.add(file + " makes something in " + names.group(1));
                }
            }
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void everyMigrationHasAVersionOfItsOwn() throws IOException {
        var files = new HashMap<String, List<String>>();
        for (var file : migrations()) {
            var name = file.getFileName().toString();
            assertThat(name).matches("V\\d{8}_\\d{4}__[a-z0-9_]+\\.sql|R__\\d\\d_[a-z0-9_]+\\.sql");
            files.computeIfAbsent(
                            name.startsWith("V") ? name.substring(0, name.indexOf("__")) : name,
                            version -> new ArrayList<>())
                    .add(file.toString());
        }
        assertThat(files.values()).allSatisfy(same -> assertThat(same).hasSize(1));
    }

    private static List<Path> migrations() throws IOException {
        return files(".sql").stream()
                .filter(file -> file.toString().contains("/db/"))
                .toList();
    }

    private static List<Path> files(String... endings) throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }

    private static Set<String> modules() throws IOException {
        try (var folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Words in comments are not queries: Java's both kinds, SQL's one. */
    private static String withoutComments(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/", " ").replaceAll("(?m)(^|\\s)(--|//).*$", " ");
    }
}
