package vn.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import vn.giaoban.ui.Page;

/** What every page and every template keeps to, so that nobody has to remember it. */
class PagesTest {

    private static final Path ROOT = Path.of("src/main/java/vn/giaoban");

    /** What no template may hold, and why. */
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "the content security policy stops style attributes", Pattern.compile("<[^>$]*\\sstyle="),
            "the content security policy stops inline handlers", Pattern.compile("<[^>$]*\\son[a-z]+="),
            "the content security policy stops inline scripts", Pattern.compile("<script>|<script (?![^>]*src=)"),
            "nothing is loaded from another host", Pattern.compile("(?:src|href|action)=\"https?://"),
            "text is always escaped", Pattern.compile("\\$unsafe\\{"),
            "words come from the bundles", Pattern.compile(">\\s*[A-ZĐÁÀẢÃẠÂĂÊÔƠƯ][a-zà-ỹđ]+ [^<$@{}]*<"));

    @Test
    void everyPageHasItsTemplate() throws ClassNotFoundException {
        var templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, getClass().getClassLoader(), "vn.giaoban");
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Page.class));
        var found = scanner.findCandidateComponents("vn.giaoban").stream()
                .filter(page -> !String.valueOf(page.getResourceDescription()).contains("test-classes"))
                .toList();
        assertThat(found).isNotEmpty();
        for (var bean : found) {
            var type = Class.forName(bean.getBeanClassName());
            var conventional = type.getName().substring("vn.giaoban.".length()).replace('.', '/') + ".jte";
            assertThat(templates.hasTemplate(conventional)).as(conventional).isTrue();
        }
    }

    @Test
    void templatesHoldNothingThatThePolicyOrTheReaderWouldStumbleOver() throws IOException {
        var faults = new ArrayList<String>();
        for (var template : templates()) {
            var text = Files.readString(template);
            FORBIDDEN.forEach((why, what) -> {
                var hit = what.matcher(text);
                if (hit.find()) {
                    faults.add(template + ": " + why + ": " + hit.group());
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyFormThatChangesSomethingCarriesItsKeyAgainstForgery() throws IOException {
        for (var template : templates()) {
            var text = Files.readString(template);
            if (text.contains("method=\"post\"")) {
                assertThat(text).as(template.toString()).contains("@template.ui.csrf(");
            }
        }
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }
}
