package vn.giaoban.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/**
 * Puts names to the persons behind a number. Implemented by the module that keeps them, which checks the right to each person where that
 * person stands today and records the reading; figures itself never reads a name.
 */
public interface PersonsNamed {

    /** A person as counted. */
    record Counted(RegisterId register, long member) {}

    /**
     * @param link address of the person's page
     * @param detail what ordinary lists show beside the name, such as the cell today; never religion, condition or removal
     */
    record Named(
            Counted person,
            String name,
            String detail,
            @Nullable String link) {}

    /**
     * In the order asked; persons whom the actor may not see are left out.
     *
     * @param reason what was opened, for the record of the reading
     */
    List<Named> named(Actor by, String reason, List<Counted> persons);
}
