package vn.giaoban.importing;

import java.util.concurrent.atomic.AtomicInteger;

/** How far a running import is; read while it runs, kept in memory alone. */
public final class Progress {

    private final int total;
    private final AtomicInteger done = new AtomicInteger();
    private volatile String step = "waiting";

    Progress(int rows) {
        this.total = rows * 3;
    }

    /** Reading back, checking again, recording: each counts as many steps as there are rows. */
    void step(String next, int finished) {
        step = next;
        done.set(finished);
    }

    void one() {
        done.incrementAndGet();
    }

    /** Key of the words for what is being done. */
    public String step() {
        return "importing.step-" + step;
    }

    public int done() {
        return Math.min(done.get(), total);
    }

    public int total() {
        return total;
    }
}
