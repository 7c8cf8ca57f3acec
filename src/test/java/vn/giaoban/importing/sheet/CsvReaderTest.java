package vn.giaoban.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ref,name\nm1,Nông Thị Ba",
                "ref;name\r\nm1;Nông Thị Ba\r\n",
                "\uFEFFref\tname\rm1\tNông Thị Ba",
                "\"ref\",\"name\"\n\"m1\",\"Nông Thị Ba\"\n\n"
            })
    void separatorsMarksAndQuotesMakeNoDifference(String file) {
        assertThat(lines(file)).containsExactly("1: ref|name", "2: m1|Nông Thị Ba");
    }

    @Test
    void quotedCellsHoldSeparatorsQuotesAndLineBreaks() {
        assertThat(lines("a,b\n\"x, y\",\"say \"\"yes\"\"\nthen\"\nz,"))
                .containsExactly("1: a|b", "2: x, y|say \"yes\"\nthen", "3: z|");
    }

    @Test
    void emptyLinesCountButAreNotHandedOver() {
        assertThat(lines("a,b\n\n,\n1,2\n")).containsExactly("1: a|b", "4: 1|2");
    }

    @Test
    void leadingZerosStay() {
        assertThat(lines("code\n00123400000007")).containsExactly("1: code", "2: 00123400000007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1258", "UTF-16LE", "UTF-16", "ISO-8859-1"})
    void otherEncodingsAreRefusedAndNeverGuessed(String encoding) {
        var bytes = "tên\nĐảng bộ tỉnh, à è ù".getBytes(Charset.forName(encoding));
        assertThatThrownBy(() -> Spreadsheet.read(bytes, Limits.LINES, line -> {}))
                .isInstanceOf(SheetRefusal.class)
                .hasMessageMatching("importing.file-(not-utf8|unknown-type).*");
    }

    @Test
    void aQuoteThatNeverClosesIsRefusedWithItsLine() {
        assertThatThrownBy(() -> lines("a,b\n1,\"open\n2,3")).hasMessage("importing.file-open-quote[2]");
    }

    @Test
    void binaryRubbishIsRefused() {
        assertThatThrownBy(() -> lines("a,b\n1,\u0000")).hasMessageStartingWith("importing.file-unknown-type");
        assertThatThrownBy(() -> lines("%PDF-1.7")).hasMessageStartingWith("importing.file-unknown-type");
        assertThatThrownBy(() -> lines("")).hasMessageStartingWith("importing.file-empty");
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThatThrownBy(() -> lines("a\n" + "x".repeat(40_000)))
                .hasMessageStartingWith("importing.file-cell-too-long");
        assertThatThrownBy(() -> lines("a" + ",".repeat(300)))
                .hasMessageStartingWith("importing.file-too-many-columns");
        assertThatThrownBy(() -> lines("x\n".repeat(200_002))).hasMessageStartingWith("importing.file-too-many-rows");
        assertThatThrownBy(() -> lines("\n".repeat(1_100_000))).hasMessageStartingWith("importing.file-too-many-rows");
    }

    @Test
    void aPackedFileIsReadAsWhatItHolds() throws IOException {
        var file = "\uFEFFref;name\n" + "m1;Nông Thị Ba\n".repeat(5_000);

        assertThat(read(packed(file.getBytes(StandardCharsets.UTF_8))))
                .hasSize(5_001)
                .isEqualTo(lines(file));
        assertThatThrownBy(() -> read(packed("tên\nà".getBytes(StandardCharsets.ISO_8859_1))))
                .hasMessageStartingWith("importing.file-not-utf8");
    }

    @Test
    void aPackedFileThatIsDamagedOrBurstsIsRefused() throws IOException {
        var whole = packed("a,b\n1,2\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 9)))
                .hasMessageStartingWith("importing.file-damaged");
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, 5))).hasMessageStartingWith("importing.file-damaged");
        var bomb = packed(new byte[64 * 1024 * 1024]);
        assertThatThrownBy(() -> read(bomb)).hasMessageMatching("importing.file-(bomb|unknown-type).*");
        var spaces = new byte[64 * 1024 * 1024];
        Arrays.fill(spaces, (byte) ' ');
        assertThatThrownBy(() -> read(packed(spaces))).hasMessageStartingWith("importing.file-bomb");
    }

    private static byte[] packed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static List<String> lines(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> read(byte[] file) {
        var lines = new ArrayList<String>();
        Spreadsheet.read(
                file,
                Limits.LINES,
                line -> lines.add(line.number() + ": "
                        + String.join("|", line.cells().stream().map(Cell::text).toList())));
        return lines;
    }
}
