package vn.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every sentence the application can say is there, in both languages where there are two, and can be put together. */
class WordsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path SOURCES = Path.of("src/main/java/vn/giaoban");

    /** Where a key stands in plain sight; those put together at run time end in a dot or hyphen, or are not seen here. */
    private static final List<Pattern> USES = List.of(
            Pattern.compile("\\.text\\(\\s*\"([a-z]+\\.[a-zA-Z0-9.-]+)\""),
            Pattern.compile("message\\s*=\\s*\"\\{([a-z]+\\.[a-zA-Z0-9.-]+)}\""),
            Pattern.compile("MenuEntry\\.for\\w+\\(\\s*\\d+,\\s*\"([^\"]+)\""),
            Pattern.compile("saying\\(\\s*\"([a-z]+\\.[a-zA-Z0-9.-]+)\""));

    private static final Pattern REFUSAL =
            Pattern.compile("new \\w+Refusal\\(\\s*(?:Kind\\.)?[A-Z_]+,\\s*\"([^\"]+)\"");
    private static final Pattern PREFIX = Pattern.compile("super\\(\\s*kind,\\s*\"([^\"]+)\"\\s*\\+\\s*code");
    private static final Pattern ODD_APOSTROPHES = Pattern.compile("(?<!')'(?:'')*(?!')");

    @Test
    void englishSaysWhatVietnameseSays() throws IOException {
        for (var file : bundles()) {
            var name = file.getFileName().toString();
            if (name.endsWith("_en.properties")) {
                var vietnamese = BUNDLES.resolve(name.replace("_en.properties", ".properties"));
                assertThat(read(file).keySet())
                        .as(name)
                        .isEqualTo(read(vietnamese).keySet());
            }
        }
    }

    @Test
    void everySentenceCanBePutTogether() throws IOException {
        for (var file : bundles()) {
            read(file).forEach((key, words) -> {
                var sentence = words.toString();
                assertThat(sentence).as("%s in %s", key, file).isNotBlank();
                assertThat(ODD_APOSTROPHES.matcher(sentence).find())
                        .as("%s in %s: an apostrophe is written twice", key, file)
                        .isFalse();
                assertThat(new MessageFormat(sentence))
                        .as("%s in %s", key, file)
                        .isNotNull();
            });
        }
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        Map<Object, Path> seen = new HashMap<>();
        for (var file : bundles()) {
            if (!file.toString().endsWith("_en.properties")) {
                for (var key : read(file).keySet()) {
                    assertThat(seen.put(key, file)).as("%s in %s", key, file).isNull();
                }
            }
        }
    }

    @Test
    void everyRefusalHasItsWords() throws IOException {
        var known = known();
        var missing = new ArrayList<String>();
        for (var file : sources("Refusal.java")) {
            var text = Files.readString(file);
            var prefix = PREFIX.matcher(text)
                    .results()
                    .map(hit -> hit.group(1))
                    .findFirst()
                    .orElse("");
            REFUSAL.matcher(text)
                    .results()
                    .filter(hit -> isWhole(text, hit))
                    .map(hit -> prefix + hit.group(1))
                    .filter(code -> !known.contains(code))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyInUseHasItsWords() throws IOException {
        var known = known();
        var missing = new TreeSet<String>();
        for (var file : sources(".jte", ".java")) {
            var text = Files.readString(file);
            for (var use : USES) {
                use.matcher(text)
                        .results()
                        .filter(hit -> isWhole(text, hit))
                        .map(hit -> hit.group(1))
                        .filter(key -> !known.contains(key))
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Not the first half of a key that is put together. */
    private static boolean isWhole(String text, MatchResult hit) {
        return !text.substring(hit.end(1) + 1).stripLeading().startsWith("+");
    }

    private static Set<Object> known() throws IOException {
        var known = new TreeSet<Object>();
        for (var file : bundles()) {
            known.addAll(read(file).keySet());
        }
        return known;
    }

    private static List<Path> bundles() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> sources(String... endings) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> List.of(endings).stream()
                            .anyMatch(ending -> file.toString().endsWith(ending)))
                    .toList();
        }
    }

    private static Properties read(Path bundle) throws IOException {
        var words = new Properties();
        words.load(new StringReader(Files.readString(bundle)));
        return words;
    }
}
