package vn.giaoban.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.giaoban.membership.Batch;
import vn.giaoban.membership.Intake;
import vn.giaoban.membership.MemberColumns;
import vn.giaoban.membership.MovementColumns;
import vn.giaoban.membership.NewMember;
import vn.giaoban.membership.NewMovement;
import vn.giaoban.membership.RowError;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Register;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusal;

/** Rows of members and of their movements. */
@Component
class PersonsReceiver implements Receiver {

    private final Intake intake;

    PersonsReceiver(Intake intake) {
        this.intake = intake;
    }

    @Override
    public Set<ImportKind> kinds() {
        return Set.of(ImportKind.MEMBERS, ImportKind.MOVEMENTS);
    }

    @Override
    public void check(Actor by, Register register, Rows rows, Findings findings) {
        var batch = batch(rows, findings);
        try {
            var found = intake.check(by, register.id(), batch);
            found.errors()
                    .forEach(error -> findings.problem(error.row(), error.column(), error.code(), error.arguments()));
            found.notes().forEach(note -> findings.note(note.row(), note.column(), note.code(), note.arguments()));
        } catch (Refusal refusal) {
            findings.problem(1, null, refusal); // of the file as a whole
        }
    }

    @Override
    public void record(Actor by, Entry entry, Register register, Rows rows, Findings findings) {
        var batch = batch(rows, findings);
        if (!findings.none()) {
            return;
        }
        try {
            intake.store(by, entry, register.id(), batch);
        } catch (Refusal refusal) {
            findings.problem(1, null, refusal);
        }
    }

    private static Batch batch(Rows rows, Findings findings) {
        Consumer<RowError> errors =
                error -> findings.problem(error.row(), error.column(), error.code(), error.arguments());
        if (rows.kind() == ImportKind.MEMBERS) {
            List<NewMember> members = new ArrayList<>(rows.rows().size());
            rows.rows().stream()
                    .map(row -> MemberColumns.read(row.number(), cells(row), errors))
                    .filter(Objects::nonNull)
                    .forEach(members::add);
            return Batch.ofMembers(members, rows.soFar());
        }
        List<NewMovement> movements = new ArrayList<>(rows.rows().size());
        rows.rows().stream()
                .map(row -> MovementColumns.read(row.number(), cells(row), errors))
                .filter(Objects::nonNull)
                .forEach(movements::add);
        return Batch.ofMovements(movements);
    }

    private static Map<String, String> cells(Row row) {
        Map<String, String> cells = new HashMap<>();
        row.forEach(cells::put);
        return cells;
    }
}
