package vn.giaoban.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Refusal;

/**
 * What happens to units: previewed, applied all or none, corrected, undone. An event may lie in the past or in the future; whatever is
 * recorded, where each unit stood is derived again from all events that hold.
 */
@Service
public class UnitEvents {

    private final Applying applying;
    private final Events events;
    private final TransactionTemplate trial;

    UnitEvents(Applying applying, Events events, PlatformTransactionManager transactions) {
        this.applying = applying;
        this.events = events;
        this.trial = new TransactionTemplate(transactions);
        this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @throws UnitFaults if anything is wrong with any event; then nothing was written */
    @Transactional
    public Outcome apply(Actor by, Plan plan) {
        return applying.apply(by, plan, Set.of());
    }

    /** Applies the plan, looks, and takes everything back. */
    public Preview preview(Actor by, Plan plan) {
        return tried(() -> applying.apply(by, plan, Set.of()));
    }

    /** All that keeps a plan from being applied; empty if nothing does. */
    public List<Fault> check(Actor by, Plan plan) {
        return preview(by, plan).faults();
    }

    /**
     * Takes an event back, or, if it belongs to a plan, the whole plan.
     *
     * @throws OrganisationRefusal listing what was recorded later and rests on it
     */
    @Transactional
    public Outcome undo(Actor by, EventId event) {
        return applying.apply(by, new Plan(null, List.of(), "undo"), together(event));
    }

    public Preview previewUndo(Actor by, EventId event) {
        return tried(() -> applying.apply(by, new Plan(null, List.of(), "undo"), together(event)));
    }

    private Collection<EventId> together(EventId event) {
        var all = events.together(event);
        if (all.isEmpty()) {
            throw OrganisationRefusal.eventNotFound();
        }
        return all;
    }

    private Preview tried(java.util.function.Supplier<Outcome> work) {
        return java.util.Objects.requireNonNull(trial.execute(status -> {
            try {
                var outcome = work.get();
                return new Preview(List.of(), outcome.differences(), outcome.consequences());
            } catch (UnitFaults faults) {
                return new Preview(faults.faults(), List.of(), List.of());
            } catch (Refusal refusal) {
                return new Preview(refusal.all().map(one -> new Fault(-1, one)).toList(), List.of(), List.of());
            } finally {
                status.setRollbackOnly();
            }
        }));
    }
}
