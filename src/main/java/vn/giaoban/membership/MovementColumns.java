package vn.giaoban.membership;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.NewMovement.On;
import vn.giaoban.membership.NewMovement.Place;
import vn.giaoban.membership.NewMovement.What;

/** The columns of a file of movements, by their codes. */
public final class MovementColumns {

    private MovementColumns() {}

    /** Null if the row cannot be read; then at least one error was told. */
    public static @Nullable NewMovement read(int row, Map<String, String> texts, Consumer<RowError> errors) {
        var cells = new Cells(row, texts, errors);
        var ref = cells.required("ref", 100);
        var cancels = cells.text("cancels", 100);
        if (cancels != null && cells.onlyFilled("ref", "cancels")) {
            return ref == null ? null : new NewMovement(row, ref, cancels, null);
        }
        var member = cells.required("member_ref", 100);
        var kind = cells.word("kind", MovementKind::read, "unknown-kind");
        if (kind == null && cells.text("kind") == null) {
            cells.refuse("kind", "missing");
        }
        var day = cells.day("day");
        if (day == null && cells.text("day") == null) {
            cells.refuse("day", "missing");
        }
        var decided = cells.day("decision_day");
        var ceremony = cells.day("ceremony_day");
        var issued = cells.day("issued_day");
        var received = cells.day("received_day");
        var until = cells.day("until_day");
        var from = new Place(cells.text("from_cell", 40), cells.text("from_outside", 300));
        var to = new Place(cells.text("to_cell", 40), cells.text("to_outside", 300));
        var decisionNo = cells.text("decision_no", 100);
        var thenCell = cells.text("then_cell", 40);
        if (!cells.sound()) {
            return null;
        }
        return new NewMovement(
                row,
                requireNonNull(ref),
                cancels,
                new What(
                        requireNonNull(member),
                        requireNonNull(kind),
                        new On(requireNonNull(day), decided, ceremony, issued, received, until),
                        from,
                        to,
                        decisionNo,
                        thenCell));
    }
}
