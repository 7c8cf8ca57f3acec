package vn.giaoban.ui;

import java.util.List;
import vn.giaoban.shared.Actor;

/**
 * Who is looking, as far as the frame shows it.
 *
 * @param actor who it is and what holds for them
 * @param name how the frame greets them
 * @param roles the words of their roles, in the reader's language
 * @param choosesDay whether the frame offers the day selector; it misleads those who only ever mean today
 */
public record Visitor(Actor actor, String name, List<String> roles, boolean choosesDay) {

    public Visitor {
        roles = List.copyOf(roles);
    }
}
