package vn.giaoban.membership.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.membership.Degree;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.Membership;
import vn.giaoban.membership.PersonList;
import vn.giaoban.membership.Sex;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;

/** Lists of people and their files. */
@RestController
class MembersController {

    private static final int LINES = 100;
    private static final int PAPER = 2_000;

    private final Membership membership;
    private final Organisation organisation;

    MembersController(Membership membership, Organisation organisation) {
        this.membership = membership;
        this.organisation = organisation;
    }

    /** @param q a text to find people by, whatever the unit */
    @GetMapping("/members")
    Page members(
            Actor by,
            AsOf at,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(defaultValue = "") String q,
            Asked asked) {
        var tops = by.where(Verb.SEE_PERSONS).stream()
                .flatMap(top -> organisation.find(top, at).stream())
                .toList();
        if (!q.isBlank()) {
            return new MembersPage(null, q, "", "", tops, membership.search(by, q, LINES), null, false);
        }
        if (unit == null) {
            return new MembersPage(null, "", "", "", tops, List.of(), null, false);
        }
        var list = membership.list(by, asked.filter(unit), at, ReadKind.LIST);
        return new MembersPage(
                organisation.unit(unit, at),
                "",
                Objects.toString(asked.degree(), ""),
                Objects.toString(asked.sex(), ""),
                tops,
                list.people(),
                Pager.of(asked.pageOrFirst(), LINES, list.all()),
                organisation.may(by, Verb.CONFIRM, unit, at) || organisation.may(by, Verb.KEEP_REGISTER, unit, at));
    }

    /** How a list is asked for. */
    record Asked(
            @Nullable Degree degree,
            @Nullable Sex sex,
            @Nullable String sort,
            @Nullable Integer page) {

        int pageOrFirst() {
            return page == null ? 1 : Math.max(1, page);
        }

        PersonList.Filter filter(UnitId unit) {
            return new PersonList.Filter(
                    unit, degree, sex, sort == null ? "name" : sort, LINES, (pageOrFirst() - 1L) * LINES);
        }
    }

    @GetMapping("/members/{member}")
    Page member(
            Actor by,
            AsOf at,
            Locale locale,
            @PathVariable MemberId member,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank() && membership.needsReason(by, member)) {
            return new ReasonPage("/members/" + member);
        }
        var file = membership.file(by, member, at, reason);
        return new MemberPage(
                file,
                membership.word("ethnicity", file.profile().origin().ethnicity(), locale),
                membership.word("education", file.profile().schooling().education(), locale),
                membership.word("theory", file.profile().schooling().theory(), locale),
                reason,
                tab.equals("sensitive") ? membership.sensitive(by, member, at, reason) : null,
                tab.equals("reads") ? membership.readsOf(by, member) : null);
    }

    @GetMapping("/members/print")
    PrintedListPage print(Actor by, AsOf at, @RequestParam UnitId unit) {
        var list = membership.list(by, new PersonList.Filter(unit, null, null, "name", PAPER, 0), at, ReadKind.PRINT);
        var path = organisation.path(unit, at);
        return new PrintedListPage(
                organisation.unit(unit, at),
                path.size() < 2 ? null : path.get(path.size() - 2),
                at.day(),
                list.people());
    }
}
