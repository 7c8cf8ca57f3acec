package vn.giaoban.database;

import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.giaoban.shared.Days;

/** The one clock. It lives here because the instants it gives are those of the entries in the database. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** @param fixed an instant such as {@code 2026-07-01T02:00:00Z} at which the clock stands still; for tests and demonstrations */
    @Bean
    Clock clock(@Value("${giaoban.clock:}") String fixed) {
        return fixed.isBlank() ? Clock.system(Days.ZONE) : Clock.fixed(Instant.parse(fixed), Days.ZONE);
    }
}
