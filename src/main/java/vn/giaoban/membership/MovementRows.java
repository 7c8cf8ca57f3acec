package vn.giaoban.membership;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.FactStore.Named;
import vn.giaoban.membership.FactWriter.MovementRow;

/** Rows that move persons, put into their drafts; and rows that say where an event carried somebody. */
final class MovementRows {

    private final BatchDrafts batch;
    private final BatchKnown known;
    private final UnitsNow units;
    private final long entry;
    private final List<MovementRow> movements = new ArrayList<>();
    private final Set<Long> takenBack = new HashSet<>();

    MovementRows(BatchDrafts batch) {
        this.batch = batch;
        this.known = batch.known;
        this.units = batch.units;
        this.entry = batch.entry;
    }

    /** What is to be written. */
    List<MovementRow> movements() {
        return movements;
    }

    /** Movements that rows correct or cancel. */
    Set<Long> takenBack() {
        return takenBack;
    }

    /** @param keys one for each row */
    void add(List<NewMovement> rows, List<Long> keys) {
        var replaced = new HashSet<String>();
        rows.forEach(row -> {
            if (row.cancels() != null) {
                replaced.add(row.cancels());
            }
        });
        var refs = new HashSet<String>();
        for (var i = 0; i < rows.size(); i++) {
            movement(rows.get(i), keys.get(i), refs, replaced);
        }
    }

    private void movement(NewMovement row, long key, Set<String> refs, Set<String> replaced) {
        FactStore.@Nullable NamedMovement earlier = null;
        if (row.cancels() != null) {
            earlier = known.movements().get(row.cancels());
            var facts = earlier == null ? null : known.facts().get(earlier.member());
            if (earlier == null || facts == null || !batch.isMine(new Named(earlier.member(), true), facts)) {
                batch.refuse(row.row(), "cancels", "unknown-ref", row.cancels());
                return;
            } else if (!earlier.holds()) {
                batch.refuse(row.row(), "cancels", "cancelled-before", row.cancels());
                return;
            } else if (!batch.cancelled.add("movement " + row.cancels())) {
                batch.refuse(row.row(), "cancels", "cancelled-twice", row.cancels());
                return;
            }
            var draft = batch.draft(earlier.member(), facts);
            draft.takeBack(earlier.id());
            draft.lastRow = row.row();
            takenBack.add(earlier.id());
        }
        var what = row.what();
        if (what == null) {
            return;
        }
        var before = known.movements().get(row.ref());
        if (!refs.add(row.ref())) {
            batch.refuse(row.row(), "ref", "ref-twice", row.ref());
        } else if (before != null && before.holds() && !replaced.contains(row.ref())) {
            batch.refuse(row.row(), "ref", "ref-taken", row.ref());
        }
        var draft = batch.person(row.row(), "member_ref", what.member());
        var from = batch.unit(row.row(), "from_cell", what.from().cell());
        var to = batch.unit(row.row(), "to_cell", what.to().cell());
        var then = batch.unit(row.row(), "then_cell", what.thenCell());
        if (draft == null
                || from == null && what.from().cell() != null
                || to == null && what.to().cell() != null) {
            return;
        }
        var told = earlier != null && to != null && to.equals(earlier.to()) ? earlier.told() : entry;
        var move = new Facts.Move(
                key,
                what.kind(),
                what.on().day(),
                from,
                what.from().outside(),
                to,
                what.to().outside(),
                what.on().decision(),
                told);
        draft.moves.add(move);
        draft.told(key, row.row());
        movements.add(new MovementRow(
                key,
                draft.member,
                row.ref(),
                move,
                what.on(),
                what.decisionNo(),
                earlier == null ? null : earlier.id()));
        if (then != null && to != null) {
            units.firstSharedOut(to)
                    .ifPresentOrElse(
                            closed -> batch.carry(
                                    draft,
                                    row.row(),
                                    new Facts.Carried(
                                            closed.getValue().event(),
                                            closed.getValue().day(),
                                            closed.getKey(),
                                            then,
                                            entry)),
                            () -> batch.notes.add(RowError.of(row.row(), "then_cell", "nothing-shared-out")));
        }
    }

    void share(NewShare row) {
        var draft = batch.person(row.row(), "member_ref", row.member());
        var cell = batch.unit(row.row(), "cell", row.cell());
        var shared = known.eventUnits().getOrDefault(row.event().value(), Set.of());
        if (draft == null || cell == null) {
            return;
        }
        if (shared.isEmpty()) {
            batch.refuse(row.row(), "event_ref", "shares-nothing-out");
            return;
        }
        var eve = row.day().minusDays(1);
        var was = Life.of(draft.facts(batch.register), units).belongings().stream()
                .filter(one -> !one.from().isAfter(eve) && eve.isBefore(one.until()))
                .map(one -> units.standsFor(one.cell(), eve))
                .filter(shared::contains)
                .findFirst();
        if (was.isEmpty()) {
            batch.notes.add(RowError.of(row.row(), "member_ref", "not-in-shared-unit"));
        }
        batch.carry(
                draft,
                row.row(),
                new Facts.Carried(
                        row.event().value(),
                        row.day(),
                        was.orElse(shared.stream().sorted().findFirst().orElseThrow()),
                        cell,
                        entry));
    }
}
