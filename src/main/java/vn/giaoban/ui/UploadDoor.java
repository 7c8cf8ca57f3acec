package vn.giaoban.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where files come in. The server unpacks a form with a file when the first of its fields is asked for, which is long before a controller,
 * in the check against forgery: one that is too large failed there, and once more on the page that was to say so. It is refused here,
 * unread. And because what comes in is kept in memory, only few large ones come in at a time; the others wait.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadDoor extends OncePerRequestFilter {

    /** Below this a file is no matter for the memory. */
    private static final long SMALL = 2L * 1024 * 1024;

    private static final int TOGETHER = 2;
    private static final int PATIENCE_SECONDS = 60;

    private final long most;
    private final Semaphore large = new Semaphore(TOGETHER, true);

    UploadDoor(@Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        this.most = most.toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytes = request.getContentLengthLong();
        if (bytes > most) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (bytes >= 0 && bytes < SMALL) {
            chain.doFilter(request, response);
        } else if (!mayEnter()) {
            refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            try {
                if (bytes >= 0 || isWithinLimits(request)) {
                    chain.doFilter(request, response);
                } else {
                    refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                }
            } finally {
                large.release();
            }
        }
    }

    private boolean mayEnter() {
        try {
            return large.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of a file that did not say beforehand how long it is. */
    private static boolean isWithinLimits(HttpServletRequest request) throws IOException, ServletException {
        try {
            request.getParts();
            return true;
        } catch (IllegalStateException tooLarge) {
            return false;
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws ServletException, IOException {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.setAttribute(RequestDispatcher.ERROR_METHOD, request.getMethod());
        request.getRequestDispatcher("/error").forward(new Unread(request), response);
    }

    /** The request without its body, which nobody may ask for. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }

        @Override
        public @Nullable Part getPart(String name) {
            return null;
        }
    }
}
