package vn.giaoban.membership.web;

import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.MemberFiles;
import vn.giaoban.membership.MemberId;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.ui.Page;

/** What was known of a person, since when, from whom. */
@RestController
class HistoryController {

    private final MemberFiles files;
    private final AttributeWords values;

    HistoryController(MemberFiles files, AttributeWords values) {
        this.files = files;
        this.values = values;
    }

    @GetMapping("/members/{member}/history")
    Page history(
            Actor by,
            AsOf at,
            Locale locale,
            @PathVariable MemberId member,
            @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank() && files.needsReason(by, member)) {
            return new ReasonPage("/members/" + member + "/history");
        }
        var rights = files.file(by, member, at, reason);
        var lines = files.history(by, member, reason).stream()
                .map(line -> new HistoryPage.Line(
                        line,
                        values.of(line, locale),
                        line.change() != null && line.holds() && rights.rights().keep()))
                .toList();
        return new HistoryPage(rights.person(), reason, lines);
    }
}
