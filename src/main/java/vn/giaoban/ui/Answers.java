package vn.giaoban.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** The answers a controller gives besides a plain page. */
public final class Answers {

    private static final String SAID = Answers.class.getName();

    /** Said with every page that is not a plain 200: the browser must not guess. */
    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private Answers() {}

    /** A sentence to be said on the next page. */
    record Said(String key, List<Object> arguments) {}

    /** The same form, with what was typed and what is wrong with it. */
    public static ResponseEntity<Page> again(Page form) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, form);
    }

    /** For a piece that htmx has asked for: the whole page is to be loaded again, because what it waited for is there. */
    public static ResponseEntity<Page> reload() {
        return ResponseEntity.noContent().header("HX-Refresh", "true").build();
    }

    /** After something was done: look at it there. */
    public static ResponseEntity<Page> seeOther(String template, Object... variables) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address(template, variables)))
                .build();
    }

    /** Says on the page the next redirect leads to what was done: {@code Answers.saying(key, name).seeOther(…)}. */
    public static Saying saying(String key, Object... arguments) {
        return new Saying(new Said(key, List.of(arguments)));
    }

    /** A redirect that says what was done. */
    public static final class Saying {
        private final Said said;

        private Saying(Said said) {
            this.said = said;
        }

        public ResponseEntity<Page> seeOther(String template, Object... variables) {
            var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
            var request = attributes.getRequest();
            var target = address(template, variables);
            var flash = RequestContextUtils.getOutputFlashMap(request);
            flash.put(SAID, said);
            flash.setTargetRequestPath(URI.create(target).getPath());
            HttpServletResponse response = Objects.requireNonNull(attributes.getResponse());
            RequestContextUtils.saveOutputFlashMap(target, request, response);
            return Answers.seeOther(template, variables);
        }
    }

    static @Nullable Said said(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null ? null : (Said) flash.get(SAID);
    }

    static ResponseEntity<Page> page(HttpStatusCode status, Page page) {
        return ResponseEntity.status(status).contentType(HTML).body(page);
    }

    static String address(String template, Object... variables) {
        return UriComponentsBuilder.fromUriString(template)
                .encode()
                .buildAndExpand(variables)
                .toUriString();
    }
}
