package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.giaoban.CommittingTest;
import vn.giaoban.shared.Actor;

/** A file of members that is taken in pieces says the same as if it were looked at whole, and is recorded whole or not at all. */
@CommittingTest(freshForEachMethod = true)
class LongFilesTest {

    private static final int ROWS = ImportKind.PIECE + 20;
    private static final int SECOND_PIECE = ImportKind.PIECE + 10;

    @Autowired
    ImportFixture fixture;

    Actor by = Actor.system(java.util.Set.of());

    @BeforeEach
    void aCell() {
        by = fixture.province(1, "VD");
        fixture.load(by, "VD", "units", "ref,code,name,kind,parent,from\nc,C,Chi bộ C,chi-bo-co-so,VD,2010-01-01\n");
    }

    @Test
    void rowsFarApartMeet() {
        var preview = fixture.preview(by, "VD", "members", file(row -> switch (row) {
            case 3 -> line("m3", "Nông Thị Xa", "03/03/1980", "999000000003", "", "");
            case SECOND_PIECE -> line("m3", "Nông Thị Gần", "04/03/1980", "", "", "");
            case SECOND_PIECE + 1 -> line("k1", "Nông Thị Giữa", "05/03/1980", "", "999000000003", "");
            case SECOND_PIECE + 2 -> line("k2", "Nông Thị Xa", "03/03/1980", "", "", "");
            case 5, SECOND_PIECE + 3 -> line("w" + row, "Nông Văn Sửa", "06/03/198" + row % 2, "", "", "m0");
            default -> member(row);
        }));

        assertThat(preview.get("rows").asInt()).isEqualTo(ROWS);
        assertThat(told(preview, "errors"))
                .containsExactlyInAnyOrder(
                        number(5) + " cancels unknown-ref",
                        number(SECOND_PIECE) + " ref twice-in-file",
                        number(SECOND_PIECE + 1) + " card twice-in-file",
                        number(SECOND_PIECE + 3) + " cancels cancelled-twice");
        assertThat(told(preview, "notes"))
                .contains(number(SECOND_PIECE + 2) + " family_and_given_name namesake-in-file");
        assertThat(preview.get("notes").findValuesAsString("message"))
                .contains("Trùng họ tên và ngày sinh với dòng " + number(3) + ".");
    }

    @Test
    void whatIsWrongInTheLastPieceTakesTheFirstOnesBack() {
        var id = fixture.preview(by, "VD", "members", file(LongFilesTest::member))
                .get("id")
                .asLong();
        // by now one of the last has been entered by another file
        var known = fixture.load(by, "VD", "members", HEADINGS + member(SECOND_PIECE));
        fixture.confirm(by, id);

        var ended = fixture.ended(by, id);

        assertThat(ended.get("state").asString()).isEqualTo("REFUSED");
        assertThat(told(ended, "errors")).contains(number(SECOND_PIECE) + " ref ref-taken");
        assertThat(fixture.members(by, "C", ImportFixture.FIRST, known)).isEqualTo(1);
    }

    @Test
    void allPiecesAreOneEntry() {
        var known = fixture.load(by, "VD", "members", file(LongFilesTest::member));

        assertThat(fixture.members(by, "C", ImportFixture.FIRST, known)).isEqualTo(ROWS);
        assertThat(fixture.members(by, "C", ImportFixture.FIRST, known.minusNanos(1_000)))
                .isZero();
    }

    private static final String HEADINGS =
            "ref,family_and_given_name,birth,sex,citizen_number,card,cell,belongs_from,degree,opening,cancels\n";

    private static String file(IntFunction<String> row) {
        return IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("", HEADINGS, ""));
    }

    private static String member(int row) {
        return line(
                "m" + row,
                "Nông Thị " + (char) ('A' + row % 26),
                "%02d/%02d/%d".formatted(1 + row % 28, 1 + row / 28 % 12, 1950 + row / 336),
                "",
                "",
                "");
    }

    private static String line(String ref, String name, String birth, String number, String card, String cancels) {
        return String.join(",", ref, name, birth, "F", number, card, "C", "2015-01-01", "official", "yes", cancels)
                + "\n";
    }

    /** As the spreadsheet numbers it. */
    private static int number(int row) {
        return row + 2;
    }

    private static java.util.List<String> told(JsonNode preview, String which) {
        return preview.get(which)
                .valueStream()
                .map(one -> one.get("row").asInt() + " " + one.get("column").asString() + " "
                        + one.get("code").asString())
                .toList();
    }
}
