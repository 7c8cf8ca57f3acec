package vn.giaoban.organisation;

import java.util.List;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** Lists the people of a cell whom an event on it may share out. Implemented where persons are kept; the reading is recorded there. */
public interface PeopleToShare {

    /** Somebody of the cell. @param detail what tells persons of one name apart */
    record Somebody(RegisterId register, long member, String name, String detail) {}

    /** Who belongs to the cell on the day, by name; nobody for who may not see persons there. */
    List<Somebody> of(Actor by, UnitId cell, AsOf at);
}
