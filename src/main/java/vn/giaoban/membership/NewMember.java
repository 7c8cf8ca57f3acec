package vn.giaoban.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of people to be entered, corrected or withdrawn.
 *
 * @param row where it stands in its file, for errors
 * @param ref the sender's own key, once per register
 * @param cancels ref of the row that this one replaces, or withdraws if {@code profile} is null
 * @param citizen also the card's number where the card has twelve digits
 * @param place where the person belongs when the register opens; null for those whom a movement brings in
 * @param arriving the degree with which those first come from outside
 */
public record NewMember(
        int row,
        String ref,
        @Nullable String cancels,
        @Nullable Profile profile,
        @Nullable CitizenNumber citizen,
        boolean citizenIsCard,
        @Nullable OpeningPlace place,
        @Nullable Degree arriving) {

    /**
     * @param cell code of the cell
     * @param from since when; null: the evening before the register's first day
     */
    public record OpeningPlace(String cell, @Nullable LocalDate from, Degree degree) {}

    /** Somebody who belongs when the register opens. */
    public static NewMember opening(int row, String ref, Profile profile, String cell, Degree degree) {
        return new NewMember(row, ref, null, profile, null, false, new OpeningPlace(cell, null, degree), null);
    }

    /** Somebody whom a movement brings in. */
    public static NewMember coming(int row, String ref, Profile profile) {
        return new NewMember(row, ref, null, profile, null, false, null, null);
    }

    public NewMember withCitizen(@Nullable CitizenNumber number, boolean isCard) {
        return new NewMember(row, ref, cancels, profile, number, isCard, place, arriving);
    }

    public NewMember arrivingAs(@Nullable Degree degree) {
        return new NewMember(row, ref, cancels, profile, citizen, citizenIsCard, place, degree);
    }

    public NewMember correcting(@Nullable String earlierRef) {
        return new NewMember(row, ref, earlierRef, profile, citizen, citizenIsCard, place, arriving);
    }

    boolean withdraws() {
        return profile == null;
    }
}
