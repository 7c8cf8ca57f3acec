package vn.giaoban.membership.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.MemberFiles;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.MemberSheets;
import vn.giaoban.membership.Membership;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Page;

/** The member's own sheet, to be printed and signed. */
@RestController
class SheetController {

    private final MemberSheets sheets;
    private final MemberFiles files;
    private final Membership membership;
    private final AttributeWords values;

    SheetController(MemberSheets sheets, MemberFiles files, Membership membership, AttributeWords values) {
        this.sheets = sheets;
        this.files = files;
        this.membership = membership;
        this.values = values;
    }

    @GetMapping("/members/{member}/sheet")
    Page sheet(Actor by, Locale locale, @PathVariable MemberId member, @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank() && files.needsReason(by, member)) {
            return new ReasonPage("/members/" + member + "/sheet");
        }
        var sheet = sheets.of(by, member, reason);
        var profile = sheet.file().profile();
        return new SheetPage(
                sheet,
                membership.word("ethnicity", profile.origin().ethnicity(), locale),
                membership.word("education", profile.schooling().education(), locale),
                membership.word("theory", profile.schooling().theory(), locale),
                sheet.changes().stream()
                        .collect(Collectors.toMap(line -> line, line -> values.of(line, locale), (one, other) -> one)));
    }
}
