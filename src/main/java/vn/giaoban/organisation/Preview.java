package vn.giaoban.organisation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every consequence of a plan, found by applying it in a transaction that was then rolled back. */
public record Preview(List<Fault> faults, List<UnitDifference> differences, List<Consequence> consequences) {

    /** How many units are changed in which way, in the order of {@link UnitDifference.What}; what does not happen is missing. */
    public Map<UnitDifference.What, Long> summary() {
        return differences.stream()
                .collect(Collectors.groupingBy(UnitDifference::what, TreeMap::new, Collectors.counting()));
    }

    public boolean mayBeApplied() {
        return faults.isEmpty();
    }
}
