package vn.giaoban.organisation.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Decision;
import vn.giaoban.organisation.UnitEvent.Change;

/**
 * The single fields of an event as they were typed; its lines are {@link EventLines}.
 *
 * @param other code of the superior, absorber or successor that was chosen from a list
 * @param otherCode the same, typed; comes before the list
 * @param receiving code of the cell to which people go
 */
public record EventForm(
        @NotNull(message = "{organisation.day-missing}") @Nullable
        LocalDate day,

        @Size(max = 40) @Nullable String other,
        @Size(max = 40) @Nullable String otherCode,
        @Size(max = 300) @Nullable String name,
        @Size(max = 300) @Nullable String committee,
        @Size(max = 40) @Nullable String kind,
        @Size(max = 40) @Nullable String receiving,
        @Size(max = 40) @Nullable String receivingCode,
        @Size(max = 100) @Nullable String number,
        @Nullable LocalDate decisionDay,
        @Size(max = 200) @Nullable String issuer) {

    static final EventForm EMPTY = new EventForm(null, null, null, null, null, null, null, null, null, null, null);

    @Nullable
    String otherUnit() {
        var typed = text(otherCode);
        return typed != null ? typed : text(other);
    }

    @Nullable
    String receivingCell() {
        var typed = text(receivingCode);
        return typed != null ? typed : text(receiving);
    }

    Change change() {
        return new Change(text(name), text(committee), null, null, text(kind), null, null);
    }

    Decision decision() {
        return new Decision(text(number), decisionDay, text(issuer));
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
