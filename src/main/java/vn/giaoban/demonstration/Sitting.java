package vn.giaoban.demonstration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.giaoban.organisation.UnitEvent;

/** What was entered at one sitting: the steps in the order of their days, so that each is legal when its turn comes. */
record Sitting(Instant at, String what, List<Step> steps) {

    /** Events on units first, then who joined the register and what moved. */
    record Step(List<UnitEvent> events, List<MemberRow> members, List<MovementRow> movements) {

        Step() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    Sitting(Instant at, String what) {
        this(at, what, new ArrayList<>());
        steps.add(new Step());
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    /** An event that names persons comes after what moved them before; any other may go in front of the movements of its month. */
    void add(UnitEvent event) {
        if (event.people().isEmpty()) {
            steps.get(steps.size() - 1).events().add(event);
        } else {
            if (!last().movements().isEmpty()) {
                steps.add(new Step());
            }
            last().events().add(event);
        }
    }
}
