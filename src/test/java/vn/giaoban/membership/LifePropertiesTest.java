package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Facts.Move;
import vn.giaoban.shared.UnitId;

/** What holds for every life, whatever the facts. */
class LifePropertiesTest {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    final SmallTree tree = new SmallTree()
            .open("a", "2020-01-01")
            .open("b", "2020-01-01")
            .open("c", "2020-01-01")
            .openBase("x", "2020-01-01")
            .open("e", "2024-01-04")
            .close("c", "2024-01-06", "b");

    @Provide
    Arbitrary<List<Move>> moves() {
        var cells = Arbitraries.of("a", "b", "c", "e").map(tree::id).injectNull(0.4);
        var places = Arbitraries.of("Hà Nội").injectNull(0.6);
        return Combinators.combine(
                        Arbitraries.of(MovementKind.values()).filter(kind -> kind != MovementKind.CARRIED),
                        Arbitraries.integers().between(0, 9),
                        cells,
                        places,
                        cells,
                        places)
                .as((kind, day, from, fromPlace, to, toPlace) -> new Move(
                        0,
                        kind,
                        FIRST.plusDays(day),
                        from,
                        from == null ? fromPlace : null,
                        to,
                        to == null ? toPlace : null,
                        null,
                        0))
                .list()
                .ofMaxSize(8)
                .map(LifePropertiesTest::numbered);
    }

    private static List<Move> numbered(List<Move> moves) {
        var numbered = new ArrayList<Move>();
        for (var m : moves) {
            var id = numbered.size() + 1;
            numbered.add(new Move(id, m.kind(), m.day(), m.from(), m.fromOutside(), m.to(), m.toOutside(), null, id));
        }
        return numbered;
    }

    /** Random facts rarely make a life; drop what contradicts, which is how a life grows in practice too. */
    private List<Move> consistent(Facts.@Nullable Opening opening, List<Move> moves) {
        var kept = new ArrayList<Move>();
        for (var move : moves) {
            kept.add(move);
            if (!Life.of(facts(opening, kept), tree).errors().isEmpty()) {
                kept.remove(kept.size() - 1);
            }
        }
        return kept;
    }

    private static Facts facts(Facts.@Nullable Opening opening, List<Move> moves) {
        return new Facts(FIRST, opening, null, moves, List.of(), Profile.Joined.UNKNOWN);
    }

    private Facts.@Nullable Opening opening(boolean open) {
        return open ? new Facts.Opening(tree.id("a"), FIRST.minusDays(1), Degree.PROBATIONARY, 0) : null;
    }

    @Property(tries = 2000)
    void oneCellOnEachDay(@ForAll("moves") List<Move> moves, @ForAll boolean open) {
        var life = Life.of(facts(opening(open), moves), tree);
        var until = LocalDate.MIN;
        for (var belonging : life.belongings()) {
            assertThat(belonging.from()).isAfterOrEqualTo(until).isBefore(belonging.until());
            until = belonging.until();
        }
    }

    @Property(tries = 2000)
    void everyFactIsAStepOrAConditionOrAnError(@ForAll("moves") List<Move> moves, @ForAll boolean open) {
        var life = Life.of(facts(opening(open), moves), tree);
        var told = new HashSet<Long>();
        life.steps().forEach(step -> assertThat(told.add(step.fact())).isTrue());
        life.errors().forEach(error -> told.add(error.fact()));
        for (var move : moves) {
            var silent = move.kind().part() == MovementKind.Part.CONDITION
                    || move.kind().part() == MovementKind.Part.DEGREE;
            assertThat(silent || told.contains(move.id())).isTrue();
        }
    }

    @Property(tries = 2000)
    void stepsWalkedDayByDayLeadWhereTheBelongingsSay(@ForAll("moves") List<Move> moves, @ForAll boolean open) {
        var kept = consistent(opening(open), moves);
        var life = Life.of(facts(opening(open), kept), tree);
        UnitId at = open ? tree.id("a") : null;
        for (var day = FIRST.minusDays(1); day.isBefore(FIRST.plusDays(12)); day = day.plusDays(1)) {
            for (var step : life.steps()) {
                if (step.day().equals(day) && step.kind().part() != MovementKind.Part.DEGREE) {
                    assertThat(step.from()).isEqualTo(at);
                    at = step.to();
                }
            }
            var today = day;
            var belongs = life.belongings().stream()
                    .filter(b -> !b.from().isAfter(today) && today.isBefore(b.until()))
                    .map(Belonging::cell)
                    .toList();
            assertThat(belongs).isEqualTo(at == null ? List.of() : List.of(at));
        }
    }

    @Property(tries = 1000)
    void theOrderInWhichFactsWereLearntDoesNotMatter(
            @ForAll("moves") List<Move> moves, @ForAll boolean open, @ForAll long seed) {
        var kept = consistent(opening(open), moves);
        var shuffled = new ArrayList<>(kept);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Life.of(facts(opening(open), shuffled), tree)).isEqualTo(Life.of(facts(opening(open), kept), tree));
    }

    @Property(tries = 1000)
    void everyoneBelongsToAUnitThatHoldsMembers(@ForAll("moves") List<Move> moves, @ForAll boolean open) {
        var kept = consistent(opening(open), moves);
        for (var b : Life.of(facts(opening(open), kept), tree).belongings()) {
            for (var day = b.from();
                    day.isBefore(b.until()) && day.isBefore(FIRST.plusDays(12));
                    day = day.plusDays(1)) {
                assertThat(tree.holdsMembers(tree.standsFor(b.cell(), day), day))
                        .isTrue();
            }
        }
    }
}
