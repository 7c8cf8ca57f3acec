package vn.giaoban.organisation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.HolderNames;
import vn.giaoban.organisation.Holding;
import vn.giaoban.organisation.NewHolding;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.organisation.Posts;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Verb;

/** Posts of a unit and who holds them, for programs: {@code docs/import.md}. Every answer that names somebody is a recorded read. */
@RestController
@RequestMapping("/api/v1/units/{code}/posts")
class CommitteeApi {

    private static final Pattern MEMBER = Pattern.compile("([0-9]{1,5})-([0-9]{1,18})");

    private final Organisation organisation;
    private final UnitsNamed units;
    private final Posts posts;
    private final ObjectProvider<HolderNames> persons;

    CommitteeApi(Organisation organisation, UnitsNamed units, Posts posts, ObjectProvider<HolderNames> persons) {
        this.organisation = organisation;
        this.units = units;
        this.posts = posts;
        this.persons = persons;
    }

    /** @param holder null for a reader who may not see who it is @param until exclusive; null: no end yet */
    record Held(
            int register,
            long id,
            String post,
            String postName,
            @Nullable String village,
            @Nullable Holder holder,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** @param member as in the address of the member's page; null for somebody of no register */
    record Holder(@Nullable String member, String name) {}

    record Appointed(
            @Nullable String post,
            @Nullable String village,
            @Nullable String member,
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String decisionNo) {}

    record Ended(@Nullable LocalDate until) {}

    record Recorded(Instant recordedAt) {}

    @GetMapping
    List<Held> all(Actor by, @PathVariable String code, AsOf at) {
        var unit = units.named(code, at);
        var holdings = posts.all(unit.id(), at.known());
        var names = holdings.isEmpty() ? Map.<Long, String>of() : names(by, unit, holdings, at);
        return holdings.stream()
                .map(one -> new Held(
                        one.register().value(),
                        one.id(),
                        one.post(),
                        one.postName(),
                        one.village(),
                        holder(one, names.get(one.id())),
                        one.from(),
                        one.until()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Recorded appoint(Actor by, @PathVariable String code, AsOf at, @RequestBody Appointed asked) {
        var unit = mine(by, code, at);
        var post = given(asked.post(), "post");
        var from = given(asked.from(), "from");
        var name = EventForm.text(asked.name());
        var village = EventForm.text(asked.village());
        var member = member(by, unit, asked.member(), at);
        if ((member == null) == (name == null)) {
            throw OrganisationRefusal.oneHolder();
        }
        if (village != null) {
            posts.checkCovers(unit.id(), village, at);
        }
        return new Recorded(posts.appoint(
                        by,
                        member == null ? unit.register() : member.register(),
                        List.of(new NewHolding(
                                post,
                                unit.id(),
                                village,
                                member == null ? null : member.member(),
                                name,
                                from,
                                asked.until(),
                                EventForm.text(asked.decisionNo()))))
                .at());
    }

    @PostMapping("/{register}/{holding}/end")
    Recorded end(
            Actor by,
            @PathVariable String code,
            @PathVariable short register,
            @PathVariable long holding,
            AsOf at,
            @RequestBody Ended asked) {
        var unit = mine(by, code, at);
        var until = given(asked.until(), "until");
        if (posts.all(unit.id(), at.known()).stream()
                .noneMatch(one -> one.id() == holding && one.register().value() == register)) {
            throw OrganisationRefusal.holdingNotFound();
        }
        return new Recorded(
                posts.end(by, new RegisterId(register), holding, until).at());
    }

    private static @Nullable Holder holder(Holding one, @Nullable String name) {
        return name == null
                ? null
                : new Holder(one.member() == null ? null : one.register() + "-" + one.member(), name);
    }

    /** Only somebody whom this reader may see: whoever he may not is like one who is not there. */
    private @Nullable Holding member(Actor by, Unit unit, @Nullable String key, AsOf at) {
        if (key == null || key.isBlank()) {
            return null;
        }
        var parts = MEMBER.matcher(key.strip());
        if (!parts.matches()) {
            throw OrganisationRefusal.holderNotFound();
        }
        var register = Integer.parseInt(parts.group(1));
        if (register < 1 || register > Short.MAX_VALUE) {
            throw OrganisationRefusal.holderNotFound();
        }
        var asked = new Holding(
                new RegisterId((short) register),
                0,
                "",
                "",
                unit.id(),
                null,
                Long.valueOf(parts.group(2)),
                null,
                at.day(),
                null);
        if (names(by, unit, List.of(asked), at).isEmpty()) {
            throw OrganisationRefusal.holderNotFound();
        }
        return asked;
    }

    private Map<Long, String> names(Actor by, Unit unit, List<Holding> holdings, AsOf at) {
        return persons.stream()
                .findFirst()
                .map(some -> some.names(by, unit.id(), holdings, at))
                .orElse(Map.of());
    }

    private Unit mine(Actor by, String code, AsOf at) {
        var unit = units.named(code, at);
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit.id(), at);
        return unit;
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw OrganisationRefusal.missingField(field);
        }
        return Objects.requireNonNull(value);
    }
}
