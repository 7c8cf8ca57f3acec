package vn.giaoban.organisation;

import java.util.List;

/** Every consequence of a plan, found by applying it in a transaction that was then rolled back. */
public record Preview(List<Fault> faults, List<UnitDifference> differences, List<Consequence> consequences) {

    public boolean mayBeApplied() {
        return faults.isEmpty();
    }
}
