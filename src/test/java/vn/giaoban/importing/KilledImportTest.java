package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program from outside, killed while it records. Slow: it starts twice, with a database of its own. */
class KilledImportTest {

    private static final Duration START = Duration.ofSeconds(240);
    private static final int UNITS = 2_500;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final List<Process> children = new ArrayList<>();
    private Path place = Path.of("never");
    private int port;

    @BeforeEach
    void anEmptyDirectory() throws IOException {
        place = Files.createTempDirectory("giaoban-killed");
        Files.writeString(place.resolve("setup.json"), """
                {"registers":[{"code":"VD","name":"Đảng bộ tỉnh Ví Dụ","kind":"dang-bo-tinh","from":"2024-01-01"}],
                 "accounts":[{"login":"quan.tri","name":"Một","password":"mot hai ba bon nam","role":"administrator"},
                             {"login":"quan.tri2","name":"Hai","password":"mot hai ba bon nam","role":"administrator"},
                             {"login":"nhap","name":"Ba","password":"mot hai ba bon nam","role":"provincial-organisation-officer","unit":"VD"}]}
                """);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        for (var child : children) {
            child.destroy();
            if (!child.waitFor(30, TimeUnit.SECONDS)) {
                child.destroyForcibly().waitFor();
            }
        }
        FileSystemUtils.deleteRecursively(place);
    }

    @Test
    void whatWasBeingRecordedIsLostWholeAndSaysSo() throws Exception {
        var first = start();
        var sent = upload();
        assertThat(sent.get("errors")).as("%s", sent.get("errors")).isEmpty();
        var id = sent.get("id").asLong();
        assertThat(send(request("/api/v1/imports/" + id + "/confirm").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(202);
        first.destroyForcibly().waitFor();

        start();
        assertThat(get("/api/v1/imports/" + id).get("state").asString()).isEqualTo("LOST");
        // Nothing is left behind: every code and key is free again.
        var again = upload();
        assertThat(again.get("errors")).isEmpty();
        assertThat(again.get("rows").asInt()).isEqualTo(UNITS);
    }

    private JsonNode upload() throws Exception {
        var file = new StringBuilder("ref,code,name,kind,parent,from\n");
        for (int i = 1; i <= UNITS; i++) {
            file.append(i)
                    .append(",U")
                    .append(i)
                    .append(",Đảng bộ ")
                    .append(i)
                    .append(",dang-bo-huyen,VD,2010-01-01\n");
        }
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"u.csv\"\r\n\r\n" + file
                + "\r\n--x--\r\n";
        var answer = send(request("/api/v1/imports/units")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("X-Register", "VD")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body());
    }

    private JsonNode get(String path) throws Exception {
        return json.readTree(send(request(path)).body());
    }

    private HttpRequest.Builder request(String path) {
        var login = Base64.getEncoder().encodeToString("nhap:mot hai ba bon nam".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + login)
                .timeout(START);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Process start() throws Exception {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "vn.giaoban.GiaoBan",
                        "--server.port=" + port,
                        "--giaoban.demo=false",
                        "--giaoban.data=" + place.resolve("data"),
                        "--giaoban.setup=" + place.resolve("setup.json"))
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("console.txt").toFile())
                .start();
        children.add(child);
        var until = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < until) {
            try {
                if (send(request("/api/v1/registers")).statusCode() == 200) {
                    return child;
                }
            } catch (IOException notYet) {
                assertThat(child.isAlive())
                        .as("%s", Files.readString(place.resolve("console.txt")))
                        .isTrue();
            }
            Thread.sleep(200);
        }
        throw new AssertionError(Files.readString(place.resolve("console.txt")));
    }
}
