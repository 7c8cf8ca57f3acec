package vn.giaoban.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything a person is between two days; what changes is entered as a new profile from a day on. */
public record Profile(
        String name,
        @Nullable String otherName,
        Birth birth,
        Sex sex,
        Origin origin,
        Schooling schooling,
        Numbers numbers,
        Joined joined) {

    /**
     * @param ethnicity code of the list, or a word that the list does not know, folded
     * @param religion the same; sensitive
     */
    public record Origin(
            @Nullable String ethnicity,
            @Nullable String religion,
            @Nullable String nativePlace,
            @Nullable String residence) {

        public static final Origin UNKNOWN = new Origin(null, null, null, null);
    }

    /**
     * @param education the highest level, general or professional
     * @param theory of politics
     */
    public record Schooling(
            @Nullable String occupation,
            @Nullable String education,
            @Nullable String theory,
            @Nullable String languages) {

        public static final Schooling UNKNOWN = new Schooling(null, null, null, null);
    }

    /**
     * @param card of the older series; one of twelve digits is the citizen number and never stands here
     * @param cv số lý lịch
     */
    public record Numbers(@Nullable String card, @Nullable String cv) {

        public static final Numbers NONE = new Numbers(null, null);
    }

    /**
     * The three dates of the first admission, which people mix up, where no movement of the register says them.
     *
     * @param decidedOn the decision: party age counts from it
     * @param ceremonyOn the ceremony, printed on the card: probation counts from it
     * @param officialOn the official date
     * @param gapDays days out of the Party before this register knew the person
     */
    public record Joined(
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate ceremonyOn,
            @Nullable LocalDate officialOn,
            int gapDays) {

        public static final Joined UNKNOWN = new Joined(null, null, null, 0);
    }

    public static Profile of(String name, Birth birth, Sex sex) {
        return new Profile(name, null, birth, sex, Origin.UNKNOWN, Schooling.UNKNOWN, Numbers.NONE, Joined.UNKNOWN);
    }

    public Profile alsoNamed(@Nullable String newOtherName) {
        return new Profile(name, newOtherName, birth, sex, origin, schooling, numbers, joined);
    }

    public Profile from(Origin newOrigin) {
        return new Profile(name, otherName, birth, sex, newOrigin, schooling, numbers, joined);
    }

    public Profile learned(Schooling newSchooling) {
        return new Profile(name, otherName, birth, sex, origin, newSchooling, numbers, joined);
    }

    public Profile numbered(Numbers newNumbers) {
        return new Profile(name, otherName, birth, sex, origin, schooling, newNumbers, joined);
    }

    public Profile joined(Joined newJoined) {
        return new Profile(name, otherName, birth, sex, origin, schooling, numbers, newJoined);
    }
}
