package vn.giaoban.demonstration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether what is to be shown is there. Where no demonstration is wanted there is nothing to wait for. */
@Component("demonstrationHealthIndicator")
class DemonstrationHealth implements HealthIndicator {

    private final Loader loader;
    private final boolean wanted;
    /** What was loaded stays loaded. */
    private volatile boolean loaded;

    DemonstrationHealth(Loader loader, @Value("${giaoban.demo:true}") boolean wanted) {
        this.loader = loader;
        this.wanted = wanted;
    }

    @Override
    public Health health() {
        if (!wanted) {
            return Health.up().withDetail("demonstration", "none").build();
        }
        loaded = loaded || loader.isLoaded();
        return (loaded ? Health.up() : Health.outOfService())
                .withDetail("demonstration", loaded ? "loaded" : "loading")
                .build();
    }
}
