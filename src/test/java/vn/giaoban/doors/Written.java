package vn.giaoban.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is written in an answer, whatever its kind: also inside a workbook, a document or a PDF. */
final class Written {

    private static final Pattern KEY = Pattern.compile("name=\"_csrf\" value=\"[^\"]*\"");
    private static final Pattern BACK = Pattern.compile("href=\"/preferences[^\"]*\"");
    private static final Pattern INSTANT = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(?:Z|[+-]\\d{2}:\\d{2})|\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?");
    private static final Pattern MARK = Pattern.compile("[0-9A-Fa-f]{4}(?:[ -][0-9A-Fa-f]{4}){2,}|[0-9a-f]{64}");

    private Written() {}

    static String in(MvcTestResult answer) {
        var response = answer.getResponse();
        var bytes = response.getContentAsByteArray();
        var type = String.valueOf(response.getContentType());
        var headers = String.valueOf(response.getHeader("Location")) + response.getHeader("Content-Disposition");
        if (type.contains("officedocument")) {
            return headers + zipped(bytes);
        }
        return headers
                + (type.contains("pdf") && bytes.length > 0 ? pdf(bytes) : new String(bytes, StandardCharsets.UTF_8));
    }

    /** Without what differs from one asking to the next: keys against forgery, ways back, hours, marks of the chain. */
    static String steady(String text) {
        var steady = KEY.matcher(text).replaceAll("key");
        steady = BACK.matcher(steady).replaceAll("back");
        steady = INSTANT.matcher(steady).replaceAll("then");
        return MARK.matcher(steady).replaceAll("mark");
    }

    /** By its directory: the writers do not say sizes before the entries. */
    private static String zipped(byte[] bytes) {
        var text = new StringBuilder();
        try {
            var file = Files.createTempFile("doors", ".zip");
            try {
                Files.write(file, bytes);
                try (var zip = new ZipFile(file.toFile())) {
                    for (var entry : Collections.list(zip.entries())) {
                        if (entry.getName().endsWith(".xml")) {
                            text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                                    .append('\n');
                        }
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String pdf(byte[] bytes) {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            return new String(bytes, StandardCharsets.UTF_8); // called so and is none
        }
    }
}
