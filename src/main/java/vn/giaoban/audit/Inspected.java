package vn.giaoban.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Whose books somebody may look into: only who has the right over the top unit of a whole register. */
@Component
class Inspected {

    private final Organisation organisation;
    private final Registers registers;
    private final Entries entries;
    private final Clock clock;

    Inspected(Organisation organisation, Registers registers, Entries entries, Clock clock) {
        this.organisation = organisation;
        this.registers = registers;
        this.entries = entries;
        this.clock = clock;
    }

    /** Registers whose reads are looked into: by who sees discipline. */
    Set<RegisterId> reads(Actor by) {
        return over(by.where(Verb.SEE_REMOVALS));
    }

    /** Registers whose changes are looked into: by the inspection, and by who keeps the register. */
    Set<RegisterId> changes(Actor by) {
        return over(Stream.of(Verb.SEE_REMOVALS, Verb.KEEP_REGISTER)
                .flatMap(verb -> by.where(verb).stream())
                .collect(Collectors.toSet()));
    }

    AsOf today() {
        return new AsOf(LocalDate.ofInstant(clock.instant(), Days.ZONE), entries.latest());
    }

    private Set<RegisterId> over(Collection<UnitId> tops) {
        if (tops.isEmpty()) {
            return Set.of();
        }
        var at = today();
        return registers.all().stream()
                .filter(register -> organisation
                        .named(register.code())
                        .filter(top -> organisation.isUnder(top, tops, at))
                        .isPresent())
                .map(Register::id)
                .collect(Collectors.toSet());
    }
}
