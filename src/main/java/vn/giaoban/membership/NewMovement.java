package vn.giaoban.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of movements to be entered, corrected or withdrawn.
 *
 * @param row where it stands in its file, for errors
 * @param ref the sender's own key, once per register
 * @param cancels ref of the movement that this one replaces, or withdraws if {@code what} is null
 */
public record NewMovement(
        int row,
        String ref,
        @Nullable String cancels,
        @Nullable What what) {

    /** The same, in the place of another row. */
    NewMovement instead(@Nullable String ref) {
        return new NewMovement(row, this.ref, ref, what);
    }

    /**
     * @param member the sender's key of the person
     * @param thenCell where the person went when the closing of {@code to} shared its people out; for late rows
     */
    public record What(
            String member,
            MovementKind kind,
            On on,
            Place from,
            Place to,
            @Nullable String decisionNo,
            @Nullable String thenCell) {}

    /**
     * All days of a movement.
     *
     * @param day the one that counts
     * @param until when a temporary stay is to end, as its letter says
     */
    public record On(
            LocalDate day,
            @Nullable LocalDate decision,
            @Nullable LocalDate ceremony,
            @Nullable LocalDate issued,
            @Nullable LocalDate received,
            @Nullable LocalDate until) {

        public On(
                LocalDate day,
                @Nullable LocalDate decision,
                @Nullable LocalDate ceremony,
                @Nullable LocalDate issued,
                @Nullable LocalDate received) {
            this(day, decision, ceremony, issued, received, null);
        }

        public static On day(LocalDate day) {
            return new On(day, null, null, null, null);
        }
    }

    /** A cell by its code, or a place outside by its name, or neither. */
    public record Place(@Nullable String cell, @Nullable String outside) {

        public static final Place NONE = new Place(null, null);

        public static Place cell(String code) {
            return new Place(code, null);
        }

        public static Place outside(String name) {
            return new Place(null, name);
        }
    }

    public static NewMovement of(int row, String ref, String member, MovementKind kind, On on, Place from, Place to) {
        return new NewMovement(row, ref, null, new What(member, kind, on, from, to, null, null));
    }

    public static NewMovement withdrawal(int row, String ref, String earlierRef) {
        return new NewMovement(row, ref, earlierRef, null);
    }

    public NewMovement correcting(@Nullable String earlierRef) {
        return new NewMovement(row, ref, earlierRef, what);
    }
}
