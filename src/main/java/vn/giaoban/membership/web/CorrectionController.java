package vn.giaoban.membership.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.Attribute;
import vn.giaoban.membership.Corrections;
import vn.giaoban.membership.Insistence;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.Membership;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wordings;

/** What was wrong is put right; what has changed is entered from its day on. */
@RestController
class CorrectionController {

    private final Corrections corrections;
    private final Membership membership;
    private final Wordings wordings;

    CorrectionController(Corrections corrections, Membership membership, Wordings wordings) {
        this.corrections = corrections;
        this.membership = membership;
        this.wordings = wordings;
    }

    @GetMapping("/members/{member}/correct")
    Page form(Actor by, @PathVariable MemberId member) {
        var texts = PersonTexts.of(corrections.toCorrect(by, member), membership, wordings.current());
        return page(by, member, texts, FormErrors.NONE);
    }

    @PostMapping("/members/{member}/correct")
    ResponseEntity<Page> correct(Actor by, @PathVariable MemberId member, @RequestParam Map<String, String> texts) {
        return Attempt.of(new MapBindingResult(new HashMap<>(), "person"), () -> {
                    corrections.correct(by, member, PersonTexts.columns(texts), texts.get("reason"), insists(texts));
                    return member;
                })
                .then(done -> Answers.saying("membership.corrected").seeOther("/members/{member}", done))
                .orAgain(errors -> page(by, member, texts, FieldErrors.placed(errors)));
    }

    private static Set<Insistence> insists(Map<String, String> texts) {
        return Boolean.parseBoolean(texts.get("sure")) ? Set.of(Insistence.DAYS_ARE_RIGHT) : Set.of();
    }

    private Page page(Actor by, MemberId member, Map<String, String> texts, FormErrors errors) {
        return new CorrectionPage(
                member.toString(),
                texts,
                corrections.seesSensitive(by, member),
                options("ethnicity"),
                options("religion"),
                options("education"),
                options("theory"),
                errors);
    }

    /** What is so from when on. */
    public record ChangeForm(
            @Nullable LocalDate day,
            @Size(max = 300) @Nullable String value,
            @Size(max = 100) @Nullable String decisionNo) {

        static final ChangeForm EMPTY = new ChangeForm(null, null, null);
    }

    /** @param attribute null: still to be chosen */
    @GetMapping("/members/{member}/changes/new")
    Page form(Actor by, @PathVariable MemberId member, @RequestParam(required = false) @Nullable Attribute attribute) {
        return page(by, member, attribute, ChangeForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/members/{member}/changes/new")
    ResponseEntity<Page> change(
            Actor by,
            @PathVariable MemberId member,
            @RequestParam Attribute attribute,
            @Valid ChangeForm form,
            BindingResult binding) {
        return Attempt.of(binding, () -> {
                    corrections.change(
                            by,
                            member,
                            new Corrections.Change(
                                    attribute, form.day(), form.value(), MovementForm.filled(form.decisionNo())),
                            null);
                    return member;
                })
                .then(done -> Answers.saying("membership.recorded").seeOther("/members/{member}/history", done))
                .orAgain(errors -> page(by, member, attribute, form, FieldErrors.placed(errors, ChangeForm.class)));
    }

    private Page page(Actor by, MemberId member, @Nullable Attribute attribute, ChangeForm form, FormErrors errors) {
        var list = attribute == null ? null : attribute.list();
        return new ChangePage(
                corrections.toChange(by, member), attribute, list == null ? List.of() : options(list), form, errors);
    }

    @GetMapping("/members/{member}/changes/{change}/withdraw")
    Page withdrawing(@PathVariable MemberId member, @PathVariable long change) {
        return WithdrawPage.ofChange(member, change, FormErrors.NONE);
    }

    @PostMapping("/members/{member}/changes/{change}/withdraw")
    ResponseEntity<Page> withdraw(
            Actor by,
            @PathVariable MemberId member,
            @PathVariable long change,
            @Valid MovementController.ReasonForm form,
            BindingResult binding) {
        return Attempt.of(binding, () -> {
                    corrections.withdraw(by, member, change, form.reason());
                    return member;
                })
                .then(done -> Answers.saying("membership.withdrawn").seeOther("/members/{member}/history", done))
                .orAgain(errors -> WithdrawPage.ofChange(member, change, errors.beside("reason", form.reason())));
    }

    private List<Option> options(String list) {
        return membership.words(list).stream()
                .map(name -> new Option(name, name))
                .toList();
    }
}
