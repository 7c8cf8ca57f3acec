package vn.giaoban.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One movement of one member, or the correction or cancellation of one.
 *
 * @param day the day that counts
 * @param issued of a transfer: the day of its letter
 * @param cancels the earlier row that this one puts right, or takes back if {@link #kind} is null
 */
record MovementRow(
        String ref,
        String member,
        @Nullable Kind kind,
        @Nullable LocalDate day,
        @Nullable LocalDate decided,
        @Nullable LocalDate issued,
        @Nullable String fromCell,
        @Nullable String fromOutside,
        @Nullable String toCell,
        @Nullable String toOutside,
        @Nullable String decision,
        @Nullable String cancels) {

    /** In the order in which they are read within a day. */
    enum Kind {
        ADMISSION("admission"),
        READMISSION("readmission"),
        RESTORED("restored"),
        RECOGNITION("recognition"),
        EXEMPTED("exempted"),
        TRANSFER_IN("transfer"),
        TRANSFER_WITHIN("transfer"),
        TRANSFER_OUT("transfer"),
        ANNULLED("annulled"),
        STRUCK_OFF("struck-off"),
        RESIGNED("resigned"),
        EXPELLED("expelled"),
        DIED("died");

        /** As the import contract writes it. */
        final String code;

        Kind(String code) {
            this.code = code;
        }

        boolean enters() {
            return this == ADMISSION || this == READMISSION || this == RESTORED || this == TRANSFER_IN;
        }

        boolean leaves() {
            return ordinal() >= TRANSFER_OUT.ordinal();
        }
    }

    MovementRow from(@Nullable String cell, @Nullable String outside) {
        return new MovementRow(
                ref, member, kind, day, decided, issued, cell, outside, toCell, toOutside, decision, cancels);
    }

    MovementRow to(@Nullable String cell, @Nullable String outside) {
        return new MovementRow(
                ref, member, kind, day, decided, issued, fromCell, fromOutside, cell, outside, decision, cancels);
    }

    MovementRow on(LocalDate otherDay) {
        return new MovementRow(
                ref,
                member,
                kind,
                otherDay,
                decided,
                issued,
                fromCell,
                fromOutside,
                toCell,
                toOutside,
                decision,
                cancels);
    }

    MovementRow issuedOn(LocalDate letter) {
        return new MovementRow(
                ref, member, kind, day, decided, letter, fromCell, fromOutside, toCell, toOutside, decision, cancels);
    }

    MovementRow decidedBy(String number) {
        return new MovementRow(
                ref, member, kind, day, decided, issued, fromCell, fromOutside, toCell, toOutside, number, cancels);
    }

    /** This row again, under a new ref, in the place of the one first entered. */
    MovementRow correcting(String newRef) {
        return new MovementRow(
                newRef, member, kind, day, decided, issued, fromCell, fromOutside, toCell, toOutside, decision, ref);
    }
}
