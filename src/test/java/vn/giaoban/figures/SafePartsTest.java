package vn.giaoban.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be shown of sensitive parts, and that nothing small can be worked out from it. */
class SafePartsTest {

    private static final int LEAST = 5;

    @Test
    void aSmallPartTakesTheNextSmallestWithIt() {
        var parts = SafeParts.of(List.of(table("kinh 300", "tay 40", "nung 20", "dao 3")), LEAST);

        assertThat(parts.whole()).containsExactlyInAnyOrder("kinh", "tay");
    }

    @Test
    void fewPeopleOfSeveralPartsAreFewToo() {
        var parts = SafeParts.of(List.of(table("kinh 300", "tay 40", "nung 20", "dao 1", "mong 2")), LEAST);

        assertThat(parts.whole()).containsExactlyInAnyOrder("kinh", "tay");
    }

    @Test
    void whatOneUnitWithholdsItsNeighboursWithholdToo() {
        // the one has no next smallest but Kinh; were Kinh shown beside it, the difference to the parent would tell of
        // 3 Tày
        var parts = SafeParts.of(List.of(table("kinh 100", "tay 50", "nung 20"), table("kinh 30", "tay 3")), LEAST);

        assertThat(parts.whole()).isEmpty();
    }

    @Test
    void aPartIsDividedOnlyIfEachPieceAndAllThatIsLeftAreNoneOrMany() {
        var parts = SafeParts.of(
                List.of(table(
                        "kinh/m 200",
                        "kinh/f 100",
                        "tay/m 20",
                        "tay/f 20",
                        "nung/m 9",
                        "nung/f 1",
                        "dao/m 6",
                        "dao/f 6")),
                LEAST);

        assertThat(parts.whole()).containsExactlyInAnyOrder("kinh", "tay", "nung", "dao");
        assertThat(parts.divided()).containsExactlyInAnyOrder("kinh", "tay");
    }

    @Test
    void nothingIsWithheldWhereAllAreMany() {
        assertThat(SafeParts.of(List.of(table("kinh/m 200", "tay/m 20", "tay/f 5")), LEAST)
                        .divided())
                .containsExactlyInAnyOrder("kinh", "tay");
    }

    /**
     * A province of four districts with random people. Known are all numbers that are not sensitive, all that is shown, which parts there
     * are, and that nobody is counted below nothing. Every number of few that follows from it by adding and subtracting is a fault.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nothingSmallFollowsFromWhatIsShown(long seed) {
        var random = new Random(seed);
        var shownAtAll = 0;
        for (int n = 0; n < 400; n++) {
            var people = new People(random);
            var known = people.published();
            shownAtAll += people.cellsShown;
            for (var secret : people.secrets()) {
                assertThat(known.tells(secret.sum()))
                        .as("seed %d, %d: %s of %s", seed, n, secret, people)
                        .isFalse();
            }
        }
        assertThat(shownAtAll).isGreaterThan(200);
    }

    private static SafeParts.Table table(String... counts) {
        var table = new SafeParts.Table();
        for (var count : counts) {
            var words = count.split("[/ ]");
            table.add(words[0], words.length == 3 ? words[1] : "", Long.parseLong(words[words.length - 1]));
        }
        return table;
    }

    /** Which of the unknown numbers are added, and what they come to. */
    private record Sum(List<Integer> unknowns, long value) {}

    private record Secret(String what, Sum sum) {}

    private static final class People {

        static final int DISTRICTS = 4;
        static final int PARTS = 4;
        static final int OTHERS = 3;

        final long[][][] counts = new long[DISTRICTS][PARTS][OTHERS];
        int cellsShown;

        People(Random random) {
            var few = 1 + random.nextInt(12);
            for (var district : counts) {
                for (int part = 0; part < PARTS; part++) {
                    for (int other = 0; other < OTHERS; other++) {
                        district[part][other] =
                                random.nextInt(6) == 0 ? random.nextInt(8) : few * random.nextInt(20 - 4 * part);
                    }
                }
            }
        }

        private static int unknown(int district, int part, int other) {
            return (district * PARTS + part) * OTHERS + other;
        }

