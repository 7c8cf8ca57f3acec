package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.RegisterId;

/**
 * What somebody wants to record about units. Units are named by their codes, also those opened by another event of the same plan.
 *
 * @param ref the sender's own key, once per register
 * @param units those that close, move, are renamed, change their kind, or from which a part leaves
 * @param parent where a unit moves to; for opened units that name none
 * @param into who absorbs; for a root that is dissolved, who stands for it
 * @param principal code of the opened unit that stands for a divided one
 * @param receivingCell where people go whom no row of {@code people} names
 * @param cancels ref of an earlier event that this one corrects, or withdraws if {@code kind} is null
 */
public record UnitEvent(
        RegisterId register,
        @Nullable String ref,
        @Nullable UnitEventKind kind,
        LocalDate day,
        List<String> units,
        @Nullable String parent,
        @Nullable String into,
        List<NewUnit> opened,
        @Nullable String principal,
        @Nullable String receivingCell,
        Change change,
        List<CarriedPerson> people,
        Decision decision,
        @Nullable String cancels) {

    /** New values for a renamed, moved or re-sorted unit; null leaves what was. */
    public record Change(
            @Nullable String name,
            @Nullable String committeeName,
            @Nullable String symbol,
            @Nullable String place,
            @Nullable String kind,
            @Nullable String sector,
            @Nullable Integer position) {

        public static final Change NONE = new Change(null, null, null, null, null, null, null);

        public static Change name(String name) {
            return new Change(name, null, null, null, null, null, null);
        }

        public static Change kind(String kind) {
            return new Change(null, null, null, null, kind, null, null);
        }
    }

    public UnitEvent {
        units = List.copyOf(units);
        opened = List.copyOf(opened);
        people = List.copyOf(people);
    }

    private static UnitEvent of(RegisterId register, UnitEventKind kind, LocalDate day, List<String> units) {
        return new UnitEventParts(register, day).with(kind, units).event();
    }

    private UnitEvent with(Consumer<UnitEventParts> change) {
        var parts = new UnitEventParts(this);
        change.accept(parts);
        return parts.event();
    }

    public static UnitEvent open(RegisterId register, LocalDate day, NewUnit... units) {
        return of(register, UnitEventKind.OPEN, day, List.of()).opening(List.of(units));
    }

    public static UnitEvent establish(RegisterId register, LocalDate day, NewUnit... units) {
        return of(register, UnitEventKind.ESTABLISH, day, List.of()).opening(List.of(units));
    }

    public static UnitEvent rename(RegisterId register, LocalDate day, String unit, String name) {
        return of(register, UnitEventKind.RENAME, day, List.of(unit)).changing(Change.name(name));
    }

    public static UnitEvent move(RegisterId register, LocalDate day, String unit, String parent) {
        return of(register, UnitEventKind.MOVE, day, List.of(unit)).under(parent);
    }

    public static UnitEvent handOver(RegisterId register, LocalDate day, String unit, String parent) {
        return of(register, UnitEventKind.HAND_OVER, day, List.of(unit)).under(parent);
    }

    public static UnitEvent changeKind(RegisterId register, LocalDate day, String unit, String kind) {
        return of(register, UnitEventKind.CHANGE_KIND, day, List.of(unit)).changing(Change.kind(kind));
    }

    public static UnitEvent absorb(RegisterId register, LocalDate day, String unit, String into) {
        return of(register, UnitEventKind.ABSORB, day, List.of(unit)).into(into);
    }

    public static UnitEvent consolidate(RegisterId register, LocalDate day, List<String> units, NewUnit founded) {
        return of(register, UnitEventKind.CONSOLIDATE, day, units).opening(List.of(founded));
    }

    public static UnitEvent divide(
            RegisterId register, LocalDate day, String unit, List<NewUnit> founded, String principal) {
        return of(register, UnitEventKind.DIVIDE, day, List.of(unit))
                .opening(founded)
                .ledBy(principal);
    }

    public static UnitEvent splitOff(RegisterId register, LocalDate day, String unit, NewUnit founded) {
        return of(register, UnitEventKind.SPLIT_OFF, day, List.of(unit)).opening(List.of(founded));
    }

    public static UnitEvent dissolve(RegisterId register, LocalDate day, String unit) {
        return of(register, UnitEventKind.DISSOLVE, day, List.of(unit));
    }

    public static UnitEvent disband(RegisterId register, LocalDate day, String unit) {
        return of(register, UnitEventKind.DISBAND, day, List.of(unit));
    }

    public static UnitEvent withdraw(RegisterId register, LocalDate day, String ref) {
        return new UnitEventParts(register, day).event().correcting(ref);
    }

    public UnitEvent named(@Nullable String newRef) {
        return with(parts -> parts.ref = newRef);
    }

    public UnitEvent opening(List<NewUnit> newOpened) {
        return with(parts -> parts.opened = newOpened);
    }

    public UnitEvent changing(Change newChange) {
        return with(parts -> parts.change = newChange);
    }

    public UnitEvent under(@Nullable String newParent) {
        return with(parts -> parts.parent = newParent);
    }

    public UnitEvent into(@Nullable String newInto) {
        return with(parts -> parts.into = newInto);
    }

    public UnitEvent ledBy(@Nullable String newPrincipal) {
        return with(parts -> parts.principal = newPrincipal);
    }

    public UnitEvent receivedBy(@Nullable String cell) {
        return with(parts -> parts.receivingCell = cell);
    }

    public UnitEvent carrying(List<CarriedPerson> newPeople) {
        return with(parts -> parts.people = newPeople);
    }

    public UnitEvent decidedBy(Decision newDecision) {
        return with(parts -> parts.decision = newDecision);
    }

    public UnitEvent correcting(@Nullable String earlierRef) {
        return with(parts -> parts.cancels = earlierRef);
    }
}
