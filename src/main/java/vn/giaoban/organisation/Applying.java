package vn.giaoban.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** The steps in which a plan becomes rows. */
@Component
class Applying {

    private final StructureStore store;
    private final StateStore states;
    private final KindStore kindStore;
    private final Villages villages;
    private final Events events;
    private final Entries entries;
    private final Registers registers;
    private final List<FollowsUnits> followers;

    Applying(
            StructureStore store,
            StateStore states,
            KindStore kindStore,
            Villages villages,
            Events events,
            Entries entries,
            Registers registers,
            List<FollowsUnits> followers) {
        this.store = store;
        this.states = states;
        this.kindStore = kindStore;
        this.villages = villages;
        this.events = events;
        this.entries = entries;
        this.registers = registers;
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
        var steps = steps(plan, withdrawn, takenBack, faults);
        checkNothingRests(takenBack, withdrawn);
        var newUnits = codesOfOpened(steps, codes, faults);

        // 2. the effects, and the structure with them
        var planner = new Planner(before.with(withdrawn, List.of()), codes, kinds, faults);
        var added = new ArrayList<Effect>();
        for (var step : steps) {
            checkFirstDay(step, faults);
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
        var entry = entries.begin(by, registersOf(steps, withdrawn, by), "organisation.events", plan.reason());
        var planId = plan.name() == null || steps.isEmpty()
                ? null
                : store.insertPlan(entry, steps.get(0).event().register(), plan.name());
        store.supersedeEvents(entry, withdrawn);
        store.insertUnits(entry, newUnits);
        store.insertEvents(entry, rows(steps, codes, planId));
        store.insertEffects(added);
        states.writeDifference(entry, before, after, touched);
        writeVillages(entry, planner, before, after, withdrawn, added);

        // 4. those who follow
        var changes =
                steps.stream().map(step -> change(step, codes, added, after)).toList();
        var consequences = new ArrayList<Consequence>();
        for (var follower : followers) {
            consequences.addAll(follower.follow(by, entry, changes, withdrawn));
        }
        return new Outcome(
                entry,
                planId,
                steps.stream().map(Step::id).toList(),
                UnitDifference.between(before, after, touched, codes),
                consequences);
    }

    private List<Step> steps(Plan plan, Set<EventId> withdrawn, Set<EventId> takenBack, List<Fault> faults) {
        var ids = store.nextEvents(plan.events().size());
        var steps = new ArrayList<Step>();
        var refs = new HashSet<String>();
        var corrected = new HashMap<Integer, EventId>();
        for (var position = 0; position < plan.events().size(); position++) {
            var event = plan.events().get(position);
            if (event.cancels() != null) {
                var earlier = store.event(event.register(), event.cancels());
                if (earlier.isEmpty()) {
                    faults.add(new Fault(position, OrganisationRefusal.unknownRef(event.cancels())));
                    continue;
                }
                withdrawn.add(earlier.get());
                corrected.put(position, earlier.get());
                if (event.kind() == null) {
                    takenBack.add(earlier.get());
                }
            }
        }
        for (var position = 0; position < plan.events().size(); position++) {
            var event = plan.events().get(position);
            var ref = event.ref();
            if (ref != null
                    && (!refs.add(event.register() + "/" + ref)
                            || store.event(event.register(), ref)
                                    .filter(earlier -> !withdrawn.contains(earlier))
                                    .isPresent())) {
                faults.add(new Fault(position, OrganisationRefusal.refTaken(ref)));
            }
            if (event.kind() != null) {
                steps.add(new Step(
                        position, new EventId(ids.get(position)), event, event.kind(), corrected.get(position)));
            }
        }
        return steps;
    }

    /** Makes the codes of opened units known; a code whose unit was taken back is used again for the same unit. */
    private List<StructureStore.UnitRow> codesOfOpened(List<Step> steps, Codes codes, List<Fault> faults) {
        var rows = new ArrayList<StructureStore.UnitRow>();
        var opened = steps.stream()
                .flatMap(step -> step.event().opened().stream().map(unit -> Map.entry(step, unit)))
                .toList();
        var ids = store.nextUnits(opened.size()).iterator();
        for (var entry : opened) {
            var step = entry.getKey();
            var unit = entry.getValue();
            var id = new UnitId(ids.next());
            var orgCode = unit.orgCode() == null && UnitCodes.isOrgCode(unit.code()) ? unit.code() : unit.orgCode();
            var refusal = UnitCodes.refusal(unit.code(), orgCode);
            if (refusal.isPresent()) {
                faults.add(new Fault(step.position(), refusal.get()));
            } else if (codes.find(unit.code()).isEmpty()) {
                if (orgCode != null && codes.find(orgCode).isPresent()) {
                    faults.add(new Fault(step.position(), OrganisationRefusal.codeTaken(orgCode)));
                }
                codes.add(id, unit.code(), orgCode);
                rows.add(new StructureStore.UnitRow(id, step.event().register(), unit.code(), orgCode));
            }
        }
        return rows;
    }

    private void checkFirstDay(Step step, List<Fault> faults) {
        if (step.kind() != UnitEventKind.OPEN) {
            var first = registers.register(step.event().register()).firstDay();
            if (step.event().day().isBefore(first)) {
                faults.add(new Fault(step.position(), OrganisationRefusal.opensEarlierThanRegister(first)));
            }
        }
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

    private static List<StructureStore.EventRow> rows(List<Step> steps, Codes codes, @Nullable PlanId plan) {
        return steps.stream()
                .map(step -> new StructureStore.EventRow(
                        step.id(),
                        step.event(),
                        step.kind(),
                        plan,
                        find(codes, step.event().receivingCell()),
                        step.corrects(),
                        subjects(step, codes)))
                .toList();
    }

    private static List<UnitId> subjects(Step step, Codes codes) {
        return step.event().units().stream()
                .flatMap(code -> codes.find(code).stream())
                .distinct()
                .toList();
    }

    private static @Nullable UnitId find(Codes codes, @Nullable String code) {
        return code == null ? null : codes.find(code).orElse(null);
    }

    private UnitChange change(Step step, Codes codes, List<Effect> added, Structure after) {
        var faults = new ArrayList<Fault>();
        var event = step.event();
        var receiving = find(codes, event.receivingCell());
        if (event.receivingCell() != null && receiving == null) {
            faults.add(new Fault(step.position(), OrganisationRefusal.unknownUnit(event.receivingCell())));
        }
        var carried = new ArrayList<UnitChange.Carried>();
        for (var person : event.people()) {
            codes.find(person.cell())
                    .ifPresentOrElse(
                            cell -> carried.add(new UnitChange.Carried(
                                    person.registerIn(event.register()), person.memberRef(), person.member(), cell)),
                            () -> faults.add(
                                    new Fault(step.position(), OrganisationRefusal.unknownUnit(person.cell()))));
        }
        if (!faults.isEmpty()) {
            throw new UnitFaults(faults);
        }
        var own = added.stream()
                .filter(effect -> effect.event().equals(step.id()))
                .toList();
        return new UnitChange(
                step.position(),
                step.id(),
                event.register(),
                step.kind(),
                event.day(),
                own.stream()
                        .filter(effect -> effect.aspect() == Effect.Aspect.CLOSE)
                        .flatMap(effect -> after.closing(effect.unit()).stream())
                        .map(closing -> new UnitChange.Closed(closing.unit(), closing.successor()))
                        .toList(),
                subjects(step, codes),
                own.stream()
                        .filter(effect -> effect.aspect() == Effect.Aspect.OPEN)
                        .map(Effect::unit)
                        .toList(),
                receiving,
                carried);
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
