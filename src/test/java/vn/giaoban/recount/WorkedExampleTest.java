package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small example of the meaning of figures (section 5), and its extension, checked against numbers worked out by hand. */
class WorkedExampleTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate JANUARY = LocalDate.parse("2024-01-01");
    private static final LocalDate JULY = LocalDate.parse("2024-07-01");

    static Story example() {
        return new Story("R", JANUARY)
                .unit("P", "dang-bo-tinh", null)
                .unit("X", "dang-bo-huyen", "P")
                .unit("Y", "dang-bo-huyen", "P")
                .unit("A", "dang-bo-co-so", "X")
                .unit("B", "dang-bo-co-so", "X")
                .unit("C", "dang-bo-co-so", "Y")
                .unit("a1", "chi-bo", "A")
                .unit("a2", "chi-bo", "A")
                .unit("b1", "chi-bo", "B")
                .unit("c1", "chi-bo", "C")
                .members("a1", 10)
                .members("a2", 6)
                .members("b1", 8)
                .members("c1", 5)
                .recordedOn("2024-02-11")
                .member("new-1", null)
                .movement("feb", "new-1", "admission", "2024-02-10", "to_cell", "a1")
                .recordedOn("2024-03-02")
                .movement("m-1", "a2-1", "transfer", "2024-03-01", "from_cell", "a2", "to_cell", "b1")
                .recordedOn("2024-04-02")
                .event("hand-over", "hand-over", "2024-04-01", "unit", "A", "parent", "Y")
                .recordedOn("2024-04-16")
                .movement("m-2", "a1-1", "died", "2024-04-15", "from_cell", "a1")
                .recordedOn("2024-05-02")
                .event("absorb", "absorb", "2024-05-01", "unit", "c1", "into", "a2")
                .recordedOn("2024-05-21")
                .member("new-2", null)
                .movement("m-3", "new-2", "admission", "2024-05-20", "to_cell", "a2")
                .recordedOn("2024-06-03")
                .movement("jan", "new-1", "admission", "2024-01-09", "to_cell", "a1", "cancels", "feb");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    X, as-was, 24, 1, 0, 0,  0, 16, 0, 9
                    Y, as-was, 5,  1, 0, 16, 0, 0,  1, 21
                    A, as-was, 16, 2, 0, 5,  1, 0,  1, 21
                    B, as-was, 8,  0, 1, 0,  0, 0,  0, 9
                    C, as-was, 5,  0, 0, 0,  0, 5,  0, 0
                    X, as-is,  8,  0, 1, 0,  0, 0,  0, 9
                    Y, as-is,  21, 2, 0, 0,  1, 0,  1, 21
                    """)
    void tableOfTheExample(
            String unit,
            String structure,
            int opening,
            int admissions,
            int in,
            int withIn,
            int out,
            int withOut,
            int died,
            int closing) {
        var figures = new Recount(example().told(), NOW, JULY)
                .figures(unit, JANUARY, JULY, structure.equals("as-was") ? Structure.AS_WAS : Structure.asIs(JULY));
        assertThat(Stream.of(
                                "opening",
                                "admissions",
                                "transfers-in",
                                "with-units-in",
                                "transfers-out",
                                "with-units-out",
                                "died",
                                "closing")
                        .map(code -> (int) figures.get(code).orZero())
                        .toList())
                .containsExactly(opening, admissions, in, withIn, out, withOut, died, closing);
    }

    @Test
    void linesOfXAsWas() {
        var lines = new Recount(example().told(), NOW, JULY).lines("X", JANUARY, JULY, Structure.AS_WAS);
        assertThat(lines).extracting(Recount.Line::unit).containsExactly("A", "B");
        var a = lines.get(0);
        assertThat(a.days()).contains(LocalDate.parse("2024-03-31")).doesNotContain(LocalDate.parse("2024-04-01"));
        assertThat(a.figures().get("admissions")).isEqualTo(Figure.of(1));
        assertThat(a.figures().get("closing")).isEqualTo(Figure.of(0));
        assertThat(a.figures().get("opening")).isEqualTo(Figure.of(16));
    }

    @ParameterizedTest
    @CsvSource({"2024-06-01, 1", "2024-07-01, 0"})
    void februaryAsKnownBeforeAndAfterTheCorrection(String known, int admissions) {
        var recount = new Recount(example().told(), Instant.parse(known + "T00:00:00Z"), JULY);
        var february =
                recount.figures("X", LocalDate.parse("2024-02-01"), LocalDate.parse("2024-03-01"), Structure.AS_WAS);
        assertThat(february.get("admissions")).isEqualTo(Figure.of(admissions));
    }

    @Test
    void unitThatEndedInThePeriodHasFlowsButNoClosing() {
        var later =
                example().event("end-c", "dissolve", "2024-06-01", "unit", "C").told();
        var recount = new Recount(later, NOW, JULY);
        assertThat(recount.figures("C", JANUARY, JULY, Structure.AS_WAS).get("closing"))
                .isEqualTo(Figure.none("ENDED"));
        assertThat(recount.figures("C", JANUARY, JULY, Structure.AS_WAS).get("with-units-out"))
                .isEqualTo(Figure.of(5));
        assertThat(recount.figures("C", JANUARY, JULY, Structure.asIs(JULY)).get("with-units-out"))
                .isEqualTo(Figure.none("ENDED"));
    }

    /**
     * The second half of the year. 1 July district X is dissolved: B goes to P. 10 July a part of a1 (three persons) leaves as the
     * new cell a3 under A, and one person more goes to a2. 1 August b1 is absorbed by a2, and on that day one of b1 dies and one of
     * b1 is expelled. 15 August new-2 is recognised.
     */
    static Story extended() {
        return example()
                .recordedOn("2024-07-02")
                .event("end-x", "dissolve", "2024-07-01", "unit", "X")
                .recordedOn("2024-07-11")
                .event(
                        "part",
                        "split-off",
                        "2024-07-10",
                        "unit",
                        "a1",
                        "new_code",
                        "a3",
                        "new_name",
                        "Chi bộ a3",
                        "new_kind",
                        "chi-bo",
                        "parent",
                        "A")
                .goesTo("part", "a1-2", "a3")
                .goesTo("part", "a1-3", "a3")
                .goesTo("part", "a1-4", "a3")
                .goesTo("part", "a1-5", "a2")
                .recordedOn("2024-08-02")
                .event("absorb-b1", "absorb", "2024-08-01", "unit", "b1", "into", "a2")
                .movement("m-4", "b1-1", "died", "2024-08-01", "from_cell", "b1")
                .movement("m-5", "b1-2", "expelled", "2024-08-01", "from_cell", "a2")
                .recordedOn("2024-08-16")
                .movement("m-6", "new-2", "recognition", "2024-08-15", "to_cell", "a2");
    }

    /** Codes in this order: opening, admissions, transfers-in, with-units-in, transfers-out, with-units-out, expelled, died, closing. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @DisplayName("extension")
    @CsvSource(textBlock = """
                    # X ends on 1 July: 9 of B leave with it; nothing else happened in it
                    X,  as-was,     2024-07-01, 9  0 0 0  0 9 0 0 -
                    # B keeps its people until b1 goes to a2 under A: 9 leave with the unit, the dead and the expelled among them
                    B,  as-was,     2024-07-01, 9  0 0 0  0 9 0 0 0
                    # a2 had 6 - 1 + 5 + 1 = 11; one comes from a1, nine with b1, of whom one dies and one is expelled
                    a2, as-was,     2024-07-01, 11 0 0 10 0 0 1 1 19
                    a1, as-was,     2024-07-01, 10 0 0 0  0 4 0 0 6
                    a3, as-was,     2024-07-01, -  0 0 3  0 0 0 0 3
                    A,  as-was,     2024-07-01, 21 0 0 9  0 0 1 1 28
                    P,  as-was,     2024-07-01, 30 0 0 0  0 0 1 1 28
                    # as-is: b1 stands for a2 all along; the parting of a1 still crosses between cells
                    a2, as-is,      2024-07-01, 20 0 0 1  0 0 1 1 19
                    A,  as-is,      2024-07-01, 30 0 0 0  0 0 1 1 28
                    B,  as-is,      2024-07-01, 0  0 0 0  0 0 0 0 0
                    X,  as-is,      2024-07-01, -  - - -  - - - - -
                    # the first half restated to the end of August: b1 and c1 stand for a2, so the walk from a2 to b1 crosses nothing
                    a2, 2024-08-31, 2024-01-01, 19 1 0 0  0 0 0 0 20
                    A,  2024-08-31, 2024-01-01, 29 2 0 0  0 0 0 1 30
                    B,  2024-08-31, 2024-01-01, 0  0 0 0  0 0 0 0 0
                    # to 15 July: c1 stands for a2 but b1 is still its own; the walk crosses from A to B. P is over both
                    A,  2024-07-15, 2024-01-01, 21 2 0 0  1 0 0 1 21
                    B,  2024-07-15, 2024-01-01, 8  0 1 0  0 0 0 0 9
                    X,  2024-07-15, 2024-01-01, -  - - -  - - - - -
                    """)
    void extension(String unit, String structure, LocalDate from, String expected) {
        var until = from.equals(JANUARY) ? JULY : LocalDate.parse("2024-09-01");
        var figures = new Recount(extended().told(), NOW, LocalDate.parse("2025-01-01"))
                .figures(unit, from, until, read(structure, until));
        assertThat(Stream.of(
                                "opening",
                                "admissions",
                                "transfers-in",
                                "with-units-in",
                                "transfers-out",
                                "with-units-out",
                                "expelled",
                                "died",
                                "closing")
                        .map(code -> figures.get(code).value() == null
                                ? "-"
                                : figures.get(code).toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected.replaceAll(" +", " "));
    }

    /** units, cells, base-organisations, direct-organisations, units-established, units-closed, cells-under-3-official. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
                    # at the end of August: Y A B C and a1 a2 a3; b1 and X closed since July, a3 opened
                    P,  as-was,     7 3 3 2 1 2 0
                    # direct: A and C; below also a1 a2 a3
                    Y,  as-was,     5 3 2 2 1 1 0
                    # b1 closed into a2, so its closing stands with A
                    A,  as-was,     3 3 0 3 1 1 0
                    B,  as-was,     0 0 0 0 0 0 0
                    a2, as-was,     0 0 0 0 0 1 0
                    C,  as-is,      0 0 0 - 0 0 0
                    A,  as-is,      3 3 0 - 1 1 0
                    """)
    void countsOfUnits(String unit, String structure, String expected) {
        var until = LocalDate.parse("2024-09-01");
        var figures = new Recount(extended().told(), NOW, until).figures(unit, JULY, until, read(structure, until));
        assertThat(countsOfUnits(figures)).isEqualTo(expected);
    }

    /** At the end of June the open units were X Y A B C a1 a2 b1: read under the tree of 31 August, b1 stands for a2 and X for P. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    P,  8 3 3 - 0 1 0
                    A,  3 3 0 - 0 1 0
                    a2, 1 1 0 - 0 1 0
                    B,  0 0 0 - 0 0 0
                    """)
    void countsOfUnitsRestated(String unit, String expected) {
        var figures = new Recount(extended().told(), NOW, LocalDate.parse("2024-09-01"))
                .figures(unit, JANUARY, JULY, Structure.restated(LocalDate.parse("2024-08-31")));
        assertThat(countsOfUnits(figures)).isEqualTo(expected);
    }

    private static String countsOfUnits(java.util.Map<String, Figure> figures) {
        return Stream.of(
                        "units",
                        "cells",
                        "base-organisations",
                        "direct-organisations",
                        "units-established",
                        "units-closed",
                        "cells-under-3-official")
                .map(code -> figures.get(code).value() == null
                        ? "-"
                        : figures.get(code).toString())
                .collect(Collectors.joining(" "));
    }

    private static Structure read(String structure, LocalDate until) {
        return switch (structure) {
            case "as-was" -> Structure.AS_WAS;
            case "as-is" -> Structure.asIs(until);
            default -> Structure.restated(LocalDate.parse(structure));
        };
    }
}
