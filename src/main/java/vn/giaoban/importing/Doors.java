package vn.giaoban.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Who may import what: the right is needed over the root of the register, where everything in it stands. */
@Component
class Doors {

    private final Registers registers;
    private final Organisation organisation;
    private final Entries entries;
    private final Clock clock;

    Doors(Registers registers, Organisation organisation, Entries entries, Clock clock) {
        this.registers = registers;
        this.organisation = organisation;
        this.entries = entries;
        this.clock = clock;
    }

    /** @throws ImportingRefusal "not found", whether there is no such register or it is not theirs */
    Register open(Actor by, String register, ImportKind kind) {
        return registers
                .find(register)
                .filter(found -> may(by, kind.verb(), found))
                .orElseThrow(ImportingRefusal::notFound);
    }

    boolean may(Actor by, Verb verb, Register register) {
        if (by.isSystem()) {
            return true;
        }
        if (!by.mayAnywhere(verb)) {
            return false;
        }
        return root(register)
                .map(root -> organisation.may(by, verb, root, now()))
                .orElse(false);
    }

    boolean may(Actor by, Import job) {
        return may(by, job.kind().verb(), registers.register(job.register()));
    }

    /** Registers into which this person may import something. */
    List<Register> of(Actor by) {
        return registers.all().stream()
                .filter(register -> may(by, Verb.KEEP_REGISTER, register) || may(by, Verb.CHANGE_STRUCTURE, register))
                .toList();
    }

    Register register(Import job) {
        return registers.register(job.register());
    }

    /** The register's first root, also when it has closed since: rights over it go on for what it stands for. */
    private Optional<UnitId> root(Register register) {
        var known = entries.latest();
        var eve = new AsOf(register.firstDay().minusDays(1), known);
        return Stream.of(eve, new AsOf(register.firstDay(), known), now())
                .flatMap(at -> organisation.roots(at).stream()
                        .flatMap(root -> within(register, root, at))
                        .filter(unit -> unit.register().equals(register.id()))
                        .sorted(Comparator.comparing(Unit::openedOn).thenComparing(Unit::id)))
                .findFirst()
                .map(Unit::id);
    }

    /** The root of a register may stand under the Centre, which belongs to another. */
    private Stream<Unit> within(Register register, Unit root, AsOf at) {
        return root.register().equals(register.id()) ? Stream.of(root) : organisation.children(root.id(), at).stream();
    }

    private AsOf now() {
        return new AsOf(LocalDate.now(clock), entries.latest());
    }
}
