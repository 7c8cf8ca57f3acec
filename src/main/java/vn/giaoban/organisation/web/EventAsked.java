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
 * @param others superiors, absorbers or units to be consolidated with, in official order
 * @param cells that can receive people
 * @param kinds of new units, or the new kind
 * @param below units under the unit, which may be shared out
 * @param people of the unit, which may be shared out; nobody for who may not see persons there
 */
public record EventAsked(
        Unit unit,
        @Nullable Unit parent,
        UnitEventKind kind,
        List<Option> others,
        List<Option> cells,
        List<Kind> kinds,
        List<Unit> below,
        List<Somebody> people) {

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
        return kind == UnitEventKind.CONSOLIDATE;
    }

    /** How many lines for new units the form has. */
    public int openedLines() {
        return switch (kind) {
            case ESTABLISH, CONSOLIDATE -> 1;
            case SPLIT_OFF -> 3;
            case DIVIDE -> EventLines.LINES;
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

    /** Whether units below may go to the new units. */
    public boolean sharesUnits() {
        return (kind == UnitEventKind.DIVIDE || kind == UnitEventKind.SPLIT_OFF) && !below.isEmpty();
    }

    public boolean sharesPeople() {
        return kind.sharesOutPeople() && !people.isEmpty();
    }
}
