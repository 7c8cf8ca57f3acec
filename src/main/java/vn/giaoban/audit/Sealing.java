package vn.giaoban.audit;

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

    Sealing(Audit audit) {
        this.audit = audit;
    }

    @Scheduled(
            fixedDelayString = "${giaoban.audit.seal-every:PT1M}",
            initialDelayString = "${giaoban.audit.seal-first:PT2M}")
    void seal() {
        try {
            audit.seal();
        } catch (DataAccessException e) {
            log.warn("not sealed, will be tried again: {}", e.getMessage());
        }
    }
}
