package vn.giaoban.demonstration;

import java.time.LocalDate;
import java.util.List;
import vn.giaoban.organisation.UnitEvent;

/**
 * Something decided for a day to come.
 *
 * @param bases by how many base organisations there are then more
 * @param cells by how many cells under base organisations
 * @param making changes the units when the day comes, and says the events
 */
record Occasion(LocalDate day, int bases, int cells, Making making) {

    /** Done when the day comes. */
    interface Making {

        List<UnitEvent> make(Life life);
    }
}
