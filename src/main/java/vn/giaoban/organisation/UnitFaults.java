package vn.giaoban.organisation;

import java.util.List;
import vn.giaoban.shared.Refusal;

/** All that is wrong with a plan, each fault at its event. */
public final class UnitFaults extends Refusal {

    private final transient List<Fault> faults;

    /** @param faults at least one */
    public UnitFaults(List<Fault> faults) {
        super(
                faults.get(0).refusal().kind(),
                faults.get(0).refusal().code(),
                faults.get(0).refusal().arguments().toArray());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    @Override
    public java.util.stream.Stream<Refusal> all() {
        return faults.stream().map(Fault::refusal);
    }
}
