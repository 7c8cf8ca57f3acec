package vn.giaoban.reporting.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as paper takes it. */
final class PaperText {

    private PaperText() {}

    /** Without what cannot stand in XML, so that no name and no remark can spoil a document. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || c >= 0x20 && c < 0x7F || c >= 0xA0 && c < 0xD800 || c > 0xDFFF)
                .filter(c -> (c & 0xFFFE) != 0xFFFE)
                .forEach(clean::appendCodePoint);
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    static String upper(String text) {
        return clean(text).toUpperCase(Locale.forLanguageTag("vi"));
    }

    /** What was typed, one string for each line that says something. */
    static List<String> paragraphs(String text) {
        return clean(text.replace("\r", "\n"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The fewest lines of at most so many letters (a longer word stays whole), of about the same length. */
    static List<String> lines(String text, int most) {
        var words = List.of(text.strip().split("\\s+"));
        var least = Math.max(1, (text.length() + most - 1) / most);
        for (int width = (text.length() + least - 1) / least; ; width++) {
            var lines = filled(words, width);
            if (width >= most || lines.size() <= least) {
                return lines;
            }
        }
    }

    private static List<String> filled(List<String> words, int width) {
        var lines = new ArrayList<String>();
        for (var word : words) {
            var last = lines.size() - 1;
            if (last >= 0 && lines.get(last).length() + 1 + word.length() <= width) {
                lines.set(last, lines.get(last) + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }
}
