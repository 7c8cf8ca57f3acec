package vn.giaoban.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Everything that is not a refusal. What the caller did wrong is said with its status; a fault of ours is logged once, under a reference
 * the person is shown, and nothing technical leaves the house.
 */
@RestControllerAdvice
@Order(2)
class FaultAdvice {

    private static final Logger log = LoggerFactory.getLogger(FaultAdvice.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Wordings wordings;

    FaultAdvice(Wordings wordings) {
        this.wordings = wordings;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<?> failed(Exception fault, HttpServletRequest request) throws Exception {
        if (fault instanceof AccessDeniedException || fault instanceof AuthenticationException) {
            throw fault; // the chain of security filters answers these
        }
        if (fault instanceof AsyncRequestNotUsableException || isClosedConnection(fault)) {
            return null; // nobody is there any more
        }
        var status = statusOf(fault);
        if (status == null) {
            var reference = newReference();
            log.error("fault {} at {} {}", reference, request.getMethod(), request.getRequestURI(), fault);
            return answer(HttpStatus.INTERNAL_SERVER_ERROR, "ui.fault", request, reference);
        }
        var parameter = parameterOf(fault);
        return parameter == null || !status.equals(HttpStatus.BAD_REQUEST)
                ? answer(status, request)
                : answer(status, "ui.bad-parameter", request, parameter);
    }

    ResponseEntity<?> answer(HttpStatusCode status, HttpServletRequest request) {
        return answer(status, heading(status.value()), request);
    }

    ResponseEntity<?> answer(HttpStatusCode status, String heading, HttpServletRequest request, String... arguments) {
        var words = wordings.current();
        var sentence = words.text(heading + "-why", (Object[]) arguments);
        if (RefusalAdvice.isApi(request)) {
            var problem = ProblemDetail.forStatusAndDetail(status, sentence);
            problem.setTitle(words.text(heading));
            problem.setProperty("code", heading);
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return ErrorPages.answer(status, new RefusalPage(heading, List.of(sentence)), request);
    }

    static String newReference() {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    /** The name of the parameter that was missing or could not be read. */
    private static @Nullable String parameterOf(Exception fault) {
        if (fault instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch.getName();
        }
        return fault instanceof MissingServletRequestParameterException missing ? missing.getParameterName() : null;
    }

    /** Null where the fault is ours. */
    private static @Nullable HttpStatusCode statusOf(Exception fault) {
        if (fault instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                    ? HttpStatus.NOT_FOUND
                    : HttpStatus.BAD_REQUEST;
        } else if (fault instanceof PagesAreHtml.PageNotAcceptable) {
            return HttpStatus.NOT_ACCEPTABLE;
        } else if (fault instanceof TransientDataAccessException) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        } else if (fault instanceof RequestRejectedException) {
            return HttpStatus.BAD_REQUEST; // a header that no client sends by accident
        } else if (fault instanceof TypeMismatchException || fault instanceof HttpMessageNotReadableException) {
            return HttpStatus.BAD_REQUEST;
        } else if (fault instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return response.getStatusCode();
        }
        return null;
    }

    private static String heading(int status) {
        return switch (status) {
            case 401 -> "ui.signed-out";
            case 403 -> "ui.forbidden";
            case 404 -> "ui.not-found";
            case 405 -> "ui.wrong-method";
            case 406, 415 -> "ui.wrong-type";
            case 409 -> "ui.conflict";
            case 413 -> "ui.too-large";
            case 429 -> "ui.too-many";
            case 503 -> "ui.busy";
            default -> status < 500 ? "ui.bad-request" : "ui.fault";
        };
    }

    private static boolean isClosedConnection(Exception fault) {
        return fault instanceof IOException && fault.getClass().getSimpleName().equals("ClientAbortException");
    }
}
