package vn.giaoban.organisation.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Kind;
import vn.giaoban.organisation.Preview;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitEventKind;
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

    /** Where units below may go: the new ones that were typed. */
    public List<Option> unitTargets() {
        return lines.opened().stream()
                .map(line -> new Option(line.code(), line.name()))
                .toList();
    }

    /** Where people may go: the new units that were typed, and cells beside the old one. */
    public List<Option> peopleTargets() {
        return Stream.concat(unitTargets().stream(), asked.cells().stream()).toList();
    }
}
