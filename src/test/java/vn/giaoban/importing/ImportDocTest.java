package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.giaoban.importing.sheet.Cell;

/** What people are told about columns and words is what is read. */
class ImportDocTest {

    @Test
    void theDocumentNamesEveryColumnWithItsHeading() throws IOException {
        var document = Files.readString(Path.of("docs/import.md"));
        for (var kind : ImportKind.values()) {
            for (var column : kind.columns()) {
                assertThat(document).as(kind.code()).contains("| `" + column.code() + "` | " + column.heading());
                for (var word : column.words().offered()) {
                    assertThat(document).as(column.code()).contains(word);
                }
            }
        }
    }

    @Test
    void examplesOfTemplatesAreReadWithoutAFault() {
        for (var kind : ImportKind.values()) {
            var findings = new Findings((code, arguments) -> code);
            for (var cells : Examples.of(kind)) {
                cells.forEach((code, text) -> {
                    var column = kind.columns().get(kind.index(code));
                    var value = new CellParser(findings).parse(2, column, Cell.text(text));
                    assertThat(value).as(code + " " + text).isNotNull();
                });
            }
            assertThat(findings.problems()).as(kind.code()).isEmpty();
        }
    }
}
