package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.CommittingTest;
import vn.giaoban.access.AccessFixture;
import vn.giaoban.importing.sheet.RawWorkbook;

/** Files that are far too large, or are small and would be, sent to the real server as a browser and a script send them. */
@CommittingTest
@Timeout(120)
class LargeUploadsTest {

    private static final long LARGE = 200L * 1024 * 1024;
    private static final String BOUNDARY = "----giaoban-test";
    private static final Pattern KEY = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String TOO_LARGE = "Tệp gửi lên vượt quá dung lượng cho phép";

    @Autowired
    AccessFixture fixture;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeEach
    void anOfficer() throws Exception {
        if (sql.sql("select count(*) from access.account").query(Integer.class).single() == 0) {
            fixture.twoProvinces();
            fixture.account("can.bo", "provincial-organisation-officer", "P1");
        }
        var key = key("/login");
        var signedIn = post(
                "/login",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString(
                        "_csrf=" + encoded(key) + "&username=can.bo&password=" + encoded(AccessFixture.PASSWORD)));
        assertThat(signedIn.statusCode()).isEqualTo(302);
    }

    @Test
    void aSpreadsheetOf200MegabytesIsRefusedOnThePage() throws Exception {
        for (var length : new boolean[] {true, false}) {
            var answer = upload(
                    "/imports",
                    List.of("_csrf", key("/imports/new"), "kind", "members", "register", "P1"),
                    spaces(),
                    LARGE,
                    length);
            assertThat(answer.body()).as("%s", answer).contains(TOO_LARGE);
            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void aSpreadsheetOf200MegabytesIsAProblemOfTheInterface() throws Exception {
        for (var length : new boolean[] {true, false}) {
            var answer = upload("/api/v1/imports/members", List.of(), spaces(), LARGE, length);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.body()).contains("\"code\":\"ui.too-large\"", TOO_LARGE);
        }
    }

    @Test
    void aDecisionOf200MegabytesIsRefusedOnThePage() throws Exception {
        var event = sql.sql(
                        "select min(event_id) from organisation.event where register_id = (select register_id from record.register where code = 'P1')")
                .query(Long.class)
                .single();
        var answer =
                upload("/events/" + event + "/files", List.of("_csrf", key("/imports/new")), spaces(), LARGE, true);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains(TOO_LARGE);
        // what the server takes in and a decision may not have is said beside the field
        answer = upload(
                "/events/" + event + "/files",
                List.of("_csrf", key("/imports/new")),
                new ByteArrayInputStream(new byte[11 * 1024 * 1024]),
                11 * 1024 * 1024,
                true);
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void aSmallWorkbookWithAHugeSheetIsRefused() throws Exception {
        var sheet = new byte[300 * 1024 * 1024];
        Arrays.fill(sheet, (byte) ' ');
        var bomb = new RawWorkbook().part("xl/worksheets/sheet1.xml", sheet).bytes();
        assertThat(bomb.length).isLessThan(1024 * 1024);
        var page = upload(
                "/imports",
                List.of("_csrf", key("/imports/new"), "kind", "members", "register", "P1"),
                new ByteArrayInputStream(bomb),
                bomb.length,
                true);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("<option value=\"P1\" selected").contains("alert-danger");
        var problem = upload("/api/v1/imports/members", List.of(), new ByteArrayInputStream(bomb), bomb.length, true);
        assertThat(problem.statusCode()).isEqualTo(422);
        assertThat(problem.body()).contains("file-bomb");
    }

    @Test
    void manyAtOnceNeitherFillTheMemoryNorStopTheServer() throws Exception {
        var senders = java.util.stream.IntStream.range(0, 8)
                .mapToObj(n -> browser.sendAsync(
                        request("/api/v1/imports/members", List.of(), spaces(), LARGE, n % 2 == 0),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();
        for (var sender : senders) {
            assertThat(sender.get().statusCode()).isEqualTo(413);
        }
        assertThat(browser.send(
                                HttpRequest.newBuilder(at("/imports/new")).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> upload(
            String path, List<String> fields, InputStream content, long bytes, boolean length) throws Exception {
        return browser.send(request(path, fields, content, bytes, length), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, List<String> fields, InputStream content, long bytes, boolean length) {
        var head = new StringBuilder();
        for (var n = 0; n < fields.size(); n += 2) {
            head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, fields.get(n), fields.get(n + 1)));
        }
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tep.xlsx\"\r\n\r\n"
                .formatted(BOUNDARY));
        var before = head.toString().getBytes(StandardCharsets.UTF_8);
        var after = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        BodyPublisher body = BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(before), content, new ByteArrayInputStream(after)))));
        var request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(length ? BodyPublishers.fromPublisher(body, before.length + bytes + after.length) : body);
        if (path.startsWith("/api")) {
            request.header("X-Register", "P1")
                    .header(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(("can.bo:" + AccessFixture.PASSWORD)
                                                    .getBytes(StandardCharsets.UTF_8)));
        }
        return request.build();
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String key(String path) throws Exception {
        var page = browser.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
        var key = KEY.matcher(page.body());
        assertThat(key.find()).as(page.body()).isTrue();
        return key.group(1);
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Nothing but spaces, never kept anywhere. */
    private static InputStream spaces() {
        return new InputStream() {
            private long left = LARGE;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (left <= 0) {
                    return -1;
                }
                var count = (int) Math.min(most, left);
                Arrays.fill(into, from, from + count, (byte) ' ');
                left -= count;
                return count;
            }
        };
    }
}
