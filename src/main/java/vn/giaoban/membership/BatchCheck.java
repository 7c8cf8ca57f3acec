package vn.giaoban.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.FactStore.Named;
import vn.giaoban.membership.FactWriter.CarriedRow;
import vn.giaoban.membership.FactWriter.MovementRow;
import vn.giaoban.record.Register;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Vietnamese;

/**
 * Holds a batch against the register, in memory: finds all that is wrong, and what would be written. Used once for the preview, with made-up
 * keys, and once more when it is recorded.
 */
final class BatchCheck {

    private final Register register;
    private final BatchKnown known;
    private final UnitsNow units;
    private final Coding coding;
    private final long entry;

    private final List<RowError> errors = new ArrayList<>();
    private final List<RowError> notes = new ArrayList<>();
    private final Map<Long, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Long> entered = new HashMap<>();
    private final List<MovementRow> movements = new ArrayList<>();
    private final Set<Long> takenBack = new HashSet<>();
    private final Set<String> cancelled = new HashSet<>();
    private final List<CarriedRow> carried = new ArrayList<>();

    /** @param entry key of the entry that will record it; the largest number for a preview */
    BatchCheck(Register register, BatchKnown known, UnitsNow units, Coding coding, long entry) {
        this.register = register;
        this.known = known;
        this.units = units;
        this.coding = coding;
        this.entry = entry;
    }

    /** @param memberKeys one for each row of members, {@code movementKeys} one for each row of movements */
    BatchPlan check(Batch batch, List<Long> memberKeys, List<Long> movementKeys) {
        var takenRefs = new HashSet<String>();
        batch.members().forEach(row -> {
            if (row.cancels() != null) {
                takenRefs.add(row.cancels());
            }
        });
        for (var i = 0; i < batch.members().size(); i++) {
            member(batch.members().get(i), memberKeys.get(i), takenRefs);
        }
        var outside = new BatchNumbers(known, drafts.values(), errors, notes).check();
        var replaced = new HashSet<String>();
        batch.movements().forEach(row -> {
            if (row.cancels() != null) {
                replaced.add(row.cancels());
            }
        });
        var refs = new HashSet<String>();
        for (var i = 0; i < batch.movements().size(); i++) {
            movement(batch.movements().get(i), movementKeys.get(i), refs, replaced);
        }
        batch.shares().forEach(this::share);
        days();
        return new BatchPlan(
                new Findings(errors, notes), drafts.values(), movements, takenBack, carried, lives(), outside);
    }

    private void member(NewMember row, long key, Set<String> replaced) {
        var draft = row.cancels() == null ? new Draft(key) : taken(row);
        if (draft == null) {
            return;
        }
        if (row.withdraws()) {
            draft.withdrawn = true;
            draft.forgetRow();
            draft.told(LifeError.OPENING, row.row());
            return;
        }
        var before = known.members().get(row.ref());
        if (entered.put(row.ref(), draft.member) != null) {
            refuse(row.row(), "ref", "ref-twice", row.ref());
        } else if (before != null
                && before.member() != draft.member
                && (before.holds() || !replaced.contains(row.ref()))) {
            refuse(row.row(), "ref", "ref-taken", row.ref());
        }
        draft.fresh = row.cancels() == null;
        draft.entered = coded(row);
        draft.arriving = row.arriving();
        draft.joined = java.util.Objects.requireNonNull(row.profile()).joined();
        draft.born = row.profile().birth().day();
        say(known.dayRules().of(row.row(), DayRules.PERSON, DayRules.days(row.profile(), known.today())));
        draft.told(LifeError.OPENING, row.row());
        var place = row.place();
        if (place != null) {
            var cell = unit(row.row(), "cell", place.cell());
            if (cell != null && !known.mine().test(cell)) {
                refuse(row.row(), "cell", "not-your-unit", units.name(cell));
            } else if (cell != null) {
                var from = place.from() == null ? register.firstDay().minusDays(1) : place.from();
                draft.opening = new Facts.Opening(cell, from, place.degree(), told(draft, cell));
            }
        } else {
            notes.add(RowError.of(row.row(), "opening", "needs-movement"));
        }
        drafts.put(draft.member, draft);
    }

