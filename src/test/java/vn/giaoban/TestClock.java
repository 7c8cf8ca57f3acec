package vn.giaoban;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import vn.giaoban.shared.Days;

/** The clock of all tests: stands still until a test sets it; back at the start before each test method. */
public class TestClock extends Clock {

    /** Nine in the morning of 1 July 2026 in Vietnam. */
    public static final Instant START = Instant.parse("2026-07-01T02:00:00Z");

    private volatile Instant now = START;

    public void set(Instant instant) {
        now = instant;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Days.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
