package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.giaoban.membership.FactStore.Named;
import vn.giaoban.membership.FactStore.NamedMovement;
import vn.giaoban.shared.UnitId;

/**
 * What a batch must be held against, read in sets beforehand.
 *
 * @param members by ref
 * @param movements by ref
 * @param facts of those whom the batch touches
 * @param numbers who has a citizen number of the batch already
 * @param outside those of them whom the sender may not know of
 * @param namesakes of people with a name and birth date of the batch: folded name and day
 * @param assignedProvinces first digits that a demonstration refuses; empty elsewhere
 * @param mine units over which the sender may enter people
 * @param dayRules what must lie between days; {@code today} the calendar's
 * @param eventUnits the units of the events whose people the batch names
 */
record BatchKnown(
        Map<String, Named> members,
        Map<String, NamedMovement> movements,
        Map<Long, Facts> facts,
        Map<CitizenNumber, Set<Long>> numbers,
        Set<Long> outside,
        Set<String> namesakes,
        Set<String> assignedProvinces,
        Predicate<UnitId> mine,
        Map<Long, Set<UnitId>> eventUnits,
        DayRules dayRules,
        LocalDate today) {
    /** All cells that the facts name, and the units of the events. */
    Set<UnitId> cells() {
        var cells = new HashSet<UnitId>();
        facts.values().forEach(one -> cells.addAll(one.cells()));
        eventUnits.values().forEach(cells::addAll);
        return cells;
    }
}
