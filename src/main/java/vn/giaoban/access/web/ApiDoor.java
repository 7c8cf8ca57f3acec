package vn.giaoban.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What a script hears at a closed door: an RFC 9457 problem, and how to sign in. */
@Component
class ApiDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var way = SignInPerRequest.isLocal(request) ? "Basic realm=\"giaoban\", charset=\"UTF-8\"" : "Bearer";
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, way);
        problem(response, HttpStatus.UNAUTHORIZED, "access.sign-in-first");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        problem(response, HttpStatus.FORBIDDEN, "access.not-allowed");
    }

    private static void problem(HttpServletResponse response, HttpStatus status, String code) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("""
                {"type":"about:blank","title":"%s","status":%d,"code":"%s"}""".formatted(status.getReasonPhrase(), status.value(), code));
    }
}
