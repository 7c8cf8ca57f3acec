package vn.giaoban.demonstration;

import java.time.Instant;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/**
 * One transaction of the loader, one entry of the record.
 *
 * @param code the same on every run
 * @param at when it is said to have been entered
 * @param what what the entry says of itself
 */
record LoadStep(String code, Instant at, RegisterId register, String what, int rows, Work work) {

    /** What the step records. */
    interface Work {

        void record(Actor by, Entry entry);
    }
}
