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
import vn.giaoban.record.Register;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Vietnamese;

/** The persons of a batch while it is checked, and all that is said of its rows. */
final class BatchDrafts {

    final Register register;
    final BatchKnown known;
    final UnitsNow units;

    /** Key of the entry that will record it. */
    final long entry;

    final List<RowError> errors = new ArrayList<>();
    final List<RowError> notes = new ArrayList<>();
    final Map<Long, Draft> drafts = new LinkedHashMap<>();

    /** Persons whom a row of the batch enters or corrects, by ref. */
    final Map<String, Long> entered = new HashMap<>();

    /** What rows of the batch took back. */
    final Set<String> cancelled = new HashSet<>();

    final List<CarriedRow> carried = new ArrayList<>();

    BatchDrafts(Register register, BatchKnown known, UnitsNow units, long entry) {
        this.register = register;
        this.known = known;
        this.units = units;
        this.entry = entry;
    }

    void carry(Draft draft, int row, Facts.Carried share) {
        draft.replace(share);
        draft.told(-share.event(), row);
        carried.add(new CarriedRow(draft.member, share));
    }

    @Nullable
    Draft person(int row, String column, String ref) {
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

    Draft draft(long member, Facts facts) {
        return drafts.computeIfAbsent(member, key -> Draft.of(key, facts));
    }

    /** Not yours is like not there. Who never belonged anywhere is everybody's. */
    boolean isMine(Named named, Facts facts) {
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

    void say(DayRules.Said said) {
        errors.addAll(said.refused());
        notes.addAll(said.doubts());
    }

    @Nullable
    UnitId unit(int row, String column, @Nullable String code) {
        if (code == null) {
            return null;
        }
        var unit = units.named(Vietnamese.normal(code));
        if (unit.isEmpty()) {
            refuse(row, column, "unknown-unit", code);
        }
        return unit.orElse(null);
    }

    void refuse(int row, String column, String code, String... arguments) {
        errors.add(RowError.of(row, column, code, arguments));
    }
}
