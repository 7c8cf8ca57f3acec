package vn.giaoban.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.giaoban.shared.Refusal;

/** The one place where a refusal becomes an HTTP status and words: a page for people, an RFC 9457 problem below {@code /api/}. */
@RestControllerAdvice
@Order(1)
class RefusalAdvice {

    private static final Logger log = LoggerFactory.getLogger(RefusalAdvice.class);

    private final Wordings wordings;

    RefusalAdvice(Wordings wordings) {
        this.wordings = wordings;
    }

    @ExceptionHandler
    ResponseEntity<?> refused(Refusal refusal, HttpServletRequest request) {
        // not theirs and not there are one answer; only here they differ
        log.info("refused {} {}: {}", request.getMethod(), request.getRequestURI(), refusal.code());
        var words = wordings.current();
        var status = status(refusal.kind());
        if (isApi(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(refusal, status, words));
        }
        return ErrorPages.answer(status, new RefusalPage(heading(refusal.kind()), words.texts(refusal)), request);
    }

    static boolean isApi(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed == null ? request.getRequestURI() : failed.toString();
        return path.startsWith(request.getContextPath() + "/api/");
    }

    private static ProblemDetail problem(Refusal refusal, HttpStatus status, Wording words) {
        var problem = ProblemDetail.forStatusAndDetail(status, words.text(refusal));
        problem.setTitle(words.text(heading(refusal.kind())));
        problem.setProperty("code", refusal.code());
        var all = refusal.all().toList();
        if (all.size() > 1) {
            problem.setProperty(
                    "errors", all.stream().map(one -> error(one, words)).toList());
        }
        return problem;
    }

    private static Map<String, String> error(Refusal refusal, Wording words) {
        return Map.of("code", refusal.code(), "detail", words.text(refusal));
    }

    private static String heading(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> "ui.not-found";
            case FORBIDDEN -> "ui.forbidden";
            case INVALID -> "ui.invalid";
            case CONFLICT -> "ui.conflict";
        };
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }
}
