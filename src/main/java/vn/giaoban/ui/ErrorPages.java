package vn.giaoban.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/** How a page that says "no" is sent. */
final class ErrorPages {

    private ErrorPages() {}

    /** A piece that was to be swapped into a page is not the place for a whole page of error: htmx is told to put it over the body. */
    static ResponseEntity<Page> answer(HttpStatusCode status, Page page, HttpServletRequest request) {
        var answer = ResponseEntity.status(status).contentType(Answers.HTML);
        if (request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null) {
            answer.header("HX-Retarget", "body").header("HX-Reswap", "innerHTML");
        }
        return answer.body(page);
    }
}
