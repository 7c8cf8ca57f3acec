package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.ModuleTest;

/** Party age and badges as tables; the rules are those of the database. Source: 294-QĐ/TW art. 4.5, 28.1; HD 06-HD/TW 5.3, 18. */
@ModuleTest
class SeniorityTest {

    @Autowired
    MemberReading reading;

    /** Facts: {@code decided 1990-05-20}, {@code ceremony …}, {@code gap 100}, or a movement with its day and, after /, its decision. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                the decision counts, not the ceremony  | decided 1990-05-20, ceremony 1990-07-01                                                             | 34 | 1990-05-20 |
                the card's day where it is lost        | ceremony 1990-07-01                                                                                 | 33 | 1990-07-01 | CEREMONY
                an admission of the register           | admission 2021-03-03/2021-02-01                                                                     | 3  | 2021-02-01 |
                without its decision: its ceremony     | admission 2021-03-03                                                                                | 3  | 2021-03-03 | CEREMONY
                a gap of the papers                    | decided 1990-05-20, gap 366                                                                         | 33 | 1991-05-21 | 366
                struck off and readmitted              | decided 1990-05-20, struck-off 2000-03-01, readmission 2003-03-01                                   | 31 | 1993-05-19 | 1095 struck-off
                expelled and readmitted                | decided 1990-05-20, expelled 2000-03-01, readmission 2005-03-01                                     | 29 | 1995-05-20 | 1826 expelled
                resigned and readmitted, with a gap    | decided 1990-05-20, gap 10, resigned 2000-03-01, readmission 2000-03-31                             | 34 | 1990-06-29 | 10; 30 resigned
                twice out                              | decided 1980-05-20, struck-off 1990-01-01, readmission 1993-01-01, resigned 2000-01-01, readmission 2001-01-01 | 40 | 1984-05-21 | 1096 struck-off; 366 resigned
                restored: no gap                       | decided 1990-05-20, expelled 2000-03-01, restored 2005-03-01                                        | 34 | 1990-05-20 | restored 2005-03-01
                restored, and later out and back       | decided 1990-05-20, expelled 2000-03-01, restored 2005-03-01, resigned 2010-01-01, readmission 2011-01-01      | 33 | 1991-05-20 | 365 resigned; restored 2005-03-01
                annulled: it never was                 | admission 2020-03-03/2020-02-01, annulled 2021-01-01, admission 2023-05-19/2023-04-01                | 1  | 2023-04-01 |
                annulled, papers said otherwise        | decided 2020-02-01, annulled 2021-01-01, admission 2023-05-19/2023-04-01                            | 1  | 2023-04-01 |
                left: counted to that day              | decided 1990-05-20, struck-off 2000-05-19                                                           | 9  | 1990-05-20 | until 2000-05-19
                died on the day it was completed       | decided 1990-05-20, died 2020-05-20                                                                 | 30 | 1990-05-20 | until 2020-05-20
                away to another province: no gap       | decided 1990-05-20, transfer 2010-01-01                                                             | 34 | 1990-05-20 |
                what is still to come does not count   | decided 1990-05-20, struck-off 2024-07-01                                                           | 34 | 1990-05-20 |
                nothing is known                       | struck-off 2000-03-01, readmission 2005-03-01                                                       |    |            | 1826 struck-off
                a readmission alone says no beginning  | readmission 2005-03-01                                                                              |    |            |
                29 February completes on 1 March       | decided 1992-02-29                                                                                  | 32 | 1992-02-29 |
                """)
    void partyAgeOnTheThirtiethOfJune2024(
            String name, String facts, @Nullable Integer years, @Nullable LocalDate from, @Nullable String steps) {
        var seniority = Seniority.of(facts(facts), LocalDate.of(2024, 6, 30), rules());
        assertThat(seniority.years()).isEqualTo(years);
        assertThat(seniority.partyFrom()).isEqualTo(from);
        assertThat(steps(seniority)).isEqualTo(Objects.toString(steps, ""));
    }

    /** Whoever is restored was never out; whoever is readmitted begins another stretch. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            decided 1990-05-20, struck-off 2000-03-01, readmission 2003-03-01                                    | 2000-01-01 | 1990-05-20
            decided 1990-05-20, struck-off 2000-03-01, readmission 2003-03-01                                    | 2003-03-01 | 1993-05-19
            decided 1990-05-20, expelled 2000-03-01, restored 2005-03-01                                         | 2005-03-01 | 1990-05-20
            admission 2020-03-03/2020-02-01, annulled 2021-01-01, admission 2023-05-19/2023-04-01                | 2020-06-01 | 2020-02-01
            admission 2020-03-03/2020-02-01, annulled 2021-01-01, admission 2023-05-19/2023-04-01                | 2023-05-19 | 2023-04-01
            """)
    void whatFiguresReadOnADay(String facts, LocalDate on, LocalDate from) {
        assertThat(PartyAge.of(facts(facts)))
                .filteredOn(age -> !age.from().isAfter(on) && on.isBefore(age.until()))
                .singleElement()
                .extracting(PartyAge::partyFrom)
                .isEqualTo(from);
    }

    @ParameterizedTest(name = "counted from {0}, on {1}: {2}, next {3} due {4} given {5}")
    @CsvSource(delimiter = '|', textBlock = """
            1995-02-10 | 2024-06-30 |    | 30 | 2025-02-10 | 2025-02-03
            1994-12-01 | 2024-06-30 |    | 30 | 2024-12-01 | 2025-02-03
            1994-11-30 | 2024-06-30 |    | 30 | 2024-11-30 | 2024-11-07
            1994-10-01 | 2024-06-30 |    | 30 | 2024-10-01 | 2024-11-07
            1994-09-30 | 2024-06-30 |    | 30 | 2024-09-30 | 2024-09-02
            1995-03-01 | 2024-06-30 |    | 30 | 2025-03-01 | 2025-05-19
            1995-05-31 | 2024-06-30 |    | 30 | 2025-05-31 | 2025-05-19
            1994-06-30 | 2024-06-30 | 30 | 40 | 2034-06-30 | 2034-09-02
            1989-01-01 | 2024-06-30 | 30 | 40 | 2029-01-01 | 2029-02-03
            1984-06-30 | 2024-06-30 | 40 | 45 | 2029-06-30 | 2029-09-02
            1979-06-30 | 2024-06-30 | 45 | 50 | 2029-06-30 | 2029-09-02
            1974-06-30 | 2024-06-30 | 50 | 55 | 2029-06-30 | 2029-09-02
            1969-06-30 | 2024-06-30 | 55 | 60 | 2029-06-30 | 2029-09-02
            1964-06-30 | 2024-06-30 | 60 | 65 | 2029-06-30 | 2029-09-02
            1959-06-30 | 2024-06-30 | 65 | 70 | 2029-06-30 | 2029-09-02
            1954-06-30 | 2024-06-30 | 70 | 75 | 2029-06-30 | 2029-09-02
            1949-06-30 | 2024-06-30 | 75 | 80 | 2029-06-30 | 2029-09-02
            1944-06-30 | 2024-06-30 | 80 | 85 | 2029-06-30 | 2029-09-02
            1939-06-30 | 2024-06-30 | 85 | 90 | 2029-06-30 | 2029-09-02
            1934-06-30 | 2024-06-30 | 90 |    |            |
            1996-02-29 | 2025-12-31 |    | 30 | 2026-03-01 | 2026-05-19
            """)
    void badges(
            LocalDate from,
            LocalDate on,
            @Nullable Integer reached,
            @Nullable Integer next,
            @Nullable LocalDate due,
            @Nullable LocalDate given) {
        var rules = rules();
        assertThat(rules.reached(from, on).map(BadgeRules.Badge::years).orElse(null))
                .isEqualTo(reached);
        var badge = rules.next(from, on).orElse(null);
        assertThat(badge == null ? null : badge.years()).isEqualTo(next);
        assertThat(badge == null ? null : badge.due()).isEqualTo(due);
        assertThat(badge == null ? null : badge.award()).isEqualTo(given);
        if (badge != null) {
            assertThat(badge.source()).contains("294-QĐ/TW");
        }
    }

    /** Every day of a year has an award day at most a month before it, or the next one. */
    @Test
    void everyBadgeHasItsDay() {
        for (var due = LocalDate.of(2027, 1, 1); due.getYear() == 2027; due = due.plusDays(1)) {
            var award = rules().next(due.minusYears(30), due.minusDays(1))
                    .orElseThrow()
                    .award();
            assertThat(award).isBetween(due.minusMonths(1), due.plusMonths(4));
        }
    }

