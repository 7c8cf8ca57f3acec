package vn.giaoban.membership;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/** Rows that enter or correct persons, put into drafts. */
final class MemberRows {

    private final BatchDrafts batch;
    private final BatchKnown known;
    private final Coding coding;

    MemberRows(BatchDrafts batch, Coding coding) {
        this.batch = batch;
        this.known = batch.known;
        this.coding = coding;
    }

    /** @param keys one for each row, for those who are new */
    void add(List<NewMember> rows, List<Long> keys) {
        var replaced = new HashSet<String>();
        rows.forEach(row -> {
            if (row.cancels() != null) {
                replaced.add(row.cancels());
            }
        });
        for (var i = 0; i < rows.size(); i++) {
            member(rows.get(i), keys.get(i), replaced);
        }
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
        if (batch.entered.put(row.ref(), draft.member) != null) {
            batch.refuse(row.row(), "ref", "ref-twice", row.ref());
        } else if (before != null
                && before.member() != draft.member
                && (before.holds() || !replaced.contains(row.ref()))) {
            batch.refuse(row.row(), "ref", "ref-taken", row.ref());
        }
        draft.fresh = row.cancels() == null;
        draft.entered = coded(row);
        draft.arriving = row.arriving();
        draft.joined = java.util.Objects.requireNonNull(row.profile()).joined();
        draft.born = row.profile().birth().day();
        batch.say(known.dayRules().of(row.row(), DayRules.PERSON, DayRules.days(row.profile(), known.today())));
        draft.told(LifeError.OPENING, row.row());
        var place = row.place();
        if (place != null) {
            var cell = batch.unit(row.row(), "cell", place.cell());
            if (cell != null && !known.mine().test(cell)) {
                batch.refuse(row.row(), "cell", "not-your-unit", batch.units.name(cell));
            } else if (cell != null) {
                var from = place.from() == null ? batch.register.firstDay().minusDays(1) : place.from();
                draft.opening = new Facts.Opening(cell, from, place.degree(), told(draft, cell));
            }
        } else {
            batch.notes.add(RowError.of(row.row(), "opening", "needs-movement"));
        }
        batch.drafts.put(draft.member, draft);
    }

    /** A corrected row says again what was known, if it names the same cell. */
    private long told(Draft draft, UnitId cell) {
        var facts = known.facts().get(draft.member);
        var earlier = facts == null ? null : facts.opening();
        return earlier != null && earlier.cell().equals(cell) ? earlier.told() : batch.entry;
    }

    /** The person whom the row corrects or withdraws. */
    private @Nullable Draft taken(NewMember row) {
        var ref = java.util.Objects.requireNonNull(row.cancels());
        var named = known.members().get(ref);
        var facts = named == null ? null : known.facts().get(named.member());
        if (named == null || facts == null || !batch.isMine(named, facts)) {
            batch.refuse(row.row(), "cancels", "unknown-ref", ref);
            return null;
        } else if (!named.holds()) {
            batch.refuse(row.row(), "cancels", "cancelled-before", ref);
            return null;
        } else if (!batch.cancelled.add("member " + ref)) {
            batch.refuse(row.row(), "cancels", "cancelled-twice", ref);
            return null;
        }
        var draft = batch.drafts.computeIfAbsent(named.member(), member -> Draft.of(member, facts));
        draft.forgetRow();
        return draft;
    }

    private NewMember coded(NewMember row) {
        var profile = coding.coded(
                java.util.Objects.requireNonNull(row.profile()),
                (column, word) -> batch.notes.add(RowError.of(row.row(), column, "unknown-word", word)));
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
}
