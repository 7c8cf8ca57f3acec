package vn.giaoban.importing;

import java.util.List;
import java.util.Set;
import vn.giaoban.membership.FileSoFar;
import vn.giaoban.record.Entry;
import vn.giaoban.record.Register;
import vn.giaoban.shared.Actor;

/** Hands rows without faults of their own to the module that records them. */
interface Receiver {

    Set<ImportKind> kinds();

    /** Tells all that is wrong with the rows together and against the registers. Leaves nothing behind. */
    void check(Actor by, Register register, Rows rows, Findings findings);

    /**
     * Records them in the running transaction. What is wrong goes to the findings as in {@link #check}; then nothing may have been
     * recorded, or the caller rolls back.
     */
    void record(Actor by, Entry entry, Register register, Rows rows, Findings findings);

    /**
     * Rows of one kind: a whole file, or a piece of one whose rows stand for themselves.
     *
     * @param soFar the same for all pieces of a file
     */
    record Rows(ImportKind kind, List<Row> rows, FileSoFar soFar) {}
}
