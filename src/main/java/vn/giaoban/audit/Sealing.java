package vn.giaoban.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Seals what was recorded since, every minute. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Sealing {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private final Audit audit;
    private final Counter done;
    private final Counter failed;

    Sealing(Audit audit, MeterRegistry meters) {
        this.audit = audit;
        this.done = sealings(meters, "done");
        this.failed = sealings(meters, "failed");
    }

    @Scheduled(
            fixedDelayString = "${giaoban.audit.seal-every:PT1M}",
            initialDelayString = "${giaoban.audit.seal-first:PT2M}")
    void seal() {
        try {
            audit.seal();
            done.increment();
        } catch (DataAccessException e) {
            failed.increment();
            log.warn("not sealed, will be tried again: {}", e.getMessage());
        }
    }

    private static Counter sealings(MeterRegistry meters, String outcome) {
        return Counter.builder("giaoban.sealings")
                .description("Rounds of sealing the audit chain")
                .tag("outcome", outcome)
                .register(meters);
    }
}
