package vn.giaoban.membership.web;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.MovementKind;
import vn.giaoban.membership.NewMovement;

/** What was typed about a movement. */
public record MovementForm(
        @NotNull(message = "{membership.missing}") @Nullable MovementKind kind,
        @NotNull(message = "{membership.missing}") @Nullable LocalDate day,
        @Nullable LocalDate decisionDay,
        @Size(max = 100) @Nullable String decisionNo,
        @Size(max = 40) @Nullable String toCell,
        @Size(max = 300) @Nullable String toOutside,
        @Size(max = 300) @Nullable String fromOutside) {

    static final MovementForm EMPTY = new MovementForm(null, null, null, null, null, null, null);

    /** Only for a form that passed validation. */
    NewMovement.What toMovement() {
        return new NewMovement.What(
                "",
                requireNonNull(kind),
                new NewMovement.On(requireNonNull(day), decisionDay, null, null, null),
                new NewMovement.Place(null, filled(fromOutside)),
                new NewMovement.Place(filled(toCell), filled(toOutside)),
                filled(decisionNo),
                null);
    }

    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
