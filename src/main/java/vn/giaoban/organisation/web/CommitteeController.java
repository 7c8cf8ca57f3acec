package vn.giaoban.organisation.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.HolderNames;
import vn.giaoban.organisation.Holding;
import vn.giaoban.organisation.NewHolding;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.organisation.Posts;
import vn.giaoban.organisation.Terms;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** Who is in a unit's committee and in the posts beside it. */
@RestController
class CommitteeController {

    private static final int FOUND = 30;

    private final Organisation organisation;
    private final Terms terms;
    private final Posts posts;
    private final ObjectProvider<HolderNames> persons;

    CommitteeController(Organisation organisation, Terms terms, Posts posts, ObjectProvider<HolderNames> persons) {
        this.organisation = organisation;
        this.terms = terms;
        this.posts = posts;
        this.persons = persons;
    }

    @GetMapping("/units/{unit}/committee")
    CommitteePage committee(Actor by, AsOf at, @PathVariable UnitId unit) {
        var holdings = posts.all(unit, at.known());
        return new CommitteePage(
                organisation.unit(unit, at),
                at.day(),
                terms.of(unit, at.known()),
                holdings,
                names(by, unit, holdings, at),
                organisation.may(by, Verb.CHANGE_STRUCTURE, unit, at));
    }

    @GetMapping("/units/{unit}/posts/new")
    PostPage newPost(Actor by, AsOf at, @PathVariable UnitId unit, @RequestParam(required = false) @Nullable String q) {
        return page(by, at, mine(by, at, unit), PostForm.empty(q), FormErrors.NONE);
    }

    @PostMapping("/units/{unit}/posts")
    ResponseEntity<Page> appoint(
            Actor by, AsOf at, @PathVariable UnitId unit, @Valid PostForm form, BindingResult binding) {
        var found = mine(by, at, unit);
        return Attempt.of(binding, () -> appoint(by, at, found, form))
                .then(done -> Answers.saying("organisation.post.saved").seeOther("/units/{unit}/committee", unit))
                .orAgain(errors -> page(by, at, found, form, errors));
    }

    private void appoint(Actor by, AsOf at, Unit unit, PostForm form) {
        var holder = form.holder();
        var name = form.name() == null || form.name().isBlank()
                ? null
                : form.name().strip();
        var member = holder == null || holder.isBlank()
                ? null
                : choices(by, form).stream()
                        .filter(choice -> key(choice).equals(holder))
                        .findFirst()
                        .orElseThrow(OrganisationRefusal::holderNotFound);
        if ((member == null) == (name == null)) {
            throw OrganisationRefusal.oneHolder();
        }
        posts.appoint(
                by,
                member == null ? unit.register() : member.register(),
                List.of(new NewHolding(
                        Objects.requireNonNull(form.post()),
                        unit.id(),
                        form.village() == null || form.village().isBlank() ? null : form.village(),
                        member == null ? null : member.member(),
                        name,
                        Objects.requireNonNull(form.from()),
                        null,
                        form.number() == null || form.number().isBlank()
                                ? null
                                : form.number().strip())));
    }

    @GetMapping("/units/{unit}/posts/{register}/{holding}/end")
    PostEndPage end(
            Actor by, AsOf at, @PathVariable UnitId unit, @PathVariable short register, @PathVariable long holding) {
        return endPage(by, at, mine(by, at, unit), register, holding, null, FormErrors.NONE);
    }

    @PostMapping("/units/{unit}/posts/{register}/{holding}/end")
    ResponseEntity<Page> end(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            @PathVariable short register,
            @PathVariable long holding,
            @Valid PostEndForm form,
            BindingResult binding) {
        var found = mine(by, at, unit);
        return Attempt.of(
                        binding,
                        () -> posts.end(
                                by,
                                new RegisterId(register),
                                holding,
                                Objects.requireNonNull(form.last()).plusDays(1)))
                .then(done -> Answers.saying("organisation.post.ended").seeOther("/units/{unit}/committee", unit))
                .orAgain(errors -> endPage(by, at, found, register, holding, form, errors));
    }

    private PostEndPage endPage(
            Actor by, AsOf at, Unit unit, short register, long holding, @Nullable PostEndForm form, FormErrors errors) {
        var found = posts.all(unit.id(), at.known()).stream()
                .filter(one -> one.id() == holding && one.register().equals(new RegisterId(register)))
                .findFirst()
                .orElseThrow(OrganisationRefusal::holdingNotFound);
        var name = names(by, unit.id(), List.of(found), at).getOrDefault(holding, found.postName());
        return new PostEndPage(unit, found, name, form, errors);
    }

    private PostPage page(Actor by, AsOf at, Unit unit, PostForm form, FormErrors errors) {
        return new PostPage(
                unit,
                form,
                posts.posts().stream()
                        .map(post -> new Option(post.code(), post.name()))
                        .toList(),
                posts.villages(unit.id(), at).stream()
                        .map(village -> new Option(village, village))
                        .toList(),
                choices(by, form).stream()
                        .map(choice -> new Option(key(choice), choice.name() + " · " + choice.detail()))
                        .toList(),
                errors);
    }

    private List<HolderNames.Choice> choices(Actor by, PostForm form) {
        var text = form.q();
        return text == null || text.isBlank()
                ? List.of()
                : persons.stream()
                        .flatMap(some -> some.choices(by, text, FOUND).stream())
                        .toList();
    }

    private static String key(HolderNames.Choice choice) {
        return choice.register() + "-" + choice.member();
    }

    private Map<Long, String> names(Actor by, UnitId unit, List<Holding> holdings, AsOf at) {
        return holdings.isEmpty()
                ? Map.of()
                : persons.stream()
                        .findFirst()
                        .map(some -> some.names(by, unit, holdings, at))
                        .orElse(Map.of());
    }

    private Unit mine(Actor by, AsOf at, UnitId unit) {
        organisation.check(by, Verb.CHANGE_STRUCTURE, unit, at);
        return organisation.unit(unit, at);
    }
}
