package vn.giaoban.recount;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Puts neighbouring imports of one file into one, as an office would that sends its rows by the week. */
final class Compaction {

    private Compaction() {}

    static History of(History history, Random random) {
        var batches = new ArrayList<History.Batch>();
        for (var batch : history.batches()) {
            var last = batches.isEmpty() ? null : batches.get(batches.size() - 1);
            if (last != null && random.nextInt(4) > 0 && mayJoin(last, batch)) {
                var rows = new ArrayList<>(last.rows());
                rows.addAll(batch.rows());
                batches.set(
                        batches.size() - 1,
                        new History.Batch(batch.register(), batch.file(), List.copyOf(rows), batch.at()));
            } else {
                batches.add(batch);
            }
        }
        return new History(history.registers(), batches);
    }

    private static boolean mayJoin(History.Batch first, History.Batch second) {
        if (!first.register().equals(second.register()) || first.file() != second.file()) {
            return false;
        }
        var refs = new HashSet<String>();
        first.rows().forEach(row -> refs.add(row.ref()));
        Set<String> cancelled = new HashSet<>();
        second.rows().forEach(row -> cancelled.add(row.text("cancels")));
        return cancelled.stream().noneMatch(c -> c != null && refs.contains(c));
    }
}
