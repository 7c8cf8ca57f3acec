package vn.giaoban.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.UnitEvent;

/** Reads the rows of a province like a clerk with a card for every unit and person, and stops at the first that cannot be. */
final class Replay {

    /** A unit's card. */
    static final class Card {
        final String code;
        String kind;

        @Nullable
        String parent;

        boolean open = true;

        @Nullable
        String successor;

        Card(NewUnit unit) {
            code = unit.code();
            kind = unit.kind();
            parent = unit.parent();
        }

        boolean holdsMembers() {
            return kind.equals("chi-bo") || kind.equals("chi-bo-co-so");
        }
    }

    final Map<String, Card> units = new LinkedHashMap<>();
    final Map<String, String> cellOf = new HashMap<>();
    private final List<UnitEvent> events = new ArrayList<>();
    private final List<MovementRow> movements = new ArrayList<>();
    private int next;
    private final Map<String, Boolean> known = new HashMap<>();

    Replay(Province province) {
        province.units().forEach(this::open);
        for (var member : province.members()) {
            assertThat(known.put(member.ref(), true)).isNull();
            cellOf.put(member.ref(), Objects.requireNonNull(member.cell()));
        }
        var byRef = new LinkedHashMap<String, MovementRow>();
        for (var sitting : province.sittings()) {
            for (var step : sitting.steps()) {
                events.addAll(step.events());
                step.members().forEach(member -> known.put(member.ref(), true));
                for (var row : step.movements()) {
                    assertThat(known).as("known when %s is entered", row).containsKey(row.member());
                    if (row.cancels() != null) {
                        assertThat(byRef.remove(row.cancels()))
                                .as("corrected by %s", row)
                                .isNotNull();
                    }
                    assertThat(byRef.put(row.ref(), row)).isNull();
                }
            }
        }
        movements.addAll(byRef.values());
        events.sort(Comparator.comparing(UnitEvent::day));
        movements.sort(Comparator.comparing((MovementRow row) -> Objects.requireNonNull(row.day()))
                .thenComparing(row -> Objects.requireNonNull(row.kind())));
    }

    /** Lets everything pass that happened up to and with this day. */
    Replay until(LocalDate last) {
        var day = Spec.FIRST_DAY;
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            while (next < events.size() && events.get(next).day().equals(day)) {
                events.get(next++).opened().forEach(this::open);
            }
            while (!events.isEmpty() && events.get(0).day().equals(day)) {
                apply(events.remove(0));
                next--;
            }
            while (!movements.isEmpty() && day.equals(movements.get(0).day())) {
                apply(movements.remove(0));
            }
        }
        return this;
    }

    long members() {
        return cellOf.size();
    }

    long count(Predicate<Card> which) {
        return units.values().stream().filter(card -> card.open).filter(which).count();
    }

    long of(String kind) {
        return count(card -> card.kind.equals(kind));
    }

    String standing(String code) {
        var card = card(code);
        return card.open ? code : standing(Objects.requireNonNull(card.successor, code));
    }

    private void open(NewUnit unit) {
        assertThat(units.put(unit.code(), new Card(unit))).as(unit.code()).isNull();
        if (unit.parent() != null && !unit.parent().equals(Province.CENTRE)) {
            assertThat(card(unit.parent()).open).isTrue();
        }
    }

    private void apply(UnitEvent event) {
        event.units()
                .forEach(code -> assertThat(card(code).open).as("%s", event).isTrue());
        var kind = Objects.requireNonNull(event.kind());
        var unit = event.units().isEmpty() ? null : card(event.units().get(0));
        for (var person : event.people()) {
            assertThat(event.units()).as("%s", event).contains(cellOf.get(person.memberRef()));
            cellOf.put(person.memberRef(), person.cell());
        }
        switch (kind) {
            case ESTABLISH, SPLIT_OFF, RENAME -> {}
            case MOVE, HAND_OVER -> event.units().forEach(code -> card(code).parent = event.parent());
            case CHANGE_KIND -> {
                var changed = Objects.requireNonNull(unit);
                changed.kind = Objects.requireNonNull(event.change().kind());
                changed.parent = event.parent() == null ? changed.parent : event.parent();
            }
            case ABSORB -> close(event, Objects.requireNonNull(event.into()));
            case CONSOLIDATE -> close(event, event.opened().get(0).code());
            case DIVIDE -> close(event, Objects.requireNonNull(event.principal()));
            case DISSOLVE -> close(event, Objects.requireNonNull(event.receivingCell()));
            case OPEN, DISBAND -> throw new AssertionError(event);
        }
        for (var cell : cellOf.values()) {
            assertThat(card(cell).holdsMembers())
                    .as("%s leaves people in %s", event, cell)
                    .isTrue();
        }
    }

    private void close(UnitEvent event, String successor) {
        assertThat(card(successor).open).as("%s", event).isTrue();
        for (var code : event.units()) {
            card(code).open = false;
            card(code).successor = successor;
        }
        cellOf.replaceAll((member, cell) -> standing(cell));
        for (var card : units.values()) {
            if (card.open && card.parent != null && units.containsKey(card.parent)) {
                card.parent = standing(card.parent);
            }
        }
    }

    private void apply(MovementRow row) {
        var kind = Objects.requireNonNull(row.kind());
        var cell = cellOf.get(row.member());
        if (kind.enters()) {
            assertThat(cell).as("%s", row).isNull();
            cellOf.put(row.member(), open(Objects.requireNonNull(row.toCell())));
        } else {
            assertThat(cell).as("%s", row).isNotNull();
            if (row.fromCell() != null) {
                assertThat(open(row.fromCell())).as("%s", row).isEqualTo(cell);
            }
            if (kind.leaves()) {
                cellOf.remove(row.member());
            } else if (kind == MovementRow.Kind.TRANSFER_WITHIN) {
                cellOf.put(row.member(), open(Objects.requireNonNull(row.toCell())));
            } else if (row.toCell() != null) {
                assertThat(open(row.toCell())).as("%s", row).isEqualTo(cell);
            }
        }
    }

    private String open(String cell) {
        var card = card(cell);
        assertThat(card.open && card.holdsMembers()).as(cell).isTrue();
        return cell;
    }

    private Card card(String code) {
        return Objects.requireNonNull(units.get(code), code);
    }
}
