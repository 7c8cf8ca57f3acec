package vn.giaoban.membership.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.Birth;
import vn.giaoban.membership.Membership;
import vn.giaoban.membership.Profile;
import vn.giaoban.ui.Wording;

/** A person as the texts of a form, by the columns of a file of members: what is typed is read as a file is. */
final class PersonTexts {

    /** The columns that a form of a person has. */
    static final List<String> COLUMNS = List.of(
            "family_and_given_name",
            "other_name",
            "birth",
            "sex",
            "ethnicity",
            "religion",
            "native_place",
            "residence",
            "occupation",
            "education",
            "theory",
            "languages",
            "card",
            "cv_number",
            "citizen_number",
            "admission_decision_day",
            "admission_ceremony_day",
            "official_day",
            "gap_days");

    private PersonTexts() {}

    /** What of a request belongs to the person. */
    static Map<String, String> columns(Map<String, String> request) {
        var texts = new HashMap<String, String>();
        COLUMNS.stream().filter(request::containsKey).forEach(column -> texts.put(column, request.get(column)));
        return texts;
    }

    static Map<String, String> of(Profile profile, Membership membership, Wording words) {
        var texts = new HashMap<String, String>();
        put(texts, "family_and_given_name", profile.name());
        put(texts, "other_name", profile.otherName());
        put(texts, "birth", birth(profile.birth(), words));
        put(texts, "sex", profile.sex().name());
        put(texts, "ethnicity", membership.word("ethnicity", profile.origin().ethnicity(), Locale.ROOT));
        put(texts, "religion", membership.word("religion", profile.origin().religion(), Locale.ROOT));
        put(texts, "native_place", profile.origin().nativePlace());
        put(texts, "residence", profile.origin().residence());
        put(texts, "occupation", profile.schooling().occupation());
        put(texts, "education", membership.word("education", profile.schooling().education(), Locale.ROOT));
        put(texts, "theory", membership.word("theory", profile.schooling().theory(), Locale.ROOT));
        put(texts, "languages", profile.schooling().languages());
        put(texts, "card", profile.numbers().card());
        put(texts, "cv_number", profile.numbers().cv());
        put(texts, "admission_decision_day", day(profile.joined().decidedOn(), words));
        put(texts, "admission_ceremony_day", day(profile.joined().ceremonyOn(), words));
        put(texts, "official_day", day(profile.joined().officialOn(), words));
        put(
                texts,
                "gap_days",
                profile.joined().gapDays() == 0
                        ? null
                        : Integer.toString(profile.joined().gapDays()));
        return texts;
    }

    private static void put(Map<String, String> texts, String column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            texts.put(column, text);
        }
    }

    private static @Nullable String day(@Nullable LocalDate day, Wording words) {
        return day == null ? null : words.day(day);
    }

    /** As the forms read it: a day, a month or a year. */
    static String birth(Birth birth, Wording words) {
        var day = words.day(birth.day());
        return switch (birth.precision()) {
            case DAY -> day;
            case MONTH -> day.substring(3);
            case YEAR -> day.substring(6);
        };
    }
}
