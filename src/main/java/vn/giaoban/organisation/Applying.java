package vn.giaoban.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/** The steps in which a plan becomes rows. */
@Component
class Applying {

    private final StructureStore store;
    private final StateStore states;
    private final KindStore kindStore;
    private final Villages villages;
    private final Events events;
    private final Entries entries;
    private final PlanSteps planSteps;
    private final List<FollowsUnits> followers;

    Applying(
            StructureStore store,
            StateStore states,
            KindStore kindStore,
            Villages villages,
            Events events,
            Entries entries,
            PlanSteps planSteps,
            List<FollowsUnits> followers) {
        this.store = store;
        this.states = states;
        this.kindStore = kindStore;
        this.villages = villages;
        this.events = events;
        this.entries = entries;
        this.planSteps = planSteps;
        this.followers = followers;
    }

    Outcome apply(Actor by, Plan plan, Collection<EventId> undone) {
        store.lock();
        var before = store.structure();
        var codes = store.codes();
        var kinds = kindStore.kinds();
        var eventKinds = store.eventKinds();
        var faults = new ArrayList<Fault>();

        // 1. what is taken back, what is added
        var withdrawn = new LinkedHashSet<>(undone);
        var takenBack = new HashSet<>(undone);
        var steps = planSteps.of(plan, withdrawn, takenBack, faults);
        planSteps.checkFirstDays(steps, faults);
        checkNothingRests(takenBack, withdrawn);
        var newUnits = planSteps.newUnits(steps, codes, faults);

        // 2. the effects, and the structure with them
        var planner = new Planner(before.with(withdrawn, List.of()), codes, kinds, faults);
        var added = new ArrayList<Effect>();
        for (var step : steps) {
            added.addAll(planner.effects(step.position(), step.id(), step.event(), step.kind()));
            eventKinds.put(step.id(), step.kind());
        }
        var after = before.with(withdrawn, added);
        var touched = Touched.by(before, after, withdrawn, added);
        new StructureRights(by, before, codes).check(steps, withdrawn, faults);
        var positions = steps.stream().collect(Collectors.toMap(Step::id, Step::position));
        if (faults.isEmpty()) {
            new Soundness(after, codes, kinds, positions, eventKinds, faults).check(touched);
        }
        if (!faults.isEmpty()) {
            throw new UnitFaults(faults);
        }

        // 3. rows
        var told = new StepsTold(codes);
        var entry = entries.begin(by, registersOf(steps, withdrawn, by), "organisation.events", plan.reason());
        var planId = plan.name() == null || steps.isEmpty()
                ? null
                : store.insertPlan(entry, steps.get(0).event().register(), plan.name());
        store.supersedeEvents(entry, withdrawn);
        store.insertUnits(entry, newUnits);
        store.insertEvents(entry, told.rows(steps, planId));
        store.insertEffects(added);
        states.writeDifference(entry, before, after, touched);
        writeVillages(entry, planner, before, after, withdrawn, added);

        // 4. those who follow
        var changes =
                steps.stream().map(step -> told.change(step, added, after)).toList();
        var consequences = new ArrayList<Consequence>();
        for (var follower : followers) {
            consequences.addAll(follower.follow(by, entry, changes, withdrawn));
        }
        return new Outcome(
                entry,
                planId,
                steps.stream().map(Step::id).toList(),
                UnitDifference.between(before, after, touched, codes, kinds),
                consequences);
    }

    private void checkNothingRests(Set<EventId> takenBack, Set<EventId> withdrawn) {
        if (takenBack.isEmpty()) {
            return;
        }
        var obstacles = new ArrayList<>(events.restingOn(takenBack, withdrawn));
        for (var follower : followers) {
            obstacles.addAll(follower.restingOn(takenBack, entries.latest()));
        }
        if (!obstacles.isEmpty()) {
            throw OrganisationRefusal.restedUpon(obstacles);
        }
    }

    private Set<RegisterId> registersOf(List<Step> steps, Set<EventId> withdrawn, Actor by) {
        var touched = new HashSet<RegisterId>();
        for (var step : steps) {
            touched.add(step.event().register());
            step.event()
                    .people()
                    .forEach(
                            person -> touched.add(person.registerIn(step.event().register())));
        }
        if (!withdrawn.isEmpty() || touched.isEmpty()) {
            touched.addAll(by.registers());
        }
        return touched;
    }

    private void writeVillages(
            Entry entry,
            Planner planner,
            Structure before,
            Structure after,
            Set<EventId> withdrawn,
            List<Effect> added) {
        var uncovered = before.units().stream()
                .filter(unit -> before.effects(unit).stream()
                        .anyMatch(
                                effect -> effect.aspect() == Effect.Aspect.OPEN && withdrawn.contains(effect.event())))
                .toList();
        if (!uncovered.isEmpty()) {
            villages.uncover(entry, uncovered);
        }
        var covering = new LinkedHashMap<>(planner.villages());
        added.stream()
                .filter(effect -> effect.aspect() == Effect.Aspect.OPEN)
                .filter(effect ->
                        !covering.getOrDefault(effect.unit(), List.of()).isEmpty())
                .forEach(effect -> villages.cover(
                        entry,
                        effect.unit(),
                        after.parent(effect.unit(), effect.day()).orElse(effect.unit()),
                        covering.getOrDefault(effect.unit(), List.of()),
                        effect.day()));
    }
}