    /** A corrected row says again what was known, if it names the same cell. */
    private long told(Draft draft, UnitId cell) {
        var facts = known.facts().get(draft.member);
        var earlier = facts == null ? null : facts.opening();
        return earlier != null && earlier.cell().equals(cell) ? earlier.told() : entry;
    }

    /** The person whom the row corrects or withdraws. */
    private @Nullable Draft taken(NewMember row) {
        var ref = java.util.Objects.requireNonNull(row.cancels());
        var named = known.members().get(ref);
        var facts = named == null ? null : known.facts().get(named.member());
        if (named == null || facts == null || !isMine(named, facts)) {
            refuse(row.row(), "cancels", "unknown-ref", ref);
            return null;
        } else if (!named.holds()) {
            refuse(row.row(), "cancels", "cancelled-before", ref);
            return null;
        } else if (!cancelled.add("member " + ref)) {
            refuse(row.row(), "cancels", "cancelled-twice", ref);
            return null;
        }
        var draft = drafts.computeIfAbsent(named.member(), member -> Draft.of(member, facts));
        draft.forgetRow();
        return draft;
    }

    private NewMember coded(NewMember row) {
        var profile = coding.coded(
                java.util.Objects.requireNonNull(row.profile()),
                (column, word) -> notes.add(RowError.of(row.row(), column, "unknown-word", word)));
        return new NewMember(
                row.row(),
                row.ref(),
                row.cancels(),
                profile,
                row.citizen(),
                row.citizenIsCard(),
                row.place(),
                row.arriving());
    }

