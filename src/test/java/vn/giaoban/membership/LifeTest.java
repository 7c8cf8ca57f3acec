package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lives as a table. Facts: {@code 05-10 transfer a>b}; days are of 2024, the register begins on 1 January. The tree: cells a, b, c, d and
 * the base x; e opens on 1 May; c is absorbed by b on 1 June; d is divided on 1 July (entry 50) between the principal e and others; g is
 * dissolved on 1 August into x, which holds no members; on 1 September h is dissolved and k ceases to hold members, the first naming a,
 * the other c as the cell of those whom nobody named.
 */
class LifeTest {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    final SmallTree tree = new SmallTree()
            .open("a", "2020-01-01")
            .open("b", "2020-01-01")
            .open("c", "2020-01-01")
            .open("d", "2020-01-01")
            .open("g", "2020-01-01")
            .open("e", "2024-05-01")
            .openBase("x", "2020-01-01")
            .close("c", "2024-06-01", "b")
            .close("d", "2024-07-01", "e", 50L)
            .close("g", "2024-08-01", "x")
            .open("n", "2024-01-01")
            .open("h", "2020-01-01")
            .close("h", "2024-09-01", "x")
            .receives("h", "2024-09-01", "a")
            .open("k", "2020-01-01")
            .ceases("k", "2024-09-01")
            .receives("k", "2024-09-01", "c")
            .open("m", "2020-01-01")
            .close("m", "2024-06-15", "x")
            .receives("m", "2024-06-15", "d");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        opening a                                                    | a O 12-31..
        opening a P                                                  | a P 12-31..
        03-01 admission >a                                           | a P 03-01..
        03-01 admission >a; 04-02 recognition                        | a P 03-01..04-02, a O 04-02..
        03-01 admission >a; 04-02 recognition; 05-01 recognition-annulled | a P 03-01..04-02, a O 04-02..05-01, a P 05-01..
        opening a; 03-01 transfer a>b                                | a O 12-31..03-01, b O 03-01..
        opening a; 03-01 transfer >b                                 | a O 12-31..03-01, b O 03-01..
        opening a; 03-01 transfer a>!Ha Noi; 05-01 transfer !Ha Noi>b | a O 12-31..03-01, b O 05-01..
        03-01 transfer !Ha Noi>b                                     | b O 03-01..
        opening a; 03-01 died                                        | a O 12-31..03-01
        opening a P; 03-01 expelled; 04-01 restored >a               | a P 12-31..03-01, a P 04-01..
        opening a; 03-01 struck-off; 04-01 readmission >b            | a O 12-31..03-01, b P 04-01..
        03-01 admission >a; 03-05 annulled; 04-01 admission >a       | a P 03-01..03-05, a P 04-01..
        03-01 admission >a; 03-01 transfer a>b; 03-01 died b>        | -
        03-01 transfer !X>a; 03-01 recognition >a                    | error 2 already-official
        opening a P; 03-01 recognition; 03-01 transfer a>!X          | a P 12-31..03-01
        opening a; 03-01 exempted; 03-01 transfer a>!X               | a O 12-31..03-01
        opening a; 02-01 exempted; 03-01 transfer a>!X; 03-01 exemption-ended | a O 12-31..02-01, a Oe 02-01..03-01
        opening a; 03-01 exempted; 04-01 suspended; 05-01 exemption-ended | a O 12-31..03-01, a Oe 03-01..04-01, a Oes 04-01..05-01, a Os 05-01..
        opening a; 03-01 away; 04-01 transfer a>b; 05-01 back    | a O 12-31..03-01, a Ow 03-01..04-01, b Ow 04-01..05-01, b O 05-01..
        opening a; 02-01 exempted; 03-01 expelled; 04-01 restored >b | a O 12-31..02-01, a Oe 02-01..03-01, b O 04-01..
        opening c                                                    | c O 12-31..
        opening c; 06-01 transfer c>a                                | c O 12-31..06-01, a O 06-01..
        opening c; 06-01 transfer b>a                                | c O 12-31..06-01, a O 06-01..
        opening c; 07-01 died b>                                     | c O 12-31..07-01
        07-01 admission >c                                           | c P 07-01..
        opening d                                                    | d O 12-31..
        opening d; carried d>a                                       | d O 12-31..07-01, a O 07-01..
        opening d; carried d>e                                       | d O 12-31..
        opening m; carried d>a                                       | m O 12-31..06-15, d O 06-15..07-01, a O 07-01..
        opening d; carried d>a; 07-01 died a>                        | d O 12-31..07-01
        opening d; carried d>a; 07-01 transfer a>b                   | d O 12-31..07-01, b O 07-01..
        opening d; 03-01 transfer d>a; carried d>b                   | d O 12-31..03-01, a O 03-01..
        late 03-01 admission >d; carried d>e                         | d P 03-01..
        opening h                                                    | h O 12-31..09-01, a O 09-01..
        late 08-01 admission >h                                      | h P 08-01..09-01, a P 09-01..
        opening n                                                    | n O 12-31..
        opening k                                                    | k O 12-31..09-01, c O 09-01..
        opening h; 09-01 transfer >b                                 | h O 12-31..09-01, b O 09-01..
        late 03-01 admission >d; 06-30 died                          | d P 03-01..06-30
        """)
    void belongs(String facts, @Nullable String belongings) {
        assertThat(told(read(facts))).isEqualTo(belongings == null ? "" : belongings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        opening a; 03-01 admission >b                          | error 1 already-belongs
        opening a; 03-01 expelled; 04-01 admission >b          | error 2 was-member
        03-01 readmission >a                                   | error 1 never-left
        opening a; 03-01 resigned; 04-01 restored >a           | error 2 not-removed
        03-01 admission                                        | error 1 cell-missing
        03-01 died                                             | error 1 not-a-member
        opening a; 03-01 died; 03-02 transfer a>b              | error 2 dead
        opening a; 03-01 died; 03-02 transfer !X>b             | error 2 dead
        opening a; 03-01 died; 03-02 died                      | error 2 dead
        opening a; 03-01 expelled; 03-02 transfer !X>b         | error 2 left-before
        opening a; 03-01 transfer a>b; 03-01 transfer b>a      | error 2 second-on-day
        opening a; 03-01 transfer b>a                          | error 1 belongs-elsewhere
        opening a; 03-01 transfer a>a                          | error 1 same-cell
        opening c; 06-02 transfer c>b                          | error 1 same-cell
        opening a; 03-01 transfer a>x                          | error 1 holds-no-members
        opening a; 04-30 transfer a>e                          | error 1 holds-no-members
        opening a; 03-01 transfer a>                           | error 1 cell-missing
        opening a; 03-01 transfer !X>b                         | error 1 already-belongs
        03-01 transfer >b                                      | error 1 not-a-member
        opening a; 03-01 recognition                           | error 1 already-official
        opening a; 03-01 exempted; 04-01 exempted              | error 2 condition-as-it-was
        opening a; 03-01 exemption-ended                       | error 1 condition-as-it-was
        opening a; 03-01 died a>b                              | error 1 not-used
        opening x                                              | error 0 holds-no-members
        opening e                                              | error 0 holds-no-members
        opening g                                              | error 0 left-without-cell
        opening g; 03-01 transfer g>a; 09-01 transfer a>g      | error 2 holds-no-members
        late 03-01 admission >d                                | error 1 cell-shared-out
        late 07-05 admission >d                                | error 1 cell-shared-out
        2023-05-01 admission >a                                | error 1 before-first-day
        2023-05-01 died; opening a                             | error 0 opening-after-leaving
        """)
    void refuses(String facts, String error) {
        assertThat(told(read(facts))).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        2005-02-03 admission >a; 2006-02-03 recognition; opening a  | a O 12-31..
        2005-02-03 admission; 03-01 transfer !X>a                   | a P 03-01..
        2005-02-03 admission; 2006-02-03 recognition; 03-01 transfer !X>a | a O 03-01..
        2005-02-03 admission; 2010-02-03 expelled; 03-01 restored >a | a P 03-01..
        2020-02-03 exempted; opening a                              | a Oe 12-31..
        """)
    void earlierEventsAreFactsOfThePerson(String facts, @Nullable String belongings) {
        assertThat(told(read(facts))).isEqualTo(belongings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        opening a                                              | -
        03-01 admission >a; 04-02 recognition                  | 03-01 admission >a P, 04-02 recognition >a O
        opening c; 06-01 died                                  | 06-01 died c> O
        opening d; carried d>a; 07-01 died                     | 07-01 carried d>a O, 07-01 died a> O
        opening d; carried d>e                                 | -
        opening h                                              | 09-01 carried h>a O
        opening k; 09-01 died c>                               | 09-01 carried k>c O, 09-01 died c> O
        03-01 transfer !X>a; 04-01 transfer a>!Y               | 03-01 transfer >a O, 04-01 transfer a> O
        opening a P; 03-01 recognition; 03-01 transfer a>b     | 03-01 transfer a>b P, 03-01 recognition >b O
        opening a P; 03-01 recognition; 03-01 transfer a>!X    | 03-01 recognition >a O, 03-01 transfer a> O
        2005-02-03 admission >a; opening a                     | -
        """)
    void stepsFromCellToCell(String facts, @Nullable String steps) {
        var life = read(facts);
        assertThat(life.errors()).isEmpty();
        assertThat(life.steps().stream()
                        .map(step -> "%s %s %s>%s %s"
                                .formatted(
                                        step.day().toString().substring(5),
                                        step.kind().code(),
                                        tree.name(step.from()),
                                        tree.name(step.to()),
                                        step.degree().name().charAt(0)))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(steps == null ? "" : steps);
    }

    private Life read(String text) {
        Facts.@Nullable Opening opening = null;
        var moves = new ArrayList<Facts.Move>();
        var carried = new ArrayList<Facts.Carried>();
        for (var line : text.split(";")) {
            var late = line.strip().startsWith("late ");
            var words = line.strip().replaceFirst("^late ", "").split(" ", 3);
            if (words[0].equals("opening")) {
                var degree = words.length > 2 ? Degree.PROBATIONARY : Degree.OFFICIAL;
                opening = new Facts.Opening(tree.id(words[1]), FIRST.minusDays(1), degree, 1);
            } else if (words[0].equals("carried")) {
                var cells = words[1].split(">");
                carried.add(new Facts.Carried(7, LocalDate.of(2024, 7, 1), tree.id(cells[0]), tree.id(cells[1]), 50));
            } else {
                var day = LocalDate.parse(words[0].length() == 5 ? "2024-" + words[0] : words[0]);
                var ends = (words.length > 2 ? words[2] : ">").split(">", 2);
                moves.add(new Facts.Move(
                        moves.size() + 1,
                        MovementKind.ofCode(words[1]),
                        day,
                        ends[0].isBlank() || ends[0].startsWith("!") ? null : tree.id(ends[0]),
                        ends[0].startsWith("!") ? ends[0] : null,
                        ends[1].isBlank() || ends[1].startsWith("!") ? null : tree.id(ends[1]),
                        ends[1].startsWith("!") ? ends[1] : null,
                        null,
                        late ? 60 : moves.size() + 1));
            }
        }
        return Life.of(new Facts(FIRST, opening, null, moves, carried, Profile.Joined.UNKNOWN), tree);
    }

    private String told(Life life) {
        if (!life.errors().isEmpty()) {
            return life.errors().stream()
                    .map(error -> "error " + error.fact() + " " + error.code())
                    .collect(Collectors.joining(", "));
        }
        return told(life.belongings());
    }

    private String place(String mark, Belonging.@Nullable Beside place) {
        return place == null ? "" : mark + (place.unit() == null ? place.outside() : tree.name(place.unit()));
    }

    /** {@code a Ow @b}: belongs to a, for a time in b; {@code #c}: introduced to c where he lives. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            opening a; 02-01 away >b; 03-01 back                         | a O 12-31..02-01, a Ow @b 02-01..03-01, a O 03-01..
            opening a; 02-01 away >!Bình Dương                           | a O 12-31..02-01, a Ow @!Bình Dương 02-01..
            opening a; 02-01 away                                        | a O 12-31..02-01, a Ow 02-01..
            2019-02-01 away >b; opening a; 03-01 back                    | a Ow @b 12-31..03-01, a O 03-01..
            opening a; 02-01 residence >b; 04-01 residence-ended         | a O 12-31..02-01, a O #b 02-01..04-01, a O 04-01..
            opening a; 02-01 residence >b; 03-01 away >n; 04-01 back     | a O 12-31..02-01, a O #b 02-01..03-01, a Ow @n #b 03-01..04-01, a O #b 04-01..
            opening a; 02-01 residence >b; 03-01 transfer a>n            | a O 12-31..02-01, a O #b 02-01..03-01, n O #b 03-01..
            opening a; 02-01 away >b; 03-01 transfer a>!X                | a O 12-31..02-01, a Ow @b 02-01..03-01
            opening a; 02-01 away >b; 03-01 struck-off; 04-01 readmission >a | a O 12-31..02-01, a Ow @b 02-01..03-01, a P 04-01..
            opening a; 02-01 away >b; 03-01 transfer a>b                 | a O 12-31..02-01, a Ow @b 02-01..03-01, b O 03-01..
            opening a; 02-01 away >b; 03-01 transfer a>b; 04-01 back     | a O 12-31..02-01, a Ow @b 02-01..03-01, b O 03-01..
            opening a; 02-01 away >c                                     | a O 12-31..02-01, a Ow @c 02-01..
            opening a; 02-01 away >c; 07-01 back                         | a O 12-31..02-01, a Ow @c 02-01..07-01, a O 07-01..
            opening a; 02-01 away >g                                     | a O 12-31..02-01, a Ow @g 02-01..08-01, a O 08-01..
            opening a; 02-01 away >g; 09-01 back                         | a O 12-31..02-01, a Ow @g 02-01..08-01, a O 08-01..
            opening a; 02-01 away >g; 09-01 back; 10-01 back             | error 3 condition-as-it-was
            opening a; 02-01 residence >g                                | a O 12-31..02-01, a O #g 02-01..08-01, a O 08-01..
            opening c; 02-01 away >b                                     | c O 12-31..02-01, c Ow @b 02-01..06-01, c O 06-01..
            opening a; 02-01 away >b; 03-01 away >n                      | error 2 condition-as-it-was
            opening a; 02-01 residence >b; 03-01 residence >n            | error 2 condition-as-it-was
            opening a; 02-01 back                                        | error 1 condition-as-it-was
            opening a; 02-01 away >x                                     | error 1 hosts-nobody
            opening a; 02-01 away >e                                     | error 1 hosts-nobody
            opening a; 02-01 away >a                                     | error 1 same-cell
            opening a; 02-01 residence                                   | error 1 to-where
            opening a; 02-01 exempted >b                                 | error 1 not-used
            02-01 away >b                                                | error 1 not-a-member
            """)
    void besideTheCell(String facts, String expected) {
        assertThat(told(read(facts))).isEqualTo(expected);
    }

    private String told(List<Belonging> belongings) {
        return belongings.stream()
                .map(b -> tree.name(b.cell())
                        + " " + b.degree().name().charAt(0)
                        + (b.exempt() ? "e" : "")
                        + (b.suspended() ? "s" : "")
                        + (b.away() ? "w" : "")
                        + place(" @", b.temporary())
                        + place(" #", b.residence())
                        + " " + b.from().toString().substring(5) + ".."
                        + (b.until().equals(LocalDate.MAX)
                                ? ""
                                : b.until().toString().substring(5)))
                .collect(Collectors.joining(", "));
    }
}
