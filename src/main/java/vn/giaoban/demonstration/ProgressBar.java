package vn.giaoban.demonstration;

import java.io.PrintStream;

/** One line of the console that fills itself. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final String what;
    private int shown = -1;

    ProgressBar(PrintStream out, String what) {
        this.out = out;
        this.what = what;
    }

    void show(int percent) {
        if (percent > shown) {
            shown = percent;
            var full = percent * WIDTH / 100;
            out.printf("\r  %s [%s%s] %3d %%", what, "█".repeat(full), "·".repeat(WIDTH - full), percent);
            out.flush();
        }
    }

    @Override
    public void close() {
        out.println();
    }
}
