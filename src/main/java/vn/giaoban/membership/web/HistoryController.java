package vn.giaoban.membership.web;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.Corrections;
import vn.giaoban.membership.MemberFiles;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.Membership;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wordings;

/** What was known of a person, since when, from whom. */
@RestController
class HistoryController {

    private final MemberFiles files;
    private final Membership membership;
    private final Wordings wordings;

    HistoryController(MemberFiles files, Membership membership, Wordings wordings) {
        this.files = files;
        this.membership = membership;
        this.wordings = wordings;
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
                        value(line, locale),
                        line.change() != null && line.holds() && rights.rights().keep()))
                .toList();
        return new HistoryPage(rights.person(), reason, lines);
    }

    private String value(Corrections.Line line, Locale locale) {
        var value = line.value();
        var words = wordings.current();
        if (value == null) {
            return "";
        }
        var list = line.attribute().list();
        if (list != null) {
            return membership.word(list, value, locale);
        }
        return switch (line.attribute()) {
            case SEX -> words.text("membership.Sex." + value);
            case BIRTH ->
                value.length() == 10
                        ? words.day(LocalDate.parse(value))
                        : value.length() == 7 ? value.substring(5) + "/" + value.substring(0, 4) : value;
            case DECIDED_ON, CEREMONY_ON, OFFICIAL_ON -> words.day(LocalDate.parse(value));
            default -> value;
        };
    }
}
