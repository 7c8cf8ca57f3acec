package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Profile.Joined;
import vn.giaoban.record.Register;

/** The facts of one person as a batch would have them, and which row said what. */
final class Draft {

    final long member;

    /** The row that enters or corrects the person; null if the batch only moves him. */
    @Nullable
    NewMember entered;

    boolean fresh;
    boolean withdrawn;
    Facts.@Nullable Opening opening;

    @Nullable
    Degree arriving;

    Joined joined = Joined.UNKNOWN;

    @Nullable
    LocalDate born;

    final List<Facts.Move> moves = new ArrayList<>();
    final List<Facts.Carried> carried = new ArrayList<>();
    final Map<Long, Integer> rows = new HashMap<>();
    int lastRow;

    Draft(long member) {
        this.member = member;
    }

    static Draft of(long member, Facts facts) {
        var draft = new Draft(member);
        draft.opening = facts.opening();
        draft.arriving = facts.arriving();
        draft.joined = facts.joined();
        draft.born = facts.born();
        draft.moves.addAll(facts.moves());
        draft.carried.addAll(facts.carried());
        return draft;
    }

    Facts facts(Register register) {
        return new Facts(register.firstDay(), opening, arriving, moves, carried, joined, born);
    }

    void told(long fact, int row) {
        rows.put(fact, row);
        lastRow = row;
    }

    /** Takes the person's own row back, keeping the movements. */
    void forgetRow() {
        opening = null;
        arriving = null;
        joined = Joined.UNKNOWN;
    }

    boolean takeBack(long move) {
        return moves.removeIf(one -> one.id() == move);
    }

    void replace(Facts.Carried share) {
        carried.removeIf(one -> one.event() == share.event());
        carried.add(share);
    }

    NewMember row() {
        return Objects.requireNonNull(entered);
    }
}
