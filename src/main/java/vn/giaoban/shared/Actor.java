package vn.giaoban.shared;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks. First argument of every API call.
 *
 * @param account key of the account; 0 for the system itself
 * @param login how the account signs in
 * @param registers the registers that may hold records of anyone in the actor's subtrees; the row policies check them
 * @param grants what holds for this actor today, each over one unit and all below it
 */
public record Actor(long account, String login, Set<RegisterId> registers, List<Grant> grants) {

    /** A verb over a unit and everything under it. A grant on a closed unit reads as one on the unit it stands for. */
    public record Grant(Verb verb, UnitId unit) {}

    public Actor {
        registers = Set.copyOf(registers);
        grants = List.copyOf(grants);
    }

    /** The system itself, for loaders and set-up: may do everything in these registers. No request ever becomes one. */
    public static Actor system(Set<RegisterId> registers) {
        return new Actor(0, "hệ thống", registers, List.of());
    }

    public boolean isSystem() {
        return account == 0;
    }

    /** The tops of the subtrees in which the actor may do this; empty if nowhere. */
    public Set<UnitId> where(Verb verb) {
        return grants.stream()
                .filter(grant -> grant.verb() == verb)
                .map(Grant::unit)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reports for a cell what its base confirms, and nothing more: the secretary of a cell. The frame shows such a reader the cell as it is
     * today, without the tree, the choice of a day and codes.
     */
    public boolean onlyReports() {
        return mayAnywhere(Verb.RECORD) && !mayAnywhere(Verb.CONFIRM) && !mayAnywhere(Verb.KEEP_REGISTER);
    }

    public boolean mayAnywhere(Verb verb) {
        return grants.stream().anyMatch(grant -> grant.verb() == verb);
    }
}
