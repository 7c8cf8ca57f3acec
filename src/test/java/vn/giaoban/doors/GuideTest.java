package vn.giaoban.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The guide names pictures that are there and buttons that are so called. */
class GuideTest {

    static final Path GUIDE = Path.of("docs/guide");
    private static final long MOST_BYTES = 150_000;
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(pictures/([a-z-]+\\.png)\\)");
    private static final Pattern BUTTON = Pattern.compile("\\*\\*“([^”]+)”\\*\\*");

    @Test
    void everyPictureIsThereAndSmallAndUsed() throws IOException {
        var named = found(PICTURE);
        assertThat(named).isNotEmpty();
        for (var name : named) {
            var picture = GUIDE.resolve("pictures").resolve(name);
            assertThat(picture).exists();
            assertThat(Files.size(picture)).as(name).isLessThan(MOST_BYTES);
            assertThat(ImageIO.read(picture.toFile())).as(name).isNotNull();
        }
        try (var files = Files.list(GUIDE.resolve("pictures"))) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .isSubsetOf(named);
        }
    }

    @Test
    void everyPictureOfAPageIsTakenByATest() {
        assertThat(GuidePicturesTest.PICTURES.stream().map(GuidePicturesTest.Picture::name))
                .containsExactlyInAnyOrderElementsOf(found(PICTURE).stream()
                        .map(name -> name.replace(".png", ""))
                        .toList());
    }

    @Test
    void everyButtonIsCalledSo() throws IOException {
        var words = words();
        var missing = found(BUTTON).stream()
                .filter(button -> words.stream().noneMatch(word -> word.contains(button)))
                .toList();
        assertThat(missing).as("words in the guide that stand on no page").isEmpty();
    }

    private static List<String> found(Pattern pattern) {
        try (var chapters = Files.list(GUIDE)) {
            return chapters.filter(file -> file.toString().endsWith(".md"))
                    .flatMap(file -> pattern.matcher(text(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words() throws IOException {
        try (var bundles = Files.list(Path.of("src/main/resources/messages"))) {
            return bundles.filter(file -> !file.toString().endsWith("_en.properties"))
                    .flatMap(file -> {
                        var bundle = new Properties();
                        try {
                            bundle.load(new StringReader(text(file)));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        return bundle.values().stream().map(String::valueOf);
                    })
                    .collect(Collectors.toList());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
