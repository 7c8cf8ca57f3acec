package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.GiaoBan;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Visit;

/** The application on two PostgreSQLs of which one follows the other by streaming, and a province entered over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoServers {

    static final Duration MOST_BEHIND = Duration.ofSeconds(12);
    static final Duration LONG = Duration.ofSeconds(40);
    static final long READER = 7_000;
    static final String PASSWORD = "mot hai ba bon nam";
    static final String FIGURES = "/api/v1/figures/VD?from=2024-01-01&until=2024-07-01";

    final JsonMapper json = JsonMapper.shared();
    final HttpClient http = HttpClient.newHttpClient();
    Path place = Path.of("never");
    EmbeddedPostgres primary;
    StreamingReplica replica;
    ConfigurableApplicationContext application;

    @BeforeAll
    void twoServers() throws Exception {
        place = Files.createTempDirectory("giaoban-replica");
        Files.writeString(place.resolve("setup.json"), """
                {"registers":[{"code":"VD","name":"Đảng bộ tỉnh Ví Dụ","kind":"dang-bo-tinh","from":"2024-01-01"}],
                 "accounts":[{"login":"quan.tri","name":"Một","password":"PASSWORD","role":"administrator"},
                             {"login":"quan.tri2","name":"Hai","password":"PASSWORD","role":"administrator"},
                             {"login":"nhap","name":"Ba","password":"PASSWORD","role":"provincial-organisation-officer","unit":"VD"},
                             {"login":"xem","name":"Bốn","password":"PASSWORD","role":"provincial-organisation-officer","unit":"VD"}]}
                """.replace("PASSWORD", PASSWORD));
        primary = EmbeddedPostgres.start(
                place.resolve("primary"), Path.of("target", "postgres"), Map.of("fsync", "off", "autovacuum", "off"));
        replica = StreamingReplica.of(primary, place.resolve("primary/cluster-18"), place.resolve("replica"));
        var address = primary.application();
        application = new SpringApplicationBuilder(GiaoBan.class)
                .properties("spring.main.banner-mode=off")
                .run(
                        "--giaoban.database.url=" + address.url(),
                        "--giaoban.database.user=" + address.user(),
                        "--giaoban.database.password=" + address.password(),
                        "--giaoban.replica.url=" + replica.url("giaoban"),
                        "--giaoban.replica.look-every=100ms",
                        "--giaoban.replica.most-behind=" + MOST_BEHIND.toSeconds() + "s",
                        "--giaoban.data=" + place.resolve("keys"),
                        "--giaoban.demo=false",
                        "--giaoban.setup=" + place.resolve("setup.json"),
                        "--giaoban.audit.seal-first=PT1000H",
                        "--giaoban.password-strength=4",
                        "--server.port=0");
        load("units", "1-units.csv");
        load("members", "2-members.csv");
    }

    @AfterAll
    void nothingIsLeft() throws Exception {
        application.close();
        replica.close();
        primary.close();
        FileSystemUtils.deleteRecursively(place);
    }

    @BeforeEach
    void theReplicaIsUsed() throws Exception {
        replica.resume();
        until(() -> inVisit(READER, this::atReplica));
        // and by whoever asked last
        var now = System.nanoTime();
        until(() -> watch().hasAllUntil(now));
    }

    /** Where each attempt ran; the first of them has begun when this returns, and sleeps. */
    CompletableFuture<List<Boolean>> longReading() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var places = new CopyOnWriteArrayList<Boolean>();
        var answer = CompletableFuture.supplyAsync(() -> inVisit(READER, () -> {
            places.add(atReplica());
            begun.countDown();
            sql().sql("select pg_sleep(case when pg_is_in_recovery() then 600 else 0 end)")
                    .query((row, n) -> true)
                    .single();
            return List.copyOf(places);
        }));
        assertThat(begun.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Thread.sleep(200);
        return answer;
    }

    void theReplicaHasAllOf(HttpClient browser) throws Exception {
        page(browser, "/units");
        var now = System.nanoTime();
        until(() -> watch().hasAllUntil(now));
    }

    static Actor officer(short register) {
        return new Actor(READER, "probe", Set.of(new RegisterId(register)), List.of());
    }

    long count() {
        return primary()
                .sql("select count(*) from access.notice")
                .query(Long.class)
                .single();
    }

    String known(String answer) {
        return json.readTree(answer).get("knownAt").asString();
    }

    String members(String answer) {
        return json.readTree(answer).get("figures").toString();
    }

    boolean atReplica() {
        return sql().sql("select pg_is_in_recovery()").query(Boolean.class).single();
    }

    <T> T inVisit(long account, Supplier<T> work) {
        return new Visit(account, true).during(() -> reading(work));
    }

    <T> T reading(Supplier<T> work) {
        return in(true, work);
    }

    <T> T writing(Supplier<T> work) {
        return in(false, work);
    }

    <T> T in(boolean readOnly, Supplier<T> work) {
        var template = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        template.setReadOnly(readOnly);
        return Objects.requireNonNull(template.execute(status -> work.get()));
    }

    JdbcClient sql() {
        return application.getBean(JdbcClient.class);
    }

    ReplicaWatch watch() {
        return application.getBean(ReplicaWatch.class);
    }

    double readings(String outcome) {
        return application
                .getBean(MeterRegistry.class)
                .get("giaoban.replica.readings")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    double gauge(String name) {
        return application.getBean(MeterRegistry.class).get(name).gauge().value();
    }

    JdbcClient primary() {
        return JdbcClient.create(new DriverManagerDataSource(
                primary.url("giaoban"),
                primary.superuser().user(),
                primary.superuser().password()));
    }

    static void until(Callable<Boolean> reached) throws Exception {
        var last = System.nanoTime() + LONG.toNanos();
        while (!reached.call()) {
            assertThat(System.nanoTime()).as("waited for %s", LONG).isLessThan(last);
            Thread.sleep(150);
        }
    }

    void load(String kind, String file) throws Exception {
        var csv = new String(
                Objects.requireNonNull(ReplicaTest.class.getResourceAsStream("/import-example/" + file))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"u.csv\"\r\n\r\n" + csv
                + "\r\n--x--\r\n";
        var sent = json.readTree(text(request("nhap", "/api/v1/imports/" + kind)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("X-Register", "VD")
                .POST(BodyPublishers.ofString(body))));
        assertThat(sent.get("errors")).as("%s", sent).isEmpty();
        var job = "/api/v1/imports/" + sent.get("id").asLong();
        text(request("nhap", job + "/confirm").POST(BodyPublishers.noBody()));
        JsonNode state;
        do {
            Thread.sleep(100);
            state = json.readTree(get("nhap", job));
        } while (state.get("state").asString().equals("RUNNING"));
        assertThat(state.get("state").asString()).as("%s", state).isEqualTo("DONE");
    }

    HttpClient signedIn(String login) throws Exception {
        var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var key = find(page(browser, "/login"), "name=\"_csrf\" value=\"([^\"]+)\"");
        var form = "username=" + login + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                + key;
        var answer = browser.send(
                HttpRequest.newBuilder(at("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.uri().getPath()).isEqualTo("/");
        return browser;
    }

    String page(HttpClient browser, String path) throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(at(path)).timeout(LONG).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    static String find(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }

    URI at(String path) {
        return URI.create(
                "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    String get(String login, String path) throws Exception {
        return text(request(login, path));
    }

    HttpRequest.Builder request(String login, String path) {
        var pass = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(at(path))
                .header("Authorization", "Basic " + pass)
                .timeout(LONG);
    }

    String text(HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
