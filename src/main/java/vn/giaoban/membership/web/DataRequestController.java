package vn.giaoban.membership.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.DataRequest;
import vn.giaoban.membership.DataRequests;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.MembershipRefusal;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** What members ask about their data: taken down, listed with its clock, answered. */
@RestController
class DataRequestController {

    private final DataRequests requests;

    DataRequestController(DataRequests requests) {
        this.requests = requests;
    }

    /** As typed. */
    public record RequestForm(
            @NotNull(message = "{membership.missing}") DataRequest.@Nullable Kind kind,
            @Nullable LocalDate asked,
            @Size(max = 1000) @Nullable String words) {

        static final RequestForm EMPTY = new RequestForm(DataRequest.Kind.CORRECT, null, null);
    }

    /** As typed. */
    public record AnswerForm(
            DataRequest.@Nullable Outcome outcome,
            @Size(max = 1000) @Nullable String words) {

        static final AnswerForm EMPTY = new AnswerForm(null, null);
    }

    @GetMapping("/data-requests")
    Page desk(Actor by) {
        return new DataRequestsPage(requests.desk(by));
    }

    @GetMapping("/members/{member}/requests/new")
    Page form(Actor by, @PathVariable MemberId member) {
        if (!requests.mayEnter(by, member)) {
            throw MembershipRefusal.memberNotFound();
        }
        return new DataRequestPage(member, RequestForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/members/{member}/requests/new")
    ResponseEntity<Page> enter(
            Actor by, @PathVariable MemberId member, @Valid RequestForm form, BindingResult binding) {
        return Attempt.of(binding, () -> {
                    requests.enter(by, member, Objects.requireNonNull(form.kind()), form.asked(), form.words());
                    return member;
                })
                .then(done -> Answers.saying("membership.request.kept").seeOther("/data-requests"))
                .orAgain(errors -> new DataRequestPage(member, form, FieldErrors.placed(errors, RequestForm.class)));
    }

    @GetMapping("/data-requests/{request}/answer")
    Page answering(Actor by, @PathVariable String request) {
        return new DataAnswerPage(requests.toAnswer(by, request), AnswerForm.EMPTY, FormErrors.NONE);
    }

    @PostMapping("/data-requests/{request}/answer")
    ResponseEntity<Page> answer(Actor by, @PathVariable String request, @Valid AnswerForm form, BindingResult binding) {
        return Attempt.of(binding, () -> {
                    requests.answer(by, request, form.outcome(), form.words());
                    return request;
                })
                .then(done -> Answers.saying("membership.request.answered").seeOther("/data-requests"))
                .orAgain(errors -> new DataAnswerPage(
                        requests.toAnswer(by, request), form, FieldErrors.placed(errors, AnswerForm.class)));
    }
}
