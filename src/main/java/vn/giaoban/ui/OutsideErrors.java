package vn.giaoban.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that no controller met: of filters and of the server itself. They look like all others. */
@RestController
class OutsideErrors implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(OutsideErrors.class);

    private final FaultAdvice faults;

    OutsideErrors(FaultAdvice faults) {
        this.faults = faults;
    }

    @RequestMapping("/error")
    ResponseEntity<?> error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer number ? number : 404;
        var status = HttpStatus.resolve(code);
        if (status == HttpStatus.FORBIDDEN && "POST".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))) {
            // before a controller only a form without its key is refused: the session behind it has ended
            return faults.answer(status, "ui.old-form", request);
        }
        if (status != null && status.is4xxClientError()) {
            return faults.answer(status, request);
        }
        var reference = FaultAdvice.newReference();
        log.error("fault {} at {}", reference, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), (Throwable)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return faults.answer(HttpStatus.INTERNAL_SERVER_ERROR, "ui.fault", request, reference);
    }
}
