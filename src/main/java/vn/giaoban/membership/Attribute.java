package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing known about a person. All can be corrected; what also changes in a life, such as an occupation, can be entered as so from a day
 * on.
 */
public enum Attribute {
    NAME(false, null),
    OTHER_NAME(true, null),
    BIRTH(false, null),
    SEX(false, null),
    ETHNICITY(false, "ethnicity"),
    RELIGION(true, "religion"),
    NATIVE_PLACE(false, null),
    RESIDENCE(true, null),
    OCCUPATION(true, null),
    EDUCATION(true, "education"),
    THEORY(true, "theory"),
    LANGUAGES(true, null),
    CARD(true, null),
    CV_NUMBER(false, null),
    DECIDED_ON(false, null),
    CEREMONY_ON(false, null),
    OFFICIAL_ON(false, null),
    GAP_DAYS(false, null);

    private final boolean changes;
    private final @Nullable String list;

    Attribute(boolean changes, @Nullable String list) {
        this.changes = changes;
        this.list = list;
    }

    /** Whether it may be entered as so from a day on. */
    public boolean changes() {
        return changes;
    }

    /** The list of words it is written in; null for free text. */
    public @Nullable String list() {
        return list;
    }

    /** Needs the right to sensitive data. */
    public boolean sensitive() {
        return this == RELIGION;
    }

    public static List<Attribute> changing() {
        return Arrays.stream(values()).filter(Attribute::changes).toList();
    }

    /** As it is stored: words of a list as their code, days as 2024-03-19, a birth date as far as it is known. */
    @Nullable
    String of(Profile profile) {
        return switch (this) {
            case NAME -> profile.name();
            case OTHER_NAME -> profile.otherName();
            case BIRTH -> birth(profile.birth());
            case SEX -> profile.sex().name();
            case ETHNICITY -> profile.origin().ethnicity();
            case RELIGION -> profile.origin().religion();
            case NATIVE_PLACE -> profile.origin().nativePlace();
            case RESIDENCE -> profile.origin().residence();
            case OCCUPATION -> profile.schooling().occupation();
            case EDUCATION -> profile.schooling().education();
            case THEORY -> profile.schooling().theory();
            case LANGUAGES -> profile.schooling().languages();
            case CARD -> profile.numbers().card();
            case CV_NUMBER -> profile.numbers().cv();
            case DECIDED_ON -> day(profile.joined().decidedOn());
            case CEREMONY_ON -> day(profile.joined().ceremonyOn());
            case OFFICIAL_ON -> day(profile.joined().officialOn());
            case GAP_DAYS ->
                profile.joined().gapDays() == 0
                        ? null
                        : Integer.toString(profile.joined().gapDays());
        };
    }

    private static String birth(Birth birth) {
        var day = birth.day().toString();
        return switch (birth.precision()) {
            case DAY -> day;
            case MONTH -> day.substring(0, 7);
            case YEAR -> day.substring(0, 4);
        };
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return Objects.toString(day, null);
    }

    /** The profile with another value. Only for what {@link #changes}. */
    Profile in(Profile profile, @Nullable String value) {
        var origin = profile.origin();
        var schooling = profile.schooling();
        return switch (this) {
            case OTHER_NAME -> profile.alsoNamed(value);
            case RELIGION ->
                profile.from(new Profile.Origin(origin.ethnicity(), value, origin.nativePlace(), origin.residence()));
            case RESIDENCE ->
                profile.from(new Profile.Origin(origin.ethnicity(), origin.religion(), origin.nativePlace(), value));
            case OCCUPATION ->
                profile.learned(
                        new Profile.Schooling(value, schooling.education(), schooling.theory(), schooling.languages()));
            case EDUCATION ->
                profile.learned(new Profile.Schooling(
                        schooling.occupation(), value, schooling.theory(), schooling.languages()));
            case THEORY ->
                profile.learned(new Profile.Schooling(
                        schooling.occupation(), schooling.education(), value, schooling.languages()));
            case LANGUAGES ->
                profile.learned(new Profile.Schooling(
                        schooling.occupation(), schooling.education(), schooling.theory(), value));
            case CARD ->
                profile.numbered(new Profile.Numbers(value, profile.numbers().cv()));
            default -> throw new IllegalArgumentException(this + " does not change from a day on");
        };
    }
}
