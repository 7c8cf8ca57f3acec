package vn.giaoban.organisation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of a unit's two codes: the short one, taken as it is written and compared letter by letter, and the 14 digits in groups
 * 2.3.3.3.3. The one rule for forms, plans and imported files.
 */
final class UnitCodes {

    private static final Pattern SHORT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,29}");
    private static final Pattern ORGANISATION = Pattern.compile("[0-9]{14}");

    private UnitCodes() {}

    static boolean isOrgCode(String code) {
        return ORGANISATION.matcher(code).matches();
    }

    static Optional<OrganisationRefusal> refusal(String code, @Nullable String orgCode) {
        if (!SHORT.matcher(code).matches() || !Normalizer.isNormalized(code, Normalizer.Form.NFC)) {
            return Optional.of(OrganisationRefusal.malformedCode(code));
        }
        if (orgCode != null && !isOrgCode(orgCode)) {
            return Optional.of(OrganisationRefusal.malformedOrgCode(orgCode));
        }
        return Optional.empty();
    }
}
