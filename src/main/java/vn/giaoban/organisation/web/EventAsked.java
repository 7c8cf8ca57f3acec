package vn.giaoban.organisation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Kind;
import vn.giaoban.organisation.PeopleToShare.Somebody;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.ui.Option;

/**
 * What the form of an event offers to choose from.
 *
 * @param others superiors or absorbers, in official order
 * @param beside units beside it to which the same may happen: consolidated with it, handed over with it, giving a part each
 * @param cells that can receive people
 * @param receivers organisations beside it that can receive units from below
 * @param kinds of new units, or the new kind
 * @param below units under the unit and those chosen beside it, which may be shared out
 * @param people of these units, who may be shared out; nobody for who may not see persons there
 */
public record EventAsked(
        Unit unit,
        @Nullable Unit parent,
        UnitEventKind kind,
        List<Option> others,
        List<Option> beside,
        List<Option> cells,
        List<Option> receivers,
        List<Kind> kinds,
        List<Below> below,
        List<Shared> people) {

    /** A unit that can go elsewhere. @param of the organisation it stands under, or the one above that which is shared out */
    public record Below(Unit unit, Unit of) {}

    /** A person who can go elsewhere. @param cell where he belongs */
    public record Shared(Somebody person, Unit cell) {

        /** How the form names him. */
        public String key() {
            return person.register() + "-" + person.member();
        }
    }

    public boolean asksOther() {
        return switch (kind) {
            case MOVE, HAND_OVER, ABSORB -> true;
            case DISSOLVE, DISBAND -> unit.isRoot();
            case OPEN, ESTABLISH, RENAME, CHANGE_KIND, CONSOLIDATE, DIVIDE, SPLIT_OFF -> false;
        };
    }

    /** Key of the label of the other unit. */
    public String otherLabel() {
        return "organisation.event.other."
                + switch (kind) {
                    case MOVE, HAND_OVER -> "parent";
                    case ABSORB -> "into";
                    case DISSOLVE, DISBAND, OPEN, ESTABLISH, RENAME, CHANGE_KIND, CONSOLIDATE, DIVIDE, SPLIT_OFF ->
                        "successor";
                };
    }

    public boolean asksAlso() {
        return !beside.isEmpty();
    }

    /** How many lines for new units the form begins with; more are added, one at a time. 0: it opens none. */
    public int firstLines() {
        return switch (kind) {
            case ESTABLISH, CONSOLIDATE, SPLIT_OFF -> 1;
            case DIVIDE -> 2;
            case OPEN, RENAME, MOVE, HAND_OVER, CHANGE_KIND, ABSORB, DISSOLVE, DISBAND -> 0;
        };
    }

    public boolean asksPrincipal() {
        return kind == UnitEventKind.DIVIDE;
    }

    public boolean asksName() {
        return kind == UnitEventKind.RENAME;
    }

    public boolean asksKind() {
        return kind == UnitEventKind.CHANGE_KIND;
    }

    public boolean asksReceiving() {
        return !unit.holdsMembers() && kind == UnitEventKind.CHANGE_KIND
                || unit.holdsMembers()
                        && (kind == UnitEventKind.DISSOLVE
                                || kind == UnitEventKind.DISBAND
                                || kind == UnitEventKind.CHANGE_KIND);
    }

    /** Whether units below may go elsewhere than where they would by themselves. */
    public boolean sharesUnits() {
        return !below.isEmpty();
    }

    /** Whether units below of this kind of event are shared out. */
    static boolean sharesUnits(UnitEventKind kind) {
        return switch (kind) {
            case DIVIDE, SPLIT_OFF, CONSOLIDATE, ABSORB, DISSOLVE, DISBAND -> true;
            case OPEN, ESTABLISH, RENAME, MOVE, HAND_OVER, CHANGE_KIND -> false;
        };
    }

    /** Whether the form shows the units below those that are chosen. */
    public boolean unitsBelowGo() {
        return sharesUnits(kind) && !unit.holdsMembers();
    }

    /** Where a unit below goes that nobody sends elsewhere: end of a key. */
    public String unitsGo() {
        return switch (kind) {
            case DIVIDE -> "with-principal";
            case SPLIT_OFF -> "stays";
            case CONSOLIDATE -> "with-founded";
            case ABSORB -> "with-into";
            case OPEN, ESTABLISH, RENAME, MOVE, HAND_OVER, CHANGE_KIND, DISSOLVE, DISBAND -> "with-superior";
        };
    }

    /** The same of a person. */
    public String peopleGo() {
        return switch (kind) {
            case SPLIT_OFF -> "stays";
            case DIVIDE -> "with-principal";
            case OPEN, ESTABLISH, RENAME, MOVE, HAND_OVER, CHANGE_KIND, ABSORB, CONSOLIDATE, DISSOLVE, DISBAND ->
                "with-receiving";
        };
    }

    public boolean sharesPeople() {
        return kind.sharesOutPeople() && !people.isEmpty();
    }
}
