package vn.giaoban.reporting.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Liberation Serif, of the same widths as Times New Roman, so that a page breaks where the .docx does. In the jar, because a server has no
 * fonts. Licence: SIL Open Font License 1.1, beside the files.
 */
enum PaperFonts {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic"),
    BOLD_ITALIC("BoldItalic");

    static final String FAMILY = "Liberation Serif";

    private final byte[] file;

    PaperFonts(String style) {
        try (var in = Objects.requireNonNull(PaperFonts.class.getResourceAsStream(
                "/vn/giaoban/reporting/fonts/LiberationSerif-" + style + ".ttf"))) {
            file = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open() {
        return new java.io.ByteArrayInputStream(file);
    }

    int weight() {
        return this == BOLD || this == BOLD_ITALIC ? 700 : 400;
    }

    boolean italic() {
        return this == ITALIC || this == BOLD_ITALIC;
    }
}
