package vn.giaoban.organisation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;

/**
 * Those who follow units: their people, posts, duties. Called inside the transaction of the event, after the tree has been written, in the
 * order of the beans; the one upward call in the house. A preview calls it too and then rolls back.
 */
public interface FollowsUnits {

    /**
     * @param changes all events of a plan, in its order
     * @param cancelled events withdrawn or corrected by the same plan
     * @return what changes, for the preview
     * @throws UnitFaults with every fault, each at its event
     */
    List<Consequence> follow(Actor by, Entry entry, List<UnitChange> changes, Collection<EventId> cancelled);

    /** What was recorded after the events and rests on them; if anything does, they cannot be undone. */
    List<Obstacle> restingOn(Collection<EventId> events, Instant known);
}
