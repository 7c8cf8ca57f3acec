package vn.giaoban.membership.web;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Birth;
import vn.giaoban.membership.CitizenNumber;
import vn.giaoban.membership.MovementKind;
import vn.giaoban.membership.NewMovement;
import vn.giaoban.membership.Profile;
import vn.giaoban.membership.Sex;

/** What was typed about a new person and what brings him in. */
public record NewMemberForm(
        @NotBlank(message = "{membership.missing}")
        @Size(max = 100)
        @Pattern(regexp = "[\\p{L}\\p{M}\\p{Nd} .,'’()-]*", message = "{membership.letters-only}")
        @Nullable
        String name,

        @NotNull(message = "{membership.missing}") @Nullable LocalDate birth,
        @NotNull(message = "{membership.missing}") @Nullable Sex sex,
        @Size(max = 100) @Nullable String ethnicity,
        @Size(max = 100) @Nullable String education,
        @Size(max = 100) @Nullable String theory,
        @Size(max = 200) @Nullable String occupation,

        @Pattern(regexp = "([0-9]{12})?", message = "{membership.malformed-citizen-number}") @Nullable
        String citizen,

        @NotNull(message = "{membership.missing}") @Nullable MovementKind kind,
        @NotNull(message = "{membership.missing}") @Nullable LocalDate day,
        @Nullable LocalDate decisionDay,

        @NotBlank(message = "{membership.missing}") @Size(max = 40) @Nullable
        String cell,

        @Size(max = 300) @Nullable String fromOutside,
        @Nullable Boolean another) {

    static NewMemberForm in(@Nullable String cell) {
        return new NewMemberForm(
                null, null, null, null, null, null, null, null, MovementKind.ADMISSION, null, null, cell, null, null);
    }

    /** Only for a form that passed validation. */
    Profile toProfile() {
        return Profile.of(requireNonNull(name).strip(), Birth.on(requireNonNull(birth)), requireNonNull(sex))
                .from(new Profile.Origin(MovementForm.filled(ethnicity), null, null, null))
                .learned(new Profile.Schooling(
                        MovementForm.filled(occupation),
                        MovementForm.filled(education),
                        MovementForm.filled(theory),
                        null));
    }

    boolean isAnother() {
        return Boolean.TRUE.equals(another);
    }

    @Nullable
    CitizenNumber toCitizen() {
        return citizen == null ? null : CitizenNumber.read(citizen).orElse(null);
    }

    NewMovement.What toMovement() {
        return new NewMovement.What(
                "",
                requireNonNull(kind),
                new NewMovement.On(requireNonNull(day), decisionDay, null, null, null),
                new NewMovement.Place(null, MovementForm.filled(fromOutside)),
                NewMovement.Place.cell(requireNonNull(cell).strip()),
                null,
                null);
    }

    /** A form that is shown again must not carry the number back into the page. */
    @Override
    public String toString() {
        return "NewMemberForm";
    }
}
