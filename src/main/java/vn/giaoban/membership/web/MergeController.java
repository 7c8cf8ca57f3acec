package vn.giaoban.membership.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.Membership;
import vn.giaoban.membership.MembershipRefusal;
import vn.giaoban.membership.Merges;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Two records of one person: chosen, looked at side by side, made one, taken apart. */
@RestController
@RequestMapping("/members/{kept}/merge")
class MergeController {

    private static final int CHOICES = 20;

    private final Merges merges;
    private final Membership membership;

    MergeController(Merges merges, Membership membership) {
        this.merges = merges;
        this.membership = membership;
    }

    public record MergeForm(
            @Nullable MemberId with,
            @Nullable Set<Long> take,
            @Nullable String reason) {

        Set<Long> taken() {
            return Objects.requireNonNullElse(take, Set.of());
        }

        String typedReason() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping
    Page form(Actor by, @PathVariable MemberId kept, @RequestParam(defaultValue = "") String q, MergeForm form) {
        return form.with() == null
                ? choice(by, kept, q, form.typedReason(), FormErrors.NONE)
                : page(by, kept, form, FormErrors.NONE);
    }

    private Page choice(Actor by, MemberId kept, String q, String reason, FormErrors errors) {
        var done = merges.done(by, kept);
        var found = q.isBlank()
                ? List.<vn.giaoban.membership.Person>of()
                : membership.search(by, q, CHOICES).stream()
                        .filter(person -> !person.id().equals(kept)
                                && person.id().register().equals(kept.register()))
                        .toList();
        return new MergeChoicePage(kept.toString(), q, reason, found, done, MergeChoicePage.Undo.NONE, errors);
    }

    private Page choice(Actor by, MemberId kept, MergeChoicePage.Undo undo, FormErrors errors) {
        return new MergeChoicePage(kept.toString(), "", "", List.of(), merges.done(by, kept), undo, errors);
    }

    private Page page(Actor by, MemberId kept, MergeForm form, FormErrors errors) {
        var with = Objects.requireNonNull(form.with());
        var preview = merges.preview(by, kept, with, form.taken());
        return new MergePage(preview, form.typedReason(), errors);
    }

    @PostMapping
    ResponseEntity<Page> merge(Actor by, @PathVariable MemberId kept, @Valid MergeForm form, BindingResult binding) {
        var with = form.with();
        if (with == null) { // none, or one that names no record: chosen again, and the reason is kept
            var errors = FormErrors.of(MembershipRefusal.otherRecordMissing());
            return Answers.again(choice(by, kept, "", form.typedReason(), errors));
        }
        return Attempt.of(binding, () -> {
                    merges.merge(by, kept, with, form.taken(), form.reason());
                    return kept;
                })
                .then(done -> Answers.saying("membership.merged").seeOther("/members/{member}", done))
                .orAgain(errors -> page(by, kept, form, FieldErrors.placed(errors)));
    }

    @PostMapping("/{merge}/undo")
    ResponseEntity<Page> undo(
            Actor by,
            @PathVariable MemberId kept,
            @PathVariable long merge,
            @Valid MovementController.ReasonForm form,
            BindingResult binding) {
        return Attempt.of(binding, () -> {
                    merges.undo(by, kept, merge, form.reason());
                    return kept;
                })
                .then(done -> Answers.saying("membership.merge.undone").seeOther("/members/{member}", done))
                .orAgain(errors -> choice(by, kept, new MergeChoicePage.Undo(merge, form.reason()), errors));
    }
}
