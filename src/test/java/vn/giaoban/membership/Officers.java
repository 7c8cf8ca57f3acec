package vn.giaoban.membership;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Officers of register P, without accounts. */
record Officers(Organisation organisation) {

    Actor over(String top, Verb... verbs) {
        return named(7, "officer", top, verbs);
    }

    Actor named(long account, String login, String top, Verb... verbs) {
        return new Actor(
                account,
                login,
                Set.of(TwoProvinces.P),
                Arrays.stream(verbs).map(verb -> new Grant(verb, id(top))).toList());
    }

    UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    static RequestPostProcessor as(Actor actor) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
    }
}
