package vn.giaoban.membership;

import java.util.List;
import vn.giaoban.record.Register;

/**
 * Holds a batch against the register, in memory: finds all that is wrong, and what would be written. Used once for the preview, with made-up
 * keys, and once more when it is recorded.
 */
final class BatchCheck {

    private final BatchDrafts batch;
    private final Coding coding;

    /** @param entry key of the entry that will record it; the largest number for a preview */
    BatchCheck(Register register, BatchKnown known, UnitsNow units, Coding coding, long entry) {
        this.batch = new BatchDrafts(register, known, units, entry);
        this.coding = coding;
    }

    /** @param memberKeys one for each row of members, {@code movementKeys} one for each row of movements */
    BatchPlan check(Batch rows, List<Long> memberKeys, List<Long> movementKeys) {
        new MemberRows(batch, coding).add(rows.members(), memberKeys);
        var outside = new BatchNumbers(batch, rows.soFar().people).check();
        var movements = new MovementRows(batch);
        movements.add(rows.movements(), movementKeys);
        rows.shares().forEach(movements::share);
        var lives = new LivesCheck(batch);
        lives.days(movements.movements());
        return new BatchPlan(
                new Findings(batch.errors, batch.notes),
                batch.drafts.values(),
                movements.movements(),
                movements.takenBack(),
                batch.carried,
                lives.lives(),
                outside);
    }
}
