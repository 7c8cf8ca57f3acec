package vn.giaoban.organisation.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.Drafts;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Plans of reorganisation. */
@RestController
class PlanController {

    private final Drafts drafts;

    PlanController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** A form with nothing to type but its button. */
    record Pressed() {}

    @GetMapping("/plans")
    PlansPage plans(Actor by) {
        return new PlansPage(drafts.all(by));
    }

    @GetMapping("/plans/{id}")
    PlanPage plan(Actor by, @PathVariable long id) {
        return page(by, id, FormErrors.NONE);
    }

    @PostMapping("/plans/{id}/apply")
    ResponseEntity<Page> apply(Actor by, @PathVariable long id, Pressed pressed, BindingResult binding) {
        return Attempt.of(binding, () -> drafts.apply(by, id))
                .then(done -> Answers.saying("organisation.plan.done").seeOther("/plans/{id}", id))
                .orAgain(errors -> page(by, id, errors));
    }

    @PostMapping("/plans/{id}/undo")
    ResponseEntity<Page> undo(Actor by, @PathVariable long id, Pressed pressed, BindingResult binding) {
        return Attempt.of(binding, () -> drafts.undo(by, id))
                .then(done -> Answers.saying("organisation.plan.undone").seeOther("/plans/{id}", id))
                .orAgain(errors -> page(by, id, errors));
    }

    private PlanPage page(Actor by, long id, FormErrors errors) {
        var draft = drafts.draft(by, id);
        if (draft.applied() != null) {
            return new PlanPage(draft, null, List.of(), errors);
        }
        var waiting = drafts.all(by).stream()
                .filter(other -> other.applied() == null && other.firstDay().isBefore(draft.firstDay()))
                .toList();
        return new PlanPage(draft, drafts.preview(by, id), waiting, errors);
    }
}
