package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaoban.importing.sheet.Cell;
import vn.giaoban.importing.sheet.Line;

class RowReaderTest {

    private final Findings findings = new Findings((code, arguments) -> code + List.of(arguments));

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             typed               | means
             5/3/2024            | 2024-03-05
             05-03-2024          | 2024-03-05
             5.3.2024            | 2024-03-05
             2024-03-05          | 2024-03-05
             2024-3-5            | 2024-03-05
             2024-03-05T00:00:00 | 2024-03-05
             29/02/2024          | 2024-02-29
             29/02/2023          | bad-day
             31/04/2024          | bad-day
             12/13/2024          | bad-month
             01/00/2024          | bad-month
             5/3/24              | two-digit-year
             5/3/1024            | bad-year
             2024                | bad-day
             5 tháng 3           | bad-day
             2024-03-05 10:00    | bad-day
            """)
    void daysAreReadDayFirstOrNotAtAll(String typed, String means) {
        var reading = DayReading.day(typed);
        assertThat(reading.fault() == null ? reading.value() : reading.fault()).isEqualTo(means);
    }

    @ParameterizedTest
    @CsvSource({
        "1985,1985",
        "03/1985,1985-03",
        "1985-03,1985-03",
        "13/1985,bad-month",
        "2/3/1985,1985-03-02",
        "85,bad-day",
        "3/85,two-digit-year",
        "1785,bad-year"
    })
    void birthDatesMayBeKnownToTheMonthOrYear(String typed, String means) {
        var reading = DayReading.birth(typed);
        assertThat(reading.fault() == null ? reading.value() : reading.fault()).isEqualTo(means);
    }

    @Test
    void headingsAreCodesOrVietnameseInAnyOrderAndSpelling() {
        var rows = read(
                ImportKind.MEMBERS,
                List.of("GIỚI TÍNH *", "ho va ten", "ref", "Ngày sinh (dd/mm/yyyy)", "CCCD"),
                List.of("nữ", "Nông  Thị Ba", "m1", "1985", "001234567890"));

        assertThat(findings.problems()).isEmpty();
        assertThat(rows.get(0).pairs())
                .containsExactly(
                        "ref=m1",
                        "family_and_given_name=Nông Thị Ba",
                        "birth=1985",
                        "sex=F",
                        "citizen_number=001234567890");
        assertThat(rows.get(0).number()).isEqualTo(2);
    }

    @Test
    void everythingThatIsWrongIsToldAtItsCell() {
        read(
                ImportKind.MEMBERS,
                List.of("ref", "family_and_given_name", "birth", "sex", "color", "belongs_from"),
                List.of("m1", "A\u200BB", "31/02/1985", "khác", "", "1/1/24"),
                List.of("m1", "", "13/1985", "nam", "", "5/13/2024"));

        assertThat(findings.problems().stream().map(one -> one.row() + " " + one.column() + " " + one.code()))
                .containsExactlyInAnyOrder(
                        "1 null unknown-column",
                        "2 family_and_given_name control-character",
                        "2 birth bad-day",
                        "2 sex unknown-word",
                        "2 belongs_from two-digit-year",
                        "3 family_and_given_name required",
                        "3 birth bad-month",
                        "3 belongs_from bad-month",
                        "3 ref twice-in-file");
    }

    @Test
    void missingColumnsAreToldOnceAtTheHeadings() {
        read(ImportKind.MOVEMENTS, List.of("ref", "kind"), List.of("v1", "Kết nạp"), List.of("v2", "died"));
        assertThat(findings.problems().stream().map(one -> one.row() + " " + one.column() + " " + one.code()))
                .containsExactly("1 member_ref missing-column", "1 day missing-column");
    }

    @Test
    void cancellationsNeedNothingButTheirRefs() {
        var rows = read(ImportKind.MOVEMENTS, List.of("ref", "cancels"), List.of("v2", "v1"));
        assertThat(findings.problems()).isEmpty();
        assertThat(rows.get(0).isCancellation()).isTrue();
    }

    @Test
    void foreignHeadingsAreMatchedByWhatWasSaved() {
        var rows = read(
                ImportKind.UNIT_EVENT_PEOPLE,
                Map.of("event", "event_ref", "nguoi", "member_ref", "ghi chu", Headings.IGNORED),
                List.of("Event", "Người", "Ghi chú", "cell"),
                List.of("e1", "m1", "???", "C1"));
        assertThat(findings.problems()).isEmpty();
        assertThat(rows.get(0).pairs()).containsExactly("event_ref=e1", "member_ref=m1", "cell=C1");
    }

    @Test
    void decomposedTextIsComposedAndToldDecomposedKeysAreRefused() {
        var rows = read(
                ImportKind.UNIT_EVENT_PEOPLE,
                List.of("event_ref", "member_ref", "cell"),
                List.of("e\u0301", "m1", "c"));
        assertThat(rows).isEmpty();
        assertThat(findings.problems().get(0).code()).isEqualTo("key-not-composed");

        var findings = new Findings((code, arguments) -> code);
        var name =
                new CellParser(findings).parse(2, Column.text("name", "Tên", 100), Cell.text("No\u0302ng Thi\u0323"));
        assertThat(name).isEqualTo("Nông Thị");
        assertThat(findings.notes().get(0).code()).isEqualTo("composed");
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER,12345678901234,12345678901234,key-is-number",
        "NUMBER,1234567890123456,,number-not-exact",
        "NUMBER,12.5,,not-a-key",
        "DATE,2024-01-02,,cell-is-date",
        "BOOLEAN,true,,not-a-key",
        "FAULT,#N/A,,cell-fault",
        "TEXT,0012,0012,"
    })
    void keysKeepWhatTheSpreadsheetDidNotDestroy(Cell.Type type, String text, String value, String told) {
        var key = new CellParser(findings).parse(2, Column.key("code", "Mã"), new Cell(type, text));
        assertThat(key).isEqualTo(value);
        var codes = new ArrayList<String>();
        findings.problems().forEach(one -> codes.add(one.code()));
        findings.notes().forEach(one -> codes.add(one.code()));
        assertThat(codes).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @ParameterizedTest
    @CsvSource({"BIRTH,1985,1985,", "DAY,45370,,day-is-number", "DAY,1985,,day-is-number", "BIRTH,31000,,day-is-number"
    })
    void numbersAreNoDays(Column.Type type, String text, String value, String told) {
        var day = new CellParser(findings).parse(2, Column.of(type, "day", "Ngày"), new Cell(Cell.Type.NUMBER, text));
        assertThat(day).isEqualTo(value);
        assertThat(findings.problems().stream().map(Problem::code)).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @Test
    void aFileWithoutRowsSaysSo() {
        read(ImportKind.UNITS, List.of("ref", "code"));
        assertThat(findings.problems()).extracting(Problem::code).contains("no-rows", "missing-column");
    }

    @SafeVarargs
    private List<Row> read(ImportKind kind, List<String> headings, List<String>... rows) {
        return read(kind, Map.of(), headings, rows);
    }

    @SafeVarargs
    private List<Row> read(ImportKind kind, Map<String, String> saved, List<String> headings, List<String>... rows) {
        var read = new java.util.ArrayList<Row>();
        var reader = new RowReader(kind, saved, findings, read::addAll);
        reader.accept(line(1, headings));
        for (int i = 0; i < rows.length; i++) {
            reader.accept(line(i + 2, rows[i]));
        }
        reader.end();
        return read;
    }

    private static Line line(int number, List<String> cells) {
        return new Line(number, cells.stream().map(Cell::text).toList());
    }
}
