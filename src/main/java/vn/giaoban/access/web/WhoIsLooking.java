package vn.giaoban.access.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Visitor;
import vn.giaoban.ui.Visitors;
import vn.giaoban.ui.Wordings;

/** Tells the frame who sent the running request. */
@Component
class WhoIsLooking implements Visitors {

    private final Wordings wordings;

    WhoIsLooking(Wordings wordings) {
        this.wordings = wordings;
    }

    @Override
    public Optional<Visitor> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? ActorOfRequest.of(attributes.getRequest()).map(this::visitor)
                : Optional.empty();
    }

    private Visitor visitor(ActorOfRequest.Found found) {
        var words = wordings.current();
        var roles = found.roles().stream()
                .map(role -> words.text("access.role." + role))
                .toList();
        return new Visitor(found.actor(), found.name(), roles, choosesDay(found.actor()));
    }

    /** The secretary of a cell and the administrator of accounts only ever mean today. */
    private static boolean choosesDay(Actor by) {
        return by.mayAnywhere(Verb.SEE_FIGURES) && !by.onlyReports();
    }
}
