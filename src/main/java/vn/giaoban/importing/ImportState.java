package vn.giaoban.importing;

/** Where an import stands. */
public enum ImportState {
    /** Read and checked; nothing is recorded yet. */
    PREVIEWED,
    /** Confirmed, and on its way. */
    RUNNING,
    /** Recorded, all of it. */
    DONE,
    /** Not recorded, none of it: something had changed since the preview, or nobody confirmed for a week. */
    REFUSED,
    /** The program ended while it ran. Nothing of it was recorded. */
    LOST
}
