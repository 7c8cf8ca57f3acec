package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;

/** An event while it is put together. */
final class UnitEventParts {

    final RegisterId register;
    final LocalDate day;

    @Nullable
    UnitEventKind kind;

    @Nullable
    String ref;

    List<String> units = List.of();

    @Nullable
    String parent;

    @Nullable
    String into;

    List<NewUnit> opened = List.of();

    @Nullable
    String principal;

    @Nullable
    String receivingCell;

    UnitEvent.Change change = UnitEvent.Change.NONE;
    List<CarriedPerson> people = List.of();
    Decision decision = Decision.NONE;

    @Nullable
    String cancels;

    UnitEventParts(RegisterId register, LocalDate day) {
        this.register = register;
        this.day = day;
    }

    UnitEventParts(UnitEvent event) {
        this(event.register(), event.day());
        kind = event.kind();
        ref = event.ref();
        units = event.units();
        parent = event.parent();
        into = event.into();
        opened = event.opened();
        principal = event.principal();
        receivingCell = event.receivingCell();
        change = event.change();
        people = event.people();
        decision = event.decision();
        cancels = event.cancels();
    }

    UnitEventParts with(UnitEventKind newKind, List<String> newUnits) {
        kind = newKind;
        units = newUnits;
        return this;
    }

    UnitEvent event() {
        return new UnitEvent(
                register,
                ref,
                kind,
                day,
                units,
                parent,
                into,
                opened,
                principal,
                receivingCell,
                change,
                people,
                decision,
                cancels);
    }
}
