package vn.giaoban.database;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.util.StringUtils;

/**
 * The first start unpacks PostgreSQL, three seconds of one processor, while Spring reads the application. Whether it succeeds does not
 * matter here: {@link EmbeddedPostgres} looks again, waits for it or does it itself, and says what is wrong.
 */
public final class UnpackingAhead implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Logger log = System.getLogger(UnpackingAhead.class.getName());

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        var data = environment.getProperty("giaoban.data");
        if (data != null && !StringUtils.hasText(environment.getProperty("giaoban.database.url"))) {
            var unpacking = new Thread(() -> unpack(Path.of(data).resolve("postgres")), "unpacking");
            unpacking.setDaemon(true);
            unpacking.start();
        }
    }

    private static void unpack(Path programs) {
        try {
            EmbeddedPostgres.unpack(programs);
        } catch (IOException | RuntimeException e) {
            log.log(Logger.Level.DEBUG, "not unpacked ahead", e);
        }
    }
}
