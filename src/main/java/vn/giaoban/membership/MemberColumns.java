package vn.giaoban.membership;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.giaoban.membership.NewMember.OpeningPlace;
import vn.giaoban.membership.Profile.Joined;
import vn.giaoban.membership.Profile.Numbers;
import vn.giaoban.membership.Profile.Origin;
import vn.giaoban.membership.Profile.Schooling;
import vn.giaoban.shared.Vietnamese;

/** The columns of a file of members, by their codes. */
public final class MemberColumns {

    private static final Set<String> YES = Set.of("yes", "co", "x", "1", "true", "y");
    private static final Set<String> NO = Set.of("no", "khong", "0", "false", "n");

    private MemberColumns() {}

    /** Null if the row cannot be read; then at least one error was told. */
    public static @Nullable NewMember read(int row, Map<String, String> texts, Consumer<RowError> errors) {
        var cells = new Cells(row, texts, errors);
        var ref = cells.required("ref", 100);
        var cancels = cells.text("cancels", 100);
        if (cancels != null && cells.onlyFilled("ref", "cancels")) {
            return ref == null ? null : new NewMember(row, ref, cancels, null, null, false, null, null);
        }
        var name = cells.required("family_and_given_name", 100);
        if (name != null && !name.matches("[\\p{L}\\p{M}\\p{Nd} .,'’\\-()]+")) {
            cells.refuse("family_and_given_name", "malformed-name", name);
        }
        var birth = cells.birth("birth");
        if (birth == null && cells.text("birth") == null) {
            cells.refuse("birth", "missing");
        }
        var sex = cells.word("sex", Sex::read, "unknown-sex");
        if (sex == null && cells.text("sex") == null) {
            cells.refuse("sex", "missing");
        }
        var card = cells.text("card", 20);
        var cardAsCitizen = card == null ? null : CitizenNumber.read(card).orElse(null);
        var citizen = cells.word("citizen_number", CitizenNumber::read, "malformed-citizen-number");
        if (citizen != null && cardAsCitizen != null && !citizen.equals(cardAsCitizen)) {
            cells.refuse("card", "card-is-not-citizen-number");
        }
        var opens = opens(cells);
        var degree = cells.word("degree", Degree::read, "unknown-degree");
        var place = opens ? place(cells, degree) : null;
        var joined = new Joined(
                cells.day("admission_decision_day"),
                cells.day("admission_ceremony_day"),
                cells.day("official_day"),
                gap(cells));
        var profile = new Profile(
                name == null ? "" : name,
                cells.text("other_name", 100),
                birth == null ? Birth.in(1900) : birth,
                sex == null ? Sex.M : sex,
                new Origin(
                        cells.text("ethnicity", 100),
                        cells.text("religion", 100),
                        cells.text("native_place", 300),
                        cells.text("residence", 300)),
                new Schooling(
                        cells.text("occupation", 200),
                        cells.text("education", 100),
                        cells.text("theory", 100),
                        cells.text("languages", 200)),
                new Numbers(
                        cardAsCitizen != null || card == null ? null : card.toUpperCase(Locale.ROOT),
                        cells.text("cv_number", 20)),
                joined);
        return cells.sound()
                ? new NewMember(
                        row,
                        requireNonNull(ref),
                        cancels,
                        profile,
                        cardAsCitizen != null ? cardAsCitizen : citizen,
                        cardAsCitizen != null,
                        place,
                        opens ? null : degree)
                : null;
    }

    /** Says so in its column, or by naming a cell. */
    private static boolean opens(Cells cells) {
        var opening = cells.word("opening", MemberColumns::yesOrNo, "yes-or-no");
        return opening == null ? cells.text("opening") == null && cells.text("cell") != null : opening;
    }

    private static @Nullable OpeningPlace place(Cells cells, @Nullable Degree degree) {
        var cell = cells.required("cell", 40);
        var from = cells.day("belongs_from");
        if (degree == null && cells.text("degree") == null) {
            cells.refuse("degree", "missing");
        }
        return cell == null || degree == null ? null : new OpeningPlace(cell, from, degree);
    }

    private static int gap(Cells cells) {
        var text = cells.text("gap_days");
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,5}")) {
            cells.refuse("gap_days", "malformed-number", text);
            return 0;
        }
        return Integer.parseInt(text);
    }

    private static Optional<Boolean> yesOrNo(String text) {
        var folded = Vietnamese.folded(text);
        return YES.contains(folded) ? Optional.of(true) : NO.contains(folded) ? Optional.of(false) : Optional.empty();
    }
}
