package vn.giaoban.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.organisation.Hierarchies;
import vn.giaoban.organisation.Hierarchy;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Checks what is asked: everything that is wrong with it at once, and whether the actor may see figures of the unit in that tree. */
@Component
class Questions {

    private final Catalogue catalogue;
    private final Subjects subjects;
    private final Entries entries;
    private final Organisation organisation;
    private final House house;
    private final Hierarchies hierarchies;

    Questions(
            Catalogue catalogue,
            Subjects subjects,
            Entries entries,
            Organisation organisation,
            House house,
            Hierarchies hierarchies) {
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.entries = entries;
        this.organisation = organisation;
        this.house = house;
        this.hierarchies = hierarchies;
    }

    /** A question that was checked, with everything that its answer has to name. */
    record Understood(
            Subject subject,
            Reading reading,
            List<Indicator> indicators,
            @Nullable Division by) {}

    private record Found(UnitId unit, LocalDate day, Instant known) {}

    private record Checked(Actor by, UnitId unit, AsOf tree) {}

    Understood understood(Actor by, Question question) {
        var faults = new ArrayList<Refusal>();
        var indicators = indicators(question, faults);
        var division = Division.read(question.by(), catalogue, faults).orElse(null);
        var hierarchy = hierarchy(question, faults);
        checkDays(question, faults);
        if (!faults.isEmpty()) {
            throw faults.size() == 1 ? faults.get(0) : new Refusals(faults);
        }
        var known = question.known() == null ? entries.latest() : question.known();
        var reading = new Reading(
                question.unit(),
                question.from(),
                question.until(),
                question.structure(),
                hierarchy,
                question.former(),
                known);
        var subject = house.once(
                        new Found(question.unit(), reading.lastDay(), known),
                        () -> subjects.find(question.unit(), reading.lastDay(), known))
                .orElseThrow(OrganisationRefusal::unitNotFound);
        var tree = treeOf(reading, subject);
        house.once(new Checked(by, question.unit(), tree), () -> {
            organisation.check(by, Verb.SEE_FIGURES, question.unit(), tree);
            return true;
        });
        if (question.former() && subject.isOpen(requireOn(reading))) {
            throw FiguresRefusal.formerAreaOfOpenUnit(subject.name(), requireOn(reading));
        }
        return new Understood(subject, reading, indicators, division);
    }

    private short hierarchy(Question question, List<Refusal> faults) {
        var code = question.hierarchy();
        if (code == null) {
            return Reading.TERRITORIAL;
        }
        var found = hierarchies.find(code);
        if (found.isEmpty()) {
            faults.add(FiguresRefusal.unknownHierarchy(code));
        }
        return found.map(Hierarchy::id).orElse(Reading.TERRITORIAL);
    }

    /** Null for the territorial one. */
    @Nullable
    String codeOf(short hierarchy) {
        return hierarchies.all().stream()
                .filter(one -> one.id() == hierarchy && hierarchy != Reading.TERRITORIAL)
                .map(Hierarchy::code)
                .findFirst()
                .orElse(null);
    }

    private static LocalDate requireOn(Reading reading) {
        var on = reading.on();
        if (on == null) {
            throw FiguresRefusal.formerAreaNeedsADay();
        }
        return on;
    }

    /** Rights follow the tree that is read; for a unit that is not there on that day, the day nearest to it. */
    static AsOf treeOf(Reading reading, Subject subject) {
        var on = reading.on();
        return on == null
                ? new AsOf(subject.nearest(reading.lastDay()), reading.known())
                : new AsOf(on.isBefore(subject.opened()) ? subject.opened() : on, reading.known());
    }

    private List<Indicator> indicators(Question question, List<Refusal> faults) {
        if (question.indicators().isEmpty()) {
            return List.copyOf(catalogue.indicators());
        }
        var found = new ArrayList<Indicator>();
        for (var code : question.indicators().stream().distinct().limit(200).toList()) {
            catalogue
                    .indicator(code)
                    .ifPresentOrElse(found::add, () -> faults.add(FiguresRefusal.unknownIndicator(code)));
        }
        return List.copyOf(found);
    }

    private static void checkDays(Question question, List<Refusal> faults) {
        var from = question.from();
        var until = question.until();
        var inRange = true;
        for (var day : List.of(from, until)) {
            if (!Subjects.inRange(day)) {
                faults.add(FiguresRefusal.dayOutOfRange(day));
                inRange = false;
            }
        }
        if (inRange && !until.isAfter(from)) {
            faults.add(FiguresRefusal.periodEndsBeforeItBegins(from, until));
        }
        var day = question.structure().day();
        if (day != null && !Subjects.inRange(day)) {
            faults.add(FiguresRefusal.dayOutOfRange(day));
        } else if (day != null && inRange && day.isBefore(until.minusDays(1))) {
            faults.add(FiguresRefusal.restatedBeforeTheEnd(day, until.minusDays(1)));
        }
        if (question.former() && question.structure().kind() == TreeChoice.Kind.AS_WAS) {
            faults.add(FiguresRefusal.formerAreaNeedsADay());
        }
    }
}
