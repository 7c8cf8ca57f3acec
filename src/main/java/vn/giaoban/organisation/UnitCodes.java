package vn.giaoban.organisation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shapes of a unit's two codes: the short one, and the 14 digits in groups 2.3.3.3.3. Source: domain facts 3.6. */
final class UnitCodes {

    private static final Pattern SHORT = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,29}");
    private static final Pattern ORGANISATION = Pattern.compile("[0-9]{14}");

    private UnitCodes() {}

    static boolean isOrgCode(String code) {
        return ORGANISATION.matcher(code).matches();
    }

    static Optional<OrganisationRefusal> refusal(String code, @Nullable String orgCode) {
        if (!SHORT.matcher(code).matches()) {
            return Optional.of(OrganisationRefusal.malformedCode(code));
        }
        if (orgCode != null && !isOrgCode(orgCode)) {
            return Optional.of(OrganisationRefusal.malformedOrgCode(orgCode));
        }
        return Optional.empty();
    }
}
