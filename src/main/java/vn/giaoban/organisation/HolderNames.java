package vn.giaoban.organisation;

import java.util.List;
import java.util.Map;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/**
 * Names those who hold posts, for a reader who may see persons there: members where they stand today, those who are named only where their
 * post is. Implemented where persons are kept; the reading is recorded there.
 */
public interface HolderNames {

    /** @return names by {@link Holding#id()}; holdings that this reader may not see by name are left out */
    Map<Long, String> names(Actor by, UnitId unit, List<Holding> holdings, AsOf at);

    /** Persons who may be put into a post of the unit, by any part of the name or a number; only those whom this reader may see. */
    List<Choice> choices(Actor by, String text, int limit);

    /** Somebody found. @param member key in the register @param detail what tells persons of one name apart */
    record Choice(RegisterId register, long member, String name, String detail) {}
}