        /** Of one district, or of all with -1; of one part or all; of one other or all. */
        private Sum sum(int district, int part, int other) {
            var unknowns = new ArrayList<Integer>();
            var value = 0L;
            for (int d = 0; d < DISTRICTS; d++) {
                for (int p = 0; p < PARTS; p++) {
                    for (int o = 0; o < OTHERS; o++) {
                        if ((district < 0 || d == district) && (part < 0 || p == part) && (other < 0 || o == other)) {
                            unknowns.add(unknown(d, p, o));
                            value += counts[d][p][o];
                        }
                    }
                }
            }
            return new Sum(unknowns, value);
        }

        private SafeParts.Table table(int district) {
            var table = new SafeParts.Table();
            for (int part = 0; part < PARTS; part++) {
                for (int other = 0; other < OTHERS; other++) {
                    table.add(
                            "p" + part, "o" + other, sum(district, part, other).value());
                }
            }
            return table;
        }

        Known published() {
            var known = new Known();
            var above = SafeParts.of(List.of(table(-1)), LEAST);
            publish(-1, above, known);
            var districts = new ArrayList<SafeParts.Table>();
            for (int district = 0; district < DISTRICTS; district++) {
                districts.add(table(district));
            }
            var safe = above.below(districts, LEAST);
            for (int district = 0; district < DISTRICTS; district++) {
                publish(district, safe, known);
            }
            return known;
        }

        private void publish(int district, SafeParts safe, Known known) {
            for (int other = 0; other < OTHERS; other++) {
                known.add(sum(district, -1, other));
                var rest = new ArrayList<Integer>();
                var value = 0L;
                for (int part = 0; part < PARTS; part++) {
                    var cell = sum(district, part, other);
                    if (safe.divided().contains("p" + part)) {
                        known.add(cell);
                        cellsShown++;
                    } else {
                        rest.addAll(cell.unknowns());
                        value += cell.value();
                    }
                }
                known.add(new Sum(rest, value));
            }
            for (int part = 0; part < PARTS; part++) {
                if (safe.whole().contains("p" + part)) {
                    known.add(sum(district, part, -1));
                }
            }
        }

        /** Every number of few people of one part: of a district or of all, in one other part or in all. */
        List<Secret> secrets() {
            var secrets = new ArrayList<Secret>();
            for (int district = -1; district < DISTRICTS; district++) {
                for (int part = 0; part < PARTS; part++) {
                    for (int other = -1; other < OTHERS; other++) {
                        var sum = sum(district, part, other);
                        if (sum.value() > 0 && sum.value() < LEAST) {
                            secrets.add(new Secret(district + "/" + part + "/" + other, sum));
                        }
                    }
                }
            }
            return secrets;
        }

        @Override
        public String toString() {
            return java.util.Arrays.deepToString(counts);
        }
    }

    /** Equations, brought into echelon form modulo a prime: a sum follows from them if it leaves nothing over. */
    private static final class Known {

        private static final long PRIME = 2_147_483_647;
        private static final int UNKNOWNS = People.DISTRICTS * People.PARTS * People.OTHERS;

        private final long[][] echelon = new long[UNKNOWNS][];

        void add(Sum sum) {
            if (sum.value() == 0) {
                sum.unknowns().forEach(unknown -> insert(row(Set.of(unknown))));
            } else {
                insert(row(sum.unknowns()));
            }
        }

        boolean tells(Sum sum) {
            return reduced(row(sum.unknowns())) < 0;
        }

        private static long[] row(java.util.Collection<Integer> unknowns) {
            var row = new long[UNKNOWNS];
            unknowns.forEach(unknown -> row[unknown]++);
            return row;
        }

        private void insert(long[] row) {
            var lead = reduced(row);
            if (lead >= 0) {
                var inverse = BigInteger.valueOf(row[lead])
                        .modInverse(BigInteger.valueOf(PRIME))
                        .longValue();
                for (int n = 0; n < UNKNOWNS; n++) {
                    row[n] = row[n] * inverse % PRIME;
                }
                echelon[lead] = row;
            }
        }

        /** The first unknown that is left of it, or -1. */
        private int reduced(long[] row) {
            var lead = -1;
            for (int n = 0; n < UNKNOWNS; n++) {
                if (row[n] != 0 && echelon[n] != null) {
                    var times = row[n];
                    for (int m = n; m < UNKNOWNS; m++) {
                        row[m] = Math.floorMod(row[m] - times * echelon[n][m] % PRIME, PRIME);
                    }
                } else if (row[n] != 0 && lead < 0) {
                    lead = n;
                }
            }
            return lead;
        }
    }
}
