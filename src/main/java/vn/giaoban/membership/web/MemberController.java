package vn.giaoban.membership.web;

import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.MemberFiles;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.Membership;
import vn.giaoban.membership.Merges;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Page;

/** One person's file. */
@RestController
class MemberController {

    private final MemberFiles files;
    private final Membership membership;
    private final Merges merges;

    MemberController(MemberFiles files, Membership membership, Merges merges) {
        this.files = files;
        this.membership = membership;
        this.merges = merges;
    }

    /** A record that was merged leads to the one that was kept. */
    @GetMapping("/members/{member}")
    ResponseEntity<Page> member(
            Actor by,
            AsOf at,
            Locale locale,
            @PathVariable MemberId member,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String reason) {
        var kept = merges.keptOf(by, member);
        if (kept.isPresent()) {
            return Answers.seeOther("/members/{member}", kept.get());
        }
        return ResponseEntity.ok(page(by, at, locale, member, tab, reason));
    }

    private Page page(Actor by, AsOf at, Locale locale, MemberId member, String tab, String reason) {
        if (reason.isBlank() && files.needsReason(by, member)) {
            return new ReasonPage("/members/" + member);
        }
        var file = files.file(by, member, at, reason);
        return new MemberPage(
                file,
                membership.word("ethnicity", file.profile().origin().ethnicity(), locale),
                membership.word("education", file.profile().schooling().education(), locale),
                membership.word("theory", file.profile().schooling().theory(), locale),
                reason,
                tab.equals("sensitive") ? files.sensitive(by, member, at, reason) : null,
                tab.equals("reads") ? files.readsOf(by, member) : null);
    }
}