    private void movement(NewMovement row, long key, Set<String> refs, Set<String> replaced) {
        FactStore.@Nullable NamedMovement earlier = null;
        if (row.cancels() != null) {
            earlier = known.movements().get(row.cancels());
            var facts = earlier == null ? null : known.facts().get(earlier.member());
            if (earlier == null || facts == null || !isMine(new Named(earlier.member(), true), facts)) {
                refuse(row.row(), "cancels", "unknown-ref", row.cancels());
                return;
            } else if (!earlier.holds()) {
                refuse(row.row(), "cancels", "cancelled-before", row.cancels());
                return;
            } else if (!cancelled.add("movement " + row.cancels())) {
                refuse(row.row(), "cancels", "cancelled-twice", row.cancels());
                return;
            }
            var draft = draft(earlier.member(), facts);
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
            refuse(row.row(), "ref", "ref-twice", row.ref());
        } else if (before != null && before.holds() && !replaced.contains(row.ref())) {
            refuse(row.row(), "ref", "ref-taken", row.ref());
        }
        var draft = person(row.row(), "member_ref", what.member());
        var from = unit(row.row(), "from_cell", what.from().cell());
        var to = unit(row.row(), "to_cell", what.to().cell());
        var then = unit(row.row(), "then_cell", what.thenCell());
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
                            closed -> carry(
                                    draft,
                                    row.row(),
                                    new Facts.Carried(
                                            closed.getValue().event(),
                                            closed.getValue().day(),
                                            closed.getKey(),
                                            then,
                                            entry)),
                            () -> notes.add(RowError.of(row.row(), "then_cell", "nothing-shared-out")));
        }
    }

    private void share(NewShare row) {
        var draft = person(row.row(), "member_ref", row.member());
        var cell = unit(row.row(), "cell", row.cell());
        var shared = known.eventUnits().getOrDefault(row.event().value(), Set.of());
        if (draft == null || cell == null) {
            return;
        }
        if (shared.isEmpty()) {
            refuse(row.row(), "event_ref", "shares-nothing-out");
            return;
        }
        var eve = row.day().minusDays(1);
        var was = Life.of(draft.facts(register), units).belongings().stream()
                .filter(one -> !one.from().isAfter(eve) && eve.isBefore(one.until()))
                .map(one -> units.standsFor(one.cell(), eve))
                .filter(shared::contains)
                .findFirst();
        if (was.isEmpty()) {
            notes.add(RowError.of(row.row(), "member_ref", "not-in-shared-unit"));
        }
        carry(
                draft,
                row.row(),
                new Facts.Carried(
                        row.event().value(),
                        row.day(),
                        was.orElse(shared.stream().sorted().findFirst().orElseThrow()),
                        cell,
                        entry));
    }

    private void carry(Draft draft, int row, Facts.Carried share) {
        draft.replace(share);
        draft.told(-share.event(), row);
        carried.add(new CarriedRow(draft.member, share));
    }

    private @Nullable Draft person(int row, String column, String ref) {
        var inBatch = entered.get(ref);
        if (inBatch != null) {
            return drafts.get(inBatch);
        }
        var named = known.members().get(ref);
        var facts = named == null ? null : known.facts().get(named.member());
        if (named == null || facts == null || !isMine(named, facts)) {
            refuse(row, column, "unknown-member", ref);
            return null;
        }
        return draft(named.member(), facts);
    }

    private Draft draft(long member, Facts facts) {
        return drafts.computeIfAbsent(member, key -> Draft.of(key, facts));
    }

    /** Not yours is like not there. Who never belonged anywhere is everybody's. */
    private boolean isMine(Named named, Facts facts) {
        var cells = new HashSet<UnitId>();
        if (facts.opening() != null) {
            cells.add(facts.opening().cell());
        }
        for (var move : facts.moves()) {
            if (move.to() != null && !move.kind().beside()) {
                cells.add(move.to());
            }
        }
        facts.carried().forEach(share -> cells.add(share.to()));
        return cells.isEmpty() || cells.stream().anyMatch(known.mine());
    }

    /** What the rules about days say of each movement, beside all others of the person. */
    private void days() {
        for (var row : movements) {
            var draft = drafts.get(row.member());
            if (draft != null) {
                var days = DayRules.days(row.on(), row.move(), draft.facts(register), known.today());
                say(known.dayRules()
                        .ofMovement(
                                java.util.Objects.requireNonNull(
                                        draft.rows.get(row.move().id())),
                                row.move().kind(),
                                days));
            }
        }
    }

    private void say(DayRules.Said said) {
        errors.addAll(said.refused());
        notes.addAll(said.doubts());
    }

    private Map<Long, LifeStore.Lived> lives() {
        var lives = new HashMap<Long, LifeStore.Lived>();
        for (var draft : drafts.values()) {
            var facts = draft.facts(register);
            var life = Life.of(facts, units);
            if (draft.withdrawn && !facts.moves().isEmpty()) {
                refuse(
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
            refuse(row, error.column(), error.code(), arguments);
        } else if (draft.lastRow > 0) {
            var day = draft.moves.stream()
                    .filter(move -> move.id() == error.fact())
                    .map(move -> Wording.of(move.day(), units))
                    .findFirst()
                    .orElse("");
            refuse(draft.lastRow, "day", "breaks-later", day);
        }
    }

    /** One end of what somebody enters lies in his own part of the tree. */
    private void checkYours(Draft draft, Life life) {
        for (var step : life.steps()) {
            var row = draft.rows.get(step.fact());
            var mine = step.from() != null && known.mine().test(step.from())
                    || step.to() != null && known.mine().test(step.to());
            if (row != null && !mine) {
                refuse(
                        row,
                        step.to() == null ? "from_cell" : "to_cell",
                        "not-your-unit",
                        units.name(step.to() == null ? java.util.Objects.requireNonNull(step.from()) : step.to()));
            }
        }
    }

    private @Nullable UnitId unit(int row, String column, @Nullable String code) {
        if (code == null) {
            return null;
        }
        var unit = units.named(Vietnamese.normal(code));
        if (unit.isEmpty()) {
            refuse(row, column, "unknown-unit", code);
        }
        return unit.orElse(null);
    }

    private void refuse(int row, String column, String code, String... arguments) {
        errors.add(RowError.of(row, column, code, arguments));
    }
}
