package vn.giaoban.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.giaoban.access.SignIn;
import vn.giaoban.access.SignedIn;

/** Scripts say with each request who they are: by a token, or by login and password if they run on this very host. */
class SignInPerRequest extends OncePerRequestFilter {

    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final SignIn signIn;

    SignInPerRequest(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            // whoever says who they are is judged by that alone, also if a session came along
            SecurityContextHolder.clearContext();
            signedIn(header, request).ifPresent(SignInPerRequest::enter);
        }
        chain.doFilter(request, response);
    }

    private static void enter(SignedIn found) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(found, null, List.of()));
        SecurityContextHolder.setContext(context);
    }

    private Optional<SignedIn> signedIn(String header, HttpServletRequest request) {
        var address = request.getRemoteAddr();
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return signIn.withToken(header.substring(BEARER.length()).strip(), address);
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length()) && isLocal(request)) {
            var pair = decoded(header.substring(BASIC.length()).strip());
            var colon = pair.indexOf(':');
            if (colon > 0) {
                return signIn.withPasswordOnEachRequest(pair.substring(0, colon), pair.substring(colon + 1), address);
            }
        }
        return Optional.empty();
    }

    /** From this host and not handed on by a proxy that runs here. */
    static boolean isLocal(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
