package vn.giaoban.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.database.DatabaseAddress;
import vn.giaoban.database.EmbeddedPostgres;

/** What an operator types, as processes of their own, with PostgreSQLs beside them and a province that is entered over HTTP. */
abstract class AtTheConsole {

    static final Duration START = Duration.ofSeconds(120);
    private static final String PASSWORD = "mot hai ba bon nam";

    final JsonMapper json = JsonMapper.shared();
    private final List<Process> children = new ArrayList<>();
    private final List<EmbeddedPostgres> servers = new ArrayList<>();
    Path place = Path.of("never");
    private int port;

    @BeforeEach
    void anEmptyDirectory() throws IOException {
        place = Files.createTempDirectory("giaoban-operator");
        Files.writeString(place.resolve("setup.json"), """
                {"registers":[{"code":"VD","name":"Đảng bộ tỉnh Ví Dụ","kind":"dang-bo-tinh","from":"2024-01-01"}],
                 "accounts":[{"login":"quan.tri","name":"Một","password":"PASSWORD","role":"administrator"},
                             {"login":"quan.tri2","name":"Hai","password":"PASSWORD","role":"administrator"},
                             {"login":"nhap","name":"Ba","password":"PASSWORD","role":"provincial-organisation-officer","unit":"VD"}]}
                """.replace("PASSWORD", PASSWORD));
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        for (var child : children) {
            stop(child);
        }
        servers.forEach(EmbeddedPostgres::close);
        FileSystemUtils.deleteRecursively(place);
    }

    /** The figures of the province and what was settled of them, with their digests. */
    String said() throws Exception {
        var period = "?from=2024-01-01&until=2024-07-01";
        return text(request("/api/v1/figures/VD/freezes" + period))
                + text(request("/api/v1/figures/VD" + period + "&knownAt=" + known()));
    }

    String known() throws Exception {
        return json.readTree(text(request("/api/v1/figures/VD/freezes?from=2024-01-01&until=2024-07-01")))
                .get(0)
                .get("knownAt")
                .asString();
    }

    static JdbcClient superuser(EmbeddedPostgres server) {
        var address = server.superuser();
        return JdbcClient.create(
                new DriverManagerDataSource(server.url("giaoban"), address.user(), address.password()));
    }

    static List<String> chain(EmbeddedPostgres server) {
        var sql = superuser(server);
        return sql.sql("select l::text from audit.link l order by 1")
                .query(String.class)
                .list();
    }

    /** The chain, as the application walks along it. */
    String verified() throws Exception {
        return text(request("/api/v1/audit/verify"));
    }

    void load(String kind, String file) throws Exception {
        try (var stream = AtTheConsole.class.getResourceAsStream(file)) {
            var csv = new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"u.csv\"\r\n\r\n" + csv
                    + "\r\n--x--\r\n";
            var sent = json.readTree(text(request("/api/v1/imports/" + kind)
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .header("X-Register", "VD")
                    .POST(BodyPublishers.ofString(body))));
            assertThat(sent.get("errors")).as("%s", sent).isEmpty();
            var job = "/api/v1/imports/" + sent.get("id").asLong();
            text(request(job + "/confirm").POST(BodyPublishers.noBody()));
            JsonNode state;
            do {
                Thread.sleep(100);
                state = json.readTree(text(request(job)));
            } while (state.get("state").asString().equals("RUNNING"));
            assertThat(state.get("state").asString()).as("%s", state).isEqualTo("DONE");
        }
    }

    EmbeddedPostgres server(String name) {
        var server = EmbeddedPostgres.start(place.resolve(name), Path.of("target", "postgres"), Map.of("fsync", "off"));
        servers.add(server);
        return server;
    }

    Process application(EmbeddedPostgres server) throws Exception {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var child = process(
                server.application(),
                "--server.port=" + port,
                "--giaoban.demo=false",
                "--giaoban.data=" + place.resolve("keys"),
                "--giaoban.setup=" + place.resolve("setup.json"));
        var until = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < until) {
            try {
                if (send(request("/api/v1/registers")).statusCode() == 200) {
                    return child;
                }
            } catch (IOException notYet) {
                assertThat(child.isAlive()).as("%s", console()).isTrue();
            }
            Thread.sleep(200);
        }
        throw new AssertionError(console());
    }

    String command(int code, @org.jspecify.annotations.Nullable EmbeddedPostgres server, String... words)
            throws Exception {
        var line = new ArrayList<>(List.of(words));
        if (server != null) {
            line.add("--giaoban.data=" + place.resolve("keys"));
        }
        var child = process(server == null ? null : server.application(), line.toArray(String[]::new));
        assertThat(child.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(console()).isEqualTo(code);
        return console();
    }

    String console() throws IOException {
        return Files.readString(place.resolve("console.txt"));
    }

    Process process(@org.jspecify.annotations.Nullable DatabaseAddress database, String... words) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx320m", "-XX:+UseSerialGC"));
        var jar = System.getProperty("giaoban.jar");
        line.addAll(
                jar == null
                        ? List.of(
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                "vn.giaoban.GiaoBan")
                        : List.of("-jar", jar));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("console.txt").toFile());
        if (database != null) {
            builder.environment()
                    .putAll(Map.of(
                            "GIAOBAN_DATABASE_URL",
                            database.url(),
                            "GIAOBAN_DATABASE_USER",
                            database.user(),
                            "GIAOBAN_DATABASE_PASSWORD",
                            database.password()));
        }
        var child = builder.start();
        children.add(child);
        return child;
    }

    static void stop(Process child) throws InterruptedException {
        child.destroy();
        if (!child.waitFor(30, TimeUnit.SECONDS)) {
            child.destroyForcibly().waitFor();
        }
    }

    HttpRequest.Builder request(String path) {
        var login = Base64.getEncoder().encodeToString(("nhap:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(at(path))
                .header("Authorization", "Basic " + login)
                .timeout(START);
    }

    String text(HttpRequest.Builder request) throws Exception {
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 399);
        return answer.body();
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