    /** Source: domain facts 3.3, counting section 2. Known to the year it counts from 1 July, to the month from the 1st, and is marked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            05/03/1987 | 1987-03-05 | DAY   | true
            1987-03-05 | 1987-03-05 | DAY   | true
            03/1987    | 1987-03-01 | MONTH | false
            1987-03    | 1987-03-01 | MONTH | false
            12.1987    | 1987-12-01 | MONTH | false
            1987       | 1987-07-01 | YEAR  | false
            """)
    void birthDates(String typed, LocalDate counts, Birth.Precision precision, boolean exact) throws Exception {
        var birth = Birth.read(typed);
        assertThat(birth.day()).isEqualTo(counts);
        assertThat(birth.precision()).isEqualTo(precision);
        assertThat(birth.exact()).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1987       | 2005-06-30 | 17
            1987       | 2005-07-01 | 18
            03/1987    | 2005-02-28 | 17
            03/1987    | 2005-03-01 | 18
            29/02/1988 | 2006-02-28 | 17
            29/02/1988 | 2006-03-01 | 18
            """)
    void ages(String typed, LocalDate on, int years) throws Exception {
        assertThat(Age.on(on, Birth.read(typed).day())).isEqualTo(years);
    }

    private BadgeRules rules() {
        return reading.badgeRules(LocalDate.of(2024, 6, 30));
    }

    private static Facts facts(String text) {
        LocalDate decided = null;
        LocalDate ceremony = null;
        var gap = 0;
        var moves = new ArrayList<Facts.Move>();
        for (var part : text.strip().split(", ")) {
            var words = part.split(" ");
            switch (words[0]) {
                case "decided" -> decided = LocalDate.parse(words[1]);
                case "ceremony" -> ceremony = LocalDate.parse(words[1]);
                case "gap" -> gap = Integer.parseInt(words[1]);
                default -> moves.add(move(moves.size() + 1L, words[0], words[1].split("/")));
            }
        }
        return new Facts(
                LocalDate.of(2020, 1, 1),
                null,
                null,
                moves,
                List.of(),
                new Profile.Joined(decided, ceremony, null, gap));
    }

    private static Facts.Move move(long id, String kind, String... days) {
        return new Facts.Move(
                id,
                MovementKind.ofCode(kind),
                LocalDate.parse(days[0]),
                null,
                null,
                null,
                null,
                days.length > 1 ? LocalDate.parse(days[1]) : null,
                1);
    }

    private static String steps(Seniority seniority) {
        var steps = seniority.gaps().stream()
                .map(gap -> gap.days() + (gap.by() == null ? "" : " " + gap.by().code()))
                .collect(Collectors.toCollection(ArrayList::new));
        seniority.restored().forEach(day -> steps.add("restored " + day));
        if (seniority.ended() != null) {
            steps.add("until " + seniority.ended());
        }
        if (seniority.basis() == Seniority.Basis.CEREMONY) {
            steps.add("CEREMONY");
        }
        return String.join("; ", steps);
    }
}
