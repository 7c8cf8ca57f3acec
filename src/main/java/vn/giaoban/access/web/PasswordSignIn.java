package vn.giaoban.access.web;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.giaoban.access.SignIn;

/**
 * The sign-in form. A bean, so that Spring makes no user of its own; the doors do not name it, or it would be asked, and count, twice.
 *
 * <p> A wrong password, an unknown login and a disabled account are one failure; too many are another, whatever the login.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final SignIn signIn;

    PasswordSignIn(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var address = typed.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        return signIn.withPassword(typed.getName(), String.valueOf(typed.getCredentials()), address)
                .map(found -> UsernamePasswordAuthenticationToken.authenticated(found, null, List.of()))
                .orElseThrow(() -> signIn.tooMany(typed.getName(), address)
                        ? new LockedException("too many")
                        : new BadCredentialsException("no"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
