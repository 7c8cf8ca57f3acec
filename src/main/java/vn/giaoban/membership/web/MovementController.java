package vn.giaoban.membership.web;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.Membership;
import vn.giaoban.membership.MovementKind;
import vn.giaoban.membership.Person;
import vn.giaoban.membership.Recording;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wordings;

/** Entering people and what happens to them. */
@RestController
class MovementController {

    private final Recording recording;
    private final Membership membership;
    private final Wordings wordings;

    MovementController(Recording recording, Membership membership, Wordings wordings) {
        this.recording = recording;
        this.membership = membership;
        this.wordings = wordings;
    }

    @GetMapping("/members/{member}/movements/new")
    Page form(@PathVariable MemberId member) {
        return page(member, MovementForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/members/{member}/movements/new")
    ResponseEntity<Page> move(
            Actor by, @PathVariable MemberId member, @Valid MovementForm form, BindingResult binding) {
        return Attempt.of(binding, () -> {
                    recording.move(by, member, form.toTexts(), form.insists());
                    return member;
                })
                .then(done -> Answers.saying("membership.recorded").seeOther("/members/{member}", done))
                .orAgain(errors -> page(member, form, FieldErrors.placed(errors, MovementForm.class)));
    }

    @GetMapping("/members/{member}/movements/{movement}/withdraw")
    Page withdrawing(@PathVariable MemberId member, @PathVariable long movement) {
        return WithdrawPage.ofMovement(member, movement, FormErrors.NONE);
    }

    @PostMapping("/members/{member}/movements/{movement}/withdraw")
    ResponseEntity<Page> withdraw(
            Actor by,
            @PathVariable MemberId member,
            @PathVariable long movement,
            @Valid ReasonForm form,
            BindingResult binding) {
        return Attempt.of(binding, () -> {
                    recording.withdraw(by, member, movement, form.reason());
                    return member;
                })
                .then(done -> Answers.saying("membership.withdrawn").seeOther("/members/{member}", done))
                .orAgain(errors -> WithdrawPage.ofMovement(member, movement, errors.beside("reason", form.reason())));
    }

    /** Why something is done. */
    public record ReasonForm(
            @jakarta.validation.constraints.NotBlank(message = "{membership.reason-missing}") @Nullable
            String reason) {}

    @GetMapping("/members/new")
    Page newMember(@RequestParam(required = false) @Nullable String cell) {
        return page(NewMemberForm.in(cell), List.of(), FormErrors.NONE);
    }

    @PostMapping("/members/new")
    ResponseEntity<Page> welcome(Actor by, @Valid NewMemberForm form, BindingResult binding) {
        return Attempt.of(binding, () -> recording.welcome(by, form.toArrival(), form.insists()))
                .then(cell -> Answers.saying("membership.recorded").seeOther("/members?unit={unit}", cell))
                .orAgain(errors -> page(
                        form,
                        recording.doubles(by, form.toArrival()),
                        FieldErrors.placed(errors, NewMemberForm.class, NewMemberForm.FIELDS)));
    }

    private Page page(MemberId member, MovementForm form, FormErrors errors) {
        return new MovementFormPage(
                member.toString(),
                kinds(Arrays.stream(MovementKind.values())
                        .filter(kind -> kind != MovementKind.CARRIED && kind != MovementKind.ADMISSION)
                        .toList()),
                form,
                errors);
    }

    private Page page(NewMemberForm form, List<Person> doubles, FormErrors errors) {
        return new NewMemberPage(
                form,
                kinds(List.of(MovementKind.ADMISSION, MovementKind.TRANSFER)),
                words("ethnicity"),
                words("education"),
                words("theory"),
                doubles,
                errors);
    }

    private List<Option> kinds(List<MovementKind> kinds) {
        var words = wordings.current();
        return kinds.stream()
                .map(kind -> new Option(kind.code(), words.word(kind)))
                .toList();
    }

    private List<Option> words(String list) {
        return membership.words(list).stream()
                .map(name -> new Option(name, name))
                .toList();
    }
}
