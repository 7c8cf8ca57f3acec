package vn.giaoban.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.KindClass;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/** An organisation joins the system: its register, and the unit at the top of its tree. */
@Service
@Transactional(readOnly = true)
public class Joining {

    private static final LocalDate PARTY_FOUNDED = LocalDate.of(1930, 2, 3);

    private final Registers registers;
    private final Organisation organisation;
    private final UnitEvents unitEvents;
    private final Entries entries;
    private final Tree tree;
    private final Actors actors;

    Joining(
            Registers registers,
            Organisation organisation,
            UnitEvents unitEvents,
            Entries entries,
            Tree tree,
            Actors actors) {
        this.registers = registers;
        this.organisation = organisation;
        this.unitEvents = unitEvents;
        this.entries = entries;
        this.tree = tree;
        this.actors = actors;
    }

    /**
     * Makes the register and opens its unit. Asked for by whoever keeps the register of the unit above; where there is none above, of
     * everything.
     *
     * @throws AccessRefusal or a refusal of the modules below; then nothing was made
     */
    @Transactional
    public Register join(Actor by, NewRegister joining) {
        var parent = parent(joining);
        checkRight(by, parent);
        var id = registers.next();
        var entry = entries.begin(by, Set.of(id), "access.register-made", joining.code());
        var name = Vietnamese.normal(joining.name());
        var register = registers.create(entry, id, joining.code(), name, joining.from());
        var unit = NewUnit.of(joining.code(), name, joining.kind(), parent == null ? null : parent.code());
        // the right was judged above; the entry already says who asked
        unitEvents.apply(
                Actor.system(Set.of(id)), new Plan(null, List.of(UnitEvent.open(id, openedOn(parent), unit)), null));
        return register;
    }

    /**
     * Long before the register's first day: units that were there before it, and people's cells on its eve, stand under this one. When it
     * was really founded nobody asks here.
     */
    private static LocalDate openedOn(@Nullable Unit parent) {
        return parent != null && parent.openedOn().isAfter(PARTY_FOUNDED) ? parent.openedOn() : PARTY_FOUNDED;
    }

    private void checkRight(Actor by, @Nullable Unit parent) {
        if (by.isSystem()) {
            return;
        }
        var now = actors.now();
        var tops = by.where(Verb.KEEP_REGISTER);
        var allowed = parent == null
                ? !tops.isEmpty() && tops.containsAll(tree.roots(now))
                : tree.isUnder(parent.id(), tops, now);
        if (!allowed) {
            throw AccessRefusal.notAllowed();
        }
    }

    private @Nullable Unit parent(NewRegister joining) {
        var at = new AsOf(joining.from(), actors.now().known());
        var code = joining.parent();
        if (code != null) {
            return organisation
                    .named(code)
                    .flatMap(unit -> organisation.find(unit, at))
                    .orElseThrow(() -> AccessRefusal.unitNotFound(code));
        }
        return centre(at).filter(unit -> !joining.kind().equals(unit.kind())).orElse(null);
    }

    private Optional<Unit> centre(AsOf at) {
        return organisation.roots(at).stream()
                .filter(root -> root.kindClass() == KindClass.CENTRE)
                .findFirst();
    }

    /** A unit by its code, for those who name one in a form or a file. */
    public Optional<UnitId> named(String code) {
        return organisation.named(code);
    }
}
