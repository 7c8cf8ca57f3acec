package vn.giaoban.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.giaoban.access.Setup;

/** Where nothing is set up yet, every page leads to the set-up. */
class BeforeSetup extends OncePerRequestFilter {

    static final String PATH = "/setup";

    private final Setup setup;

    BeforeSetup(Setup setup) {
        this.setup = setup;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var nobody = SecurityContextHolder.getContext().getAuthentication() == null;
        if (nobody && !path.equals(PATH) && !path.equals("/preferences") && setup.needed()) {
            response.sendRedirect(request.getContextPath() + PATH);
        } else {
            chain.doFilter(request, response);
        }
    }
}
