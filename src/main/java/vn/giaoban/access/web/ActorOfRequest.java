package vn.giaoban.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.giaoban.access.Actors;
import vn.giaoban.access.SignedIn;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Visit;

/**
 * Looks up what the request's account may do today, hands it to the controllers and, for the row policies, to {@link Acting}. A session that
 * was ended elsewhere (password changed, account disabled) ends here.
 */
class ActorOfRequest extends OncePerRequestFilter {

    static final String CHOOSE_PASSWORD = "/account/password";

    private static final String FOUND = ActorOfRequest.class.getName();

    private final Actors actors;

    ActorOfRequest(Actors actors) {
        this.actors = actors;
    }

    /** Who sent a request. */
    record Found(Actor actor, String name, List<String> roles) {}

    static Optional<Found> of(HttpServletRequest request) {
        return Optional.ofNullable((Found) request.getAttribute(FOUND));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var principal = authentication == null ? null : authentication.getPrincipal();
        var found = found(principal);
        if (found == null) {
            if (principal instanceof SignedIn) {
                SecurityContextHolder.clearContext();
                var session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            }
            chain.doFilter(request, response);
        } else if (mustChoosePassword(principal) && !mayStillVisit(request)) {
            response.sendRedirect(request.getContextPath() + CHOOSE_PASSWORD);
        } else {
            request.setAttribute(FOUND, found);
            acting(found.actor(), request, response, chain);
        }
    }

    private @Nullable Found found(@Nullable Object principal) {
        if (principal instanceof SignedIn signedIn) {
            return actors.of(signedIn)
                    .map(known -> new Found(known.actor(), known.account().name(), known.roles()))
                    .orElse(null);
        }
        // made by code alone: a test says directly who asks
        return principal instanceof Actor actor ? new Found(actor, actor.login(), List.of()) : null;
    }

    private static boolean mustChoosePassword(@Nullable Object principal) {
        return principal instanceof SignedIn signedIn && signedIn.mustChoosePassword();
    }

    private static boolean mayStillVisit(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(CHOOSE_PASSWORD) || path.equals("/logout") || path.equals("/preferences");
    }

    private static void acting(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            new Visit(actor.account(), mayBeBehind(request))
                    .during(() -> Acting.as(actor, () -> {
                        try {
                            chain.doFilter(request, response);
                            return true;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        } catch (ServletException e) {
                            throw new Carried(e);
                        }
                    }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Carried e) {
            throw e.carried;
        }
    }

    /**
     * It only reads, and it asks for what is known now: an instant that the request names itself may be younger than what a replica has, and
     * the answer would then be called complete without being it.
     */
    private static boolean mayBeBehind(HttpServletRequest request) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && request.getParameterMap().entrySet().stream()
                        .filter(parameter ->
                                parameter.getKey().toLowerCase(Locale.ROOT).contains("known"))
                        .flatMap(parameter -> Arrays.stream(parameter.getValue()))
                        .allMatch(String::isBlank);
    }

    private static final class Carried extends RuntimeException {

        private final transient ServletException carried;

        Carried(ServletException carried) {
            super(carried);
            this.carried = carried;
        }
    }
}
