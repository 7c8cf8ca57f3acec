package vn.giaoban.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.giaoban.shared.DatabaseReplaced;

/**
 * Counts failed sign-ins, in memory: a restart forgives, which costs an attacker more than it gives. The bound on one login from everywhere
 * is wide, so that a stranger cannot easily lock an officer out; the one from a single address is narrow.
 */
@Component
class Throttle {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int LOGIN_FROM_ADDRESS = 5;
    static final int LOGIN = 30;
    static final int ADDRESS = 60;

    private final Cache<String, AtomicInteger> failures;

    Throttle(Clock clock) {
        this.failures = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterWrite(WINDOW)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    boolean tooMany(String login, String address) {
        return count(pair(login, address)) >= LOGIN_FROM_ADDRESS
                || count("login " + login) >= LOGIN
                || count("address " + address) >= ADDRESS;
    }

    void failed(String login, String address) {
        add(pair(login, address));
        add("login " + login);
        add("address " + address);
    }

    /** Forgives this login from this address; not the address, or one known password would open the way to guess others. */
    void succeeded(String login, String address) {
        failures.invalidate(pair(login, address));
    }

    private int count(String key) {
        var counted = failures.getIfPresent(key);
        return counted == null ? 0 : counted.get();
    }

    private void add(String key) {
        failures.get(key, absent -> new AtomicInteger()).incrementAndGet();
    }

    private static String pair(String login, String address) {
        return "pair " + login + " " + address;
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        failures.invalidateAll();
    }
}
