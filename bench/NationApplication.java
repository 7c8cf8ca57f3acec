import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The application as its own process on the data directory or the database that the options name: it migrates, and keeps its server running. */
final class NationApplication {

    private final Path jar;
    private final Map<String, String> options;
    private final String base;
    private Process process;

    NationApplication(Path jar, Map<String, String> options) {
        this.jar = jar;
        this.options = options;
        this.base = "http://127.0.0.1:" + options.getOrDefault("port", "18901");
    }

    String base() {
        return base;
    }

    String heap() {
        return options.getOrDefault("memory", "512m");
    }

    /** Resident now and at most since its start. */
    String memory() throws IOException {
        if (process == null || !process.isAlive()) {
            return "not started by this run";
        }
        return String.join(", ", Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .map(line -> line.substring(2, 5) + " " + Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MB")
                .toList());
    }

    /** @return the way into the database as the owner of its tables */
    NationStore start() throws Exception {
        var data = Path.of(options.getOrDefault("data", "target/bench/nation")).toAbsolutePath();
        Files.createDirectories(data);
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + options.getOrDefault("memory", "512m"),
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "--server.port=" + base.substring(base.lastIndexOf(':') + 1),
                "--giaoban.data=" + data,
                "--giaoban.demo=false",
                // the audit's chain would read all rows of ten years beside the measurements
                "--giaoban.audit.seal-first=PT999H"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(data.resolve("application.log").toFile());
        var url = options.get("url");
        if (url != null) {
            builder.environment().put("GIAOBAN_DATABASE_URL", url);
            builder.environment().put("GIAOBAN_DATABASE_USER", options.getOrDefault("user", "giaoban"));
            builder.environment().put("GIAOBAN_DATABASE_PASSWORD", options.getOrDefault("password", ""));
        }
        var http = HttpClient.newHttpClient();
        // one that runs already, also one that outlived a killed run, is used and left running
        if (!answers(http)) {
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        }
        while (!answers(http)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("it did not start: " + Files.readString(data.resolve("application.log")));
            }
            Thread.sleep(50);
        }
        return url == null
                ? NationStore.embedded(data)
                : new NationStore(url, options.getOrDefault("user", "giaoban"), options.getOrDefault("password", ""));
    }

    private boolean answers(HttpClient http) throws InterruptedException {
        try {
            http.send(HttpRequest.newBuilder(URI.create(base + "/login")).build(), HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    void stop() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            process.waitFor(120, TimeUnit.SECONDS);
        }
    }
}
