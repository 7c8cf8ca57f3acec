package vn.giaoban.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the whole chain found.
 *
 * @param links how many were looked at
 * @param broken the first that does not hold; null if all do
 * @param unsealed entries not yet in the chain
 */
public record Verification(long links, @Nullable Broken broken, long unsealed, Head head) {

    /** What does not hold about a link. */
    public enum Fault {
        /** It does not continue the link before. */
        CHAIN,
        /** Its own hash is not that of its parts. */
        LINK,
        /** Who, when or why was changed, or the entry is gone. */
        ENTRY,
        /** Rows of a table were changed, removed or slipped in. */
        ROWS,
        /** Reads of persons were changed, removed or slipped in. */
        READS
    }

    /**
     * @param entry 0 for a link of reads
     * @param table whose rows do not hold; null unless {@code fault} is {@link Fault#ROWS}
     */
    public record Broken(
            long position,
            long entry,
            Fault fault,
            @Nullable String table) {}

    public boolean whole() {
        return broken == null;
    }
}
