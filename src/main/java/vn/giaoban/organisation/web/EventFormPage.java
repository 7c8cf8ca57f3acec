package vn.giaoban.organisation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Preview;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/**
 * The form of one event; with a preview once it was asked for.
 *
 * @param kinds of units that may be chosen, for a change of kind
 */
public record EventFormPage(
        Unit unit,
        UnitEventKind kind,
        EventForm form,
        List<Option> kinds,
        @Nullable Preview preview,
        FormErrors errors) implements Page {

    public boolean asksOther() {
        return switch (kind) {
            case MOVE, HAND_OVER, ABSORB, DISSOLVE, DISBAND -> true;
            case OPEN, ESTABLISH, RENAME, CHANGE_KIND, CONSOLIDATE, DIVIDE, SPLIT_OFF -> false;
        };
    }

    public boolean otherRequired() {
        return kind == UnitEventKind.MOVE || kind == UnitEventKind.HAND_OVER || kind == UnitEventKind.ABSORB;
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

    public boolean asksOpened() {
        return switch (kind) {
            case ESTABLISH, CONSOLIDATE, DIVIDE, SPLIT_OFF -> true;
            case OPEN, RENAME, MOVE, HAND_OVER, CHANGE_KIND, ABSORB, DISSOLVE, DISBAND -> false;
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
        return kind == UnitEventKind.DISSOLVE || kind == UnitEventKind.DISBAND || kind == UnitEventKind.CHANGE_KIND;
    }

    public boolean mayBeApplied() {
        return preview != null && preview.mayBeApplied();
    }
}
