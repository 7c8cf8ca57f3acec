package vn.giaoban.access.web;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.access.Actors;
import vn.giaoban.access.Setup;
import vn.giaoban.shared.Acting;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** The first visit to an empty system. */
@RestController
class SetupController {

    /** The kinds that stand at the top of a register, with their names as the law writes them. */
    private static final List<Option> KINDS = List.of(
            new Option("dang-bo-tinh", "Đảng bộ tỉnh, thành phố trực thuộc Trung ương"),
            new Option("dang-bo-truc-thuoc-tw", "Đảng bộ khác trực thuộc Trung ương"),
            new Option("centre", "Trung ương"));

    private final Setup setup;
    private final Actors actors;

    SetupController(Setup setup, Actors actors) {
        this.setup = setup;
        this.actors = actors;
    }

    @GetMapping("/setup")
    ResponseEntity<Page> form() {
        return setup.needed()
                ? ResponseEntity.ok(new SetupPage(SetupForm.EMPTY, KINDS, FormErrors.NONE))
                : Answers.seeOther("/");
    }

    @PostMapping("/setup")
    ResponseEntity<Page> setUp(SetupForm form, BindingResult binding) {
        return Attempt.of(
                        binding,
                        () -> Acting.as(
                                actors.system(),
                                () -> setup.carryOut(requireNonNullElse(form.setupCode(), ""), form.toFile())))
                .then(done -> Answers.saying("access.setup.done").seeOther("/login"))
                .orAgain(errors -> new SetupPage(form, KINDS, errors));
    }
}
