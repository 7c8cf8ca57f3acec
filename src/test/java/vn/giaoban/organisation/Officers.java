package vn.giaoban.organisation;

import java.util.Arrays;
import java.util.Set;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Officers of register P of {@link TwoProvinces}, without accounts. */
public record Officers(Organisation organisation) {

    public Actor over(String top, Verb... verbs) {
        return named(7, "officer", top, verbs);
    }

    public Actor named(long account, String login, String top, Verb... verbs) {
        return new Actor(
                account,
                login,
                Set.of(TwoProvinces.P),
                Arrays.stream(verbs).map(verb -> new Grant(verb, id(top))).toList());
    }

    public UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }
}
