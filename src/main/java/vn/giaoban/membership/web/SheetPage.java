package vn.giaoban.membership.web;

import java.util.Map;
import java.util.stream.Collectors;
import vn.giaoban.membership.Corrections;
import vn.giaoban.membership.MemberSheet;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wording;

/**
 * The member's own sheet.
 *
 * @param ethnicity in words, as {@code education} and {@code theory}
 * @param values of what changed, in words
 */
public record SheetPage(
        MemberSheet sheet, String ethnicity, String education, String theory, Map<Corrections.Line, String> values)
        implements Page {

    public String value(Corrections.Line change) {
        return values.getOrDefault(change, "");
    }

    /** In what post somebody read. */
    public String roles(MemberSheet.Reader reader, Wording words) {
        return reader.roles().isEmpty()
                ? words.text("membership.sheet.no-role")
                : reader.roles().stream()
                        .map(role -> role.unit() == null
                                ? words.text("access.role." + role.code())
                                : words.text("access.role." + role.code()) + " – " + role.unit())
                        .collect(Collectors.joining("; "));
    }
}
