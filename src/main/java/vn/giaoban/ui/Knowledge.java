package vn.giaoban.ui;

import java.time.Instant;

/** Up to where a page knows, unless it is asked for an earlier state. One bean; without it the clock decides. */
@FunctionalInterface
public interface Knowledge {

    /** The instant of the newest entry. */
    Instant latest();
}
