package vn.giaoban.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.shared.Acting;

/**
 * Carries out the set-up file before the door opens, so that a script which waits for the port finds everything there; a file that is wrong
 * ends the start. Without one, prints the code that the first visit asks for.
 */
@Component
@ConditionalOnWebApplication
class SetupAtStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SetupAtStart.class);

    private final Setup setup;
    private final Actors actors;
    private final String file;
    private volatile boolean running;

    SetupAtStart(Setup setup, Actors actors, @Value("${giaoban.setup:}") String file) {
        this.setup = setup;
        this.actors = actors;
        this.file = file;
    }

    @Override
    public void start() {
        running = true;
        if (!setup.needed()) {
            return;
        }
        if (file.isBlank()) {
            log.info("Chưa thiết lập. Mở trang đầu và nhập mã thiết lập: {}", setup.code());
        } else {
            Acting.as(actors.system(), () -> setup.carryOut(read(content())));
            log.info("Đã thiết lập theo {}.", file);
        }
    }

    /** A misspelt field would else be a field left out. */
    SetupFile read(byte[] content) {
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(content, SetupFile.class);
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("Không đọc được tệp thiết lập " + file + ".", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the database, before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
