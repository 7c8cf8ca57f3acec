package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Belonging;
import vn.giaoban.membership.Degree;
import vn.giaoban.membership.Facts;
import vn.giaoban.membership.MovementKind;
import vn.giaoban.membership.Profile;
import vn.giaoban.membership.UnitsOverTime;
import vn.giaoban.shared.UnitId;

/** Lives as membership reads them, against the recount's, over random histories; no database. */
class LivesRecountTest {

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void everyDayOfEveryLife(@ForAll long seed) {
        var history = RandomHistory.of(seed, true, 40);
        for (var k : List.of(
                Instant.MAX, history.batches().get(history.batches().size() / 2).at())) {
            var world = World.knownAt(history, k);
            var tree = new Tree(world);
            var units = new Units(world, tree);
            for (var member : world.of(File.MEMBERS)) {
                var life = new Life(world, tree, member, LocalDate.parse("2025-08-01"));
                var read = vn.giaoban.membership.Life.of(facts(world, member, units), units);
                assertThat(read.errors()).as(member.toString()).isEmpty();
                var days = new TreeMap<LocalDate, String>();
                var steps = new ArrayList<String>();
                life.days().forEach((day, on) -> {
                    days.put(
                            day,
                            on.end() == null
                                    ? "-"
                                    : on.end() + on.official() + on.exempt() + on.suspended() + on.away());
                    on.steps().stream()
                            .filter(step ->
                                    !MovementKind.ofCode(step.kind()).part().equals(MovementKind.Part.CONDITION))
                            .forEach(step -> steps.add(day + step.kind() + step.from() + step.to()));
                });
                assertThat(days(read.belongings(), life, units))
                        .as(member + " " + member.key("ref"))
                        .isEqualTo(days);
                assertThat(read.steps().stream()
                                .filter(step -> step.kind() != MovementKind.CARRIED)
                                .map(step -> step.day()
                                        + step.kind().code()
                                        + units.on(from(step), step.day())
                                        + units.on(step.to(), step.day()))
                                .toList())
                        .as(member.toString())
                        .isEqualTo(steps);
            }
        }
    }

    /** A recognition says where it was twice in the recount. */
    private static @Nullable UnitId from(vn.giaoban.membership.Step step) {
        return step.kind().part() == MovementKind.Part.DEGREE ? step.to() : step.from();
    }

    private static TreeMap<LocalDate, String> days(List<Belonging> belongings, Life life, Units units) {
        var days = new TreeMap<LocalDate, String>();
        for (var day : life.days().keySet()) {
            days.put(day, "-");
            for (var b : belongings) {
                if (!day.isBefore(b.from()) && day.isBefore(b.until())) {
                    days.put(
                            day,
                            units.on(b.cell(), day)
                                    + (b.degree() == Degree.OFFICIAL)
                                    + b.exempt()
                                    + b.suspended()
                                    + b.away());
                }
            }
        }
        return days;
    }

    private static Facts facts(World world, World.Known member, Units units) {
        var row = member.row();
        var moves = new ArrayList<Facts.Move>();
        var carried = new ArrayList<Facts.Carried>();
        for (var known : world.of(File.MOVEMENTS)) {
            if (known.key("member_ref").equals(member.key("ref"))) {
                var move = known.row();
                moves.add(new Facts.Move(
                        Long.parseLong(move.ref().substring(2)),
                        MovementKind.ofCode(move.text("kind")),
                        move.day("day"),
                        units.id(move.text("from_cell")),
                        move.text("from_outside"),
                        units.id(move.text("to_cell")),
                        move.text("to_outside"),
                        move.day("decision_day"),
                        known.first().getEpochSecond()));
            }
        }
        for (var share : world.of(File.UNIT_EVENT_PEOPLE)) {
            for (var event : world.of(File.UNIT_EVENTS)) {
                if (share.key("member_ref").equals(member.key("ref"))
                        && event.key("ref").equals(share.key("event_ref"))) {
                    carried.add(new Facts.Carried(
                            Units.number(event),
                            event.row().day("day"),
                            units.id(event.row().text("unit")),
                            units.id(share.row().text("cell")),
                            event.at().getEpochSecond()));
                }
            }
        }
        var opening = row.is("opening", "yes")
                ? new Facts.Opening(
                        units.id(row.text("cell")),
                        row.day("belongs_from"),
                        degree(row),
                        member.first().getEpochSecond())
                : null;
        return new Facts(
                member.register().firstDay(),
                opening,
                row.has("degree") ? degree(row) : null,
                moves,
                carried,
                Profile.Joined.UNKNOWN);
    }

    private static Degree degree(Row row) {
        return row.is("degree", "probationary") ? Degree.PROBATIONARY : Degree.OFFICIAL;
    }

    /** The recount's tree as membership wants to see it. */
    private record Units(World world, Tree tree, List<String> codes) implements UnitsOverTime {

        Units(World world, Tree tree) {
            this(world, tree, List.copyOf(tree.all()));
        }

        UnitId id(String code) {
            return code == null ? null : new UnitId(codes.indexOf(code));
        }

        String code(UnitId id) {
            return codes.get((int) id.value());
        }

        String on(UnitId id, LocalDate day) {
            return id == null ? null : tree.standsFor(code(id), day);
        }

        static long number(World.Known event) {
            return Long.parseLong(event.row().ref().substring(2));
        }

        @Override
        public LocalDate closedOn(UnitId unit) {
            return tree.closedOn(code(unit));
        }

        @Override
        public UnitId successor(UnitId unit) {
            var closed = closedOn(unit);
            if (closed == null) {
                return null;
            }
            var row = tree.closingOf(code(unit));
            for (var column : List.of("into", "principal", "new_code")) {
                if (row.has(column)) {
                    return id(row.text(column));
                }
            }
            return id(tree.parent(code(unit), closed.minusDays(1)));
        }

        @Override
        public Long sharedOutBy(UnitId unit) {
            return world.of(File.UNIT_EVENTS).stream()
                    .filter(event -> event.row() == tree.closingOf(code(unit)))
                    .filter(event -> !event.row().is("kind", "absorb", "consolidate")
                            && !event.row().has("receiving_cell"))
                    .map(event -> event.at().getEpochSecond())
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Receiver receiver(UnitId unit, LocalDate day) {
            for (var event : world.of(File.UNIT_EVENTS)) {
                boolean ends =
                        event.row() == tree.closingOf(code(unit)) || event.row() == tree.lossOfMembers(code(unit), day);
                if (ends && event.row().day("day").equals(day) && event.row().has("receiving_cell")) {
                    return new Receiver(
                            id(event.row().text("receiving_cell")),
                            number(event),
                            event.at().getEpochSecond());
                }
            }
            return null;
        }

        @Override
        public LocalDate holdsUntil(UnitId unit, LocalDate day) {
            var code = code(unit);
            if (!tree.holdsMembers(code, day)) {
                return day;
            }
            var days = new TreeMap<LocalDate, Boolean>();
            world.rowsOf(File.UNIT_EVENTS).forEach(row -> days.put(row.day("day"), true));
            for (var change : days.tailMap(day, false).keySet()) {
                if (!tree.holdsMembers(code, change)) {
                    return change;
                }
            }
            return LocalDate.MAX;
        }
    }
}
