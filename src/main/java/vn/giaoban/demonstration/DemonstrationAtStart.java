package vn.giaoban.demonstration;

import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Sees to it, before the door opens, that made-up and real people never share a database: the demonstration loads itself into an empty one,
 * goes on in its own, and starts in no other; and its own starts in no other way.
 */
@Component
@ConditionalOnWebApplication
class DemonstrationAtStart implements SmartLifecycle {

    private final Loader loader;
    private final boolean wanted;
    private final Environment environment;
    private volatile boolean running;

    DemonstrationAtStart(Loader loader, @Value("${giaoban.demo:true}") boolean wanted, Environment environment) {
        this.loader = loader;
        this.wanted = wanted;
        this.environment = environment;
        if (wanted && !loader.isLoaded()) {
            loader.make(); // while the rest of the application is put together
        }
    }

    @Override
    public void start() {
        running = true;
        if (!wanted && loader.begun()) {
            throw new IllegalStateException("Cơ sở dữ liệu này chứa dữ liệu trình diễn: không dùng để ghi người thật."
                    + " Hãy dùng thư mục hay cơ sở dữ liệu khác (--giaoban.data=…).");
        } else if (wanted && loader.isSomebodys()) {
            throw new IllegalStateException("Cơ sở dữ liệu này chứa dữ liệu thật: không nạp dữ liệu trình diễn vào."
                    + " Hãy khởi động với --giaoban.demo=false.");
        } else if (wanted && !loader.isLoaded()) {
            try (var bar = new ProgressBar(console(), "Nạp dữ liệu trình diễn")) {
                loader.load(bar::show);
            }
        }
    }

    /** The last lines of the start: where to go, and who to be. */
    @EventListener(ApplicationReadyEvent.class)
    void welcome() {
        if (wanted) {
            var port = environment.getProperty("local.server.port", "8080");
            console().printf("%n  Giao Ban – dữ liệu trình diễn (dữ liệu giả):  http://localhost:%s%n%n", port);
            for (var account : MadeUp.ACCOUNTS) {
                console().printf("    %-14s %s%n", account.login(), MadeUp.who(account));
            }
            console().printf("%n  Mật khẩu của mọi tài khoản: %s%n%n", Offices.PASSWORD);
        }
    }

    private static PrintStream console() {
        return System.out;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the database, before the set-up and the web server. */
    @Override
    public int getPhase() {
        return -10;
    }
}
