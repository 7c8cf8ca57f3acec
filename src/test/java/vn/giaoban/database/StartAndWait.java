package vn.giaoban.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A process of its own with a server, for tests that kill it or run it as another user. Ends, and stops the server, when its input ends. */
public final class StartAndWait {

    private StartAndWait() {}

    public static void main(String[] arguments) throws IOException {
        try (var server =
                EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]), Map.of("fsync", "off"))) {
            System.out.println("pid " + server.pid());
            System.out.flush();
            while (System.in.read() >= 0) {
                // until the other side closes
            }
        } catch (DatabaseFault e) {
            System.out.println("refused " + e.getMessage());
        }
    }
}
