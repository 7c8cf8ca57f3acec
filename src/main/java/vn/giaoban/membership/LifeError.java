package vn.giaoban.membership;

import java.util.List;

/**
 * Why a fact cannot be true beside the others of the same person.
 *
 * @param fact key of the movement; of a share-out, the event on units, negated; 0 for the opening
 * @param column where to look in a file
 * @param code key into the messages, without the module's prefix
 * @param arguments days and units ({@code UnitId}); whoever shows them looks up the names
 */
public record LifeError(long fact, String column, String code, List<Object> arguments) {

    /** The fact that is the opening, which has no key of its own. */
    public static final long OPENING = 0;
}
