package vn.giaoban.membership.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.Doubles;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Page;

/** Doubles that somebody met who could not see the other record. */
@RestController
class DoublesController {

    private final Doubles doubles;

    DoublesController(Doubles doubles) {
        this.doubles = doubles;
    }

    @GetMapping("/members/doubles")
    Page doubles(Actor by) {
        return new DoublesPage(doubles.hits(by));
    }

    @PostMapping("/members/doubles/{register}/{hit}")
    ResponseEntity<Page> settle(Actor by, @PathVariable short register, @PathVariable long hit) {
        doubles.settle(by, new RegisterId(register), hit);
        return Answers.saying("membership.doubles.settled").seeOther("/members/doubles");
    }
}
