package vn.giaoban.membership.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.membership.Degree;
import vn.giaoban.membership.Membership;
import vn.giaoban.membership.PersonList;
import vn.giaoban.membership.Sex;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;

/** Lists of people: on the page and on paper. */
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

    /** @param q without a unit: a text to find people by, wherever they are */
    @GetMapping("/members")
    ResponseEntity<Page> members(
            Actor by,
            AsOf at,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(defaultValue = "") String q,
            Asked asked) {
        if (unit == null && !q.isBlank()) {
            var found = membership.search(by, q, LINES + 1);
            return ResponseEntity.ok(
                    MembersPage.found(q, found.subList(0, Math.min(LINES, found.size())), found.size() > LINES));
        }
        if (unit == null) {
            var tops = tops(by, at);
            return tops.size() == 1 && tops.get(0).holdsMembers()
                    ? Answers.seeOther("/members?unit={unit}", tops.get(0).id())
                    : ResponseEntity.ok(MembersPage.start(tops));
        }
        return ResponseEntity.ok(list(by, at, unit, q, asked));
    }

    private MembersPage list(Actor by, AsOf at, UnitId unit, String q, Asked asked) {
        var list = membership.list(
                by, asked.filter(unit, q), new PersonList.Slice(asked.pageOrFirst(), LINES), at, ReadKind.LIST);
        return new MembersPage(
                organisation.unit(unit, at),
                q,
                asked.shown(),
                List.of(),
                list.people(),
                Pager.of(list.page(), LINES, list.all()),
                false,
                rights(by, unit, at));
    }

    private MembersPage.Rights rights(Actor by, UnitId unit, AsOf at) {
        var enters = organisation.may(by, Verb.CONFIRM, unit, at) || organisation.may(by, Verb.KEEP_REGISTER, unit, at);
        return new MembersPage.Rights(
                !enters && organisation.may(by, Verb.RECORD, unit, at),
                enters,
                organisation.may(by, Verb.EXPORT_PERSONS, unit, at));
    }

    private List<Unit> tops(Actor by, AsOf at) {
        return by.where(Verb.SEE_PERSONS).stream()
                .flatMap(top -> organisation.find(top, at).stream())
                .toList();
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

        PersonList.Filter filter(UnitId unit, String text) {
            return new PersonList.Filter(unit, degree, sex, text, PersonList.By.NAME, false)
                    .sorted(Objects.toString(sort, ""));
        }

        MembersPage.Shown shown() {
            return new MembersPage.Shown(
                    Objects.toString(degree, ""), Objects.toString(sex, ""), Objects.toString(sort, ""));
        }
    }

    @GetMapping("/members/print")
    PrintedListPage print(Actor by, AsOf at, @RequestParam UnitId unit) {
        var people = membership.paper(by, unit, PAPER, at);
        return PrintedListPage.of(organisation.unit(unit, at), organisation.path(unit, at), at.day(), people);
    }
}
