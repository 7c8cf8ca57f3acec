package vn.giaoban.membership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.giaoban.membership.FactWriter.MovementRow;
import vn.giaoban.record.Register;

/** Reads every life of a batch as it would be, and says at the row what breaks it. */
final class LivesCheck {

    private final BatchDrafts batch;
    private final BatchKnown known;
    private final UnitsNow units;
    private final Register register;

    LivesCheck(BatchDrafts batch) {
        this.batch = batch;
        this.known = batch.known;
        this.units = batch.units;
        this.register = batch.register;
    }

    /** What the rules about days say of each movement, beside all others of the person. */
    void days(List<MovementRow> movements) {
        for (var row : movements) {
            var draft = batch.drafts.get(row.member());
            if (draft != null) {
                var days = DayRules.days(row.on(), row.move(), draft.facts(register), known.today());
                batch.say(known.dayRules()
                        .ofMovement(
                                java.util.Objects.requireNonNull(
                                        draft.rows.get(row.move().id())),
                                row.move().kind(),
                                days));
            }
        }
    }

    Map<Long, LifeStore.Lived> lives() {
        var lives = new HashMap<Long, LifeStore.Lived>();
        for (var draft : batch.drafts.values()) {
            var facts = draft.facts(register);
            var life = Life.of(facts, units);
            if (draft.withdrawn && !facts.moves().isEmpty()) {
                batch.refuse(
                        draft.lastRow,
                        "cancels",
                        "has-movements",
                        Integer.toString(facts.moves().size()));
            }
            for (var error : life.errors()) {
                tell(draft, error);
            }
            checkYours(draft, life);
            lives.put(draft.member, new LifeStore.Lived(life, draft.withdrawn ? List.of() : PartyAge.of(facts)));
        }
        return lives;
    }

    private void tell(Draft draft, LifeError error) {
        var row = draft.rows.get(error.fact());
        var arguments = error.arguments().stream()
                .map(argument -> Wording.of(argument, units))
                .toArray(String[]::new);
        if (row != null) {
            batch.refuse(row, error.column(), error.code(), arguments);
        } else if (draft.lastRow > 0) {
            var day = draft.moves.stream()
                    .filter(move -> move.id() == error.fact())
                    .map(move -> Wording.of(move.day(), units))
                    .findFirst()
                    .orElse("");
            batch.refuse(draft.lastRow, "day", "breaks-later", day);
        }
    }

    /** One end of what somebody enters lies in his own part of the tree. */
    private void checkYours(Draft draft, Life life) {
        for (var step : life.steps()) {
            var row = draft.rows.get(step.fact());
            var mine = step.from() != null && known.mine().test(step.from())
                    || step.to() != null && known.mine().test(step.to());
            if (row != null && !mine) {
                batch.refuse(
                        row,
                        step.to() == null ? "from_cell" : "to_cell",
                        "not-your-unit",
                        units.name(step.to() == null ? java.util.Objects.requireNonNull(step.from()) : step.to()));
            }
        }
    }
}
