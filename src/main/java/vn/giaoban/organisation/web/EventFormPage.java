package vn.giaoban.organisation.web;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Kind;
import vn.giaoban.organisation.Preview;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.organisation.web.EventLines.Opened;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** The form of one event; with a preview once it was asked for. */
public record EventFormPage(
        EventAsked asked,
        EventForm form,
        EventLines lines,
        @Nullable Preview preview,
        FormErrors errors) implements Page {

    public Unit unit() {
        return asked.unit();
    }

    public UnitEventKind kind() {
        return asked.kind();
    }

    public boolean mayBeApplied() {
        return preview != null && preview.mayBeApplied();
    }

    public List<Option> kinds() {
        return asked.kinds().stream()
                .map(one -> new Option(one.code(), one.name()))
                .toList();
    }

    /** The kind of a new unit that is the likeliest: the one of the unit, where it may be opened. */
    public String likelyKind() {
        return asked.kinds().stream()
                .map(Kind::code)
                .filter(code -> code.equals(unit().kind()))
                .findFirst()
                .orElse("");
    }

    /** How many lines for new units the form shows. */
    public int openedLines() {
        return asked.firstLines() == 0 ? 0 : Math.max(asked.firstLines(), lines.lines());
    }

    public boolean mayHaveMoreLines() {
        return openedLines() < EventLines.MOST;
    }

    public int most() {
        return EventLines.MOST;
    }

    /** Whether units beside it are shared out over several new ones, not only ticked. */
    public boolean consolidatesIntoSeveral() {
        return kind() == UnitEventKind.CONSOLIDATE && openedLines() > 1;
    }

    /** The line in which a unit beside it is consolidated, as the choice names it; empty if it is not. */
    public String into(String unit) {
        return lines.also().contains(unit) ? EventLines.named(lines.lineOf(unit)) : "";
    }

    /** The new units, each by the place of its line: named even before anything is typed there. */
    public List<Opened> places() {
        return IntStream.range(0, openedLines()).mapToObj(lines::line).toList();
    }

    /** How a choice names the new unit of a line. */
    public String named(Opened line) {
        return EventLines.named(line.place());
    }

    /** Whether this was chosen for a unit or person: also a code typed by hand where the new unit now stands. */
    public boolean isChosen(@Nullable String chosen, String choice) {
        return chosen != null
                && (chosen.equals(choice)
                        || !chosen.isEmpty()
                                && choice.startsWith("#")
                                && lines.code(choice).equals(chosen));
    }
}
