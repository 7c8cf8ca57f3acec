package vn.giaoban.membership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Seniority.Basis;
import vn.giaoban.membership.Seniority.Gap;
import vn.giaoban.shared.Days;

/**
 * Walks through what happened to a person and counts party age: from the first decision to admit, less the time out of the Party. Whoever's
 * removal was overturned was never out. An annulled admission never was one: who is admitted again after it starts anew. Used once.
 *
 * <p>Source: 294-QĐ/TW art. 4.5; HD 06-HD/TW 5.3.
 */
final class SeniorityReader {

    private final Profile.Joined joined;
    private final List<PartyAge> stretches = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<LocalDate> restored = new ArrayList<>();

    private @Nullable LocalDate start;
    private @Nullable Basis basis;
    private @Nullable LocalDate partyFrom;
    private LocalDate from = Days.EVER;
    private Facts.@Nullable Move left;

    SeniorityReader(Profile.Joined joined) {
        this.joined = joined;
        var told = joined.decidedOn() != null ? joined.decidedOn() : joined.ceremonyOn();
        if (joined.decidedOn() != null) {
            begin(joined.decidedOn(), Basis.DECISION);
        } else if (told != null) {
            begin(told, Basis.CEREMONY);
        }
    }

    SeniorityReader read(Collection<Facts.Move> moves) {
        moves.stream()
                .sorted(Comparator.comparing(Facts.Move::day).thenComparing(Facts.Move::kind))
                .forEach(this::take);
        return this;
    }

    private void take(Facts.Move move) {
        var kind = move.kind();
        if (kind == MovementKind.ADMISSION) {
            admit(move);
        } else if (kind.part() == MovementKind.Part.LEAVES) {
            left = move;
        } else if (kind == MovementKind.RESTORED) {
            restored.add(move.day());
            left = null;
        } else if (kind == MovementKind.READMISSION) {
            readmit(move);
        }
    }

    /** The day of the decision; where only the ceremony is known, the ceremony (the card prints it). */
    private void admit(Facts.Move move) {
        var annulled = left != null && left.kind() == MovementKind.ANNULLED;
        if (annulled) {
            close(move.day());
            gaps.clear();
            restored.clear();
        } else if (basis == Basis.DECISION) {
            left = null;
            return; // what the person's papers say of the first admission
        }
        var decided = move.decided();
        begin(decided == null ? move.day() : decided, decided == null ? Basis.CEREMONY : Basis.DECISION);
        left = null;
    }

    private void begin(LocalDate day, Basis by) {
        start = day;
        basis = by;
        partyFrom = day;
        if (joined.gapDays() > 0 && stretches.isEmpty()) {
            gaps.removeIf(gap -> gap.until() == null);
            gaps.add(new Gap(null, null, joined.gapDays(), null));
            partyFrom = day.plusDays(joined.gapDays());
        }
    }

    private void readmit(Facts.Move move) {
        var out = left;
        left = null;
        if (out == null || !move.day().isAfter(out.day())) {
            return;
        }
        var days = ChronoUnit.DAYS.between(out.day(), move.day());
        gaps.add(new Gap(out.day(), move.day(), days, out.kind()));
        var before = partyFrom;
        if (before != null) {
            close(move.day());
            partyFrom = before.plusDays(days);
        }
    }

    private void close(LocalDate day) {
        if (partyFrom != null && day.isAfter(from)) {
            stretches.add(new PartyAge(from, day, partyFrom));
            from = day;
        }
    }

    List<PartyAge> stretches() {
        var all = new ArrayList<>(stretches);
        if (partyFrom != null) {
            all.add(new PartyAge(from, Days.FOREVER, partyFrom));
        }
        return all;
    }

    /** On a day, from what happened by it. */
    Seniority on(LocalDate day, BadgeRules badges) {
        var counts = partyFrom != null && !partyFrom.isAfter(day) ? partyFrom : null;
        var ended = left == null ? null : left.day();
        var until = ended == null ? day : ended;
        return new Seniority(
                start,
                basis,
                List.copyOf(gaps),
                List.copyOf(restored),
                ended,
                counts,
                counts == null ? null : Age.on(until, counts),
                counts == null ? null : badges.reached(counts, until).orElse(null),
                counts == null || ended != null
                        ? null
                        : badges.next(counts, until).orElse(null));
    }
}
