package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.GiaoBan;
import vn.giaoban.TestDatabase;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Visit;

/** The application on two PostgreSQLs of which one follows the other: who reads where, and what he sees when the replica is behind or dead. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicaTest {

    private static final Duration MOST_BEHIND = Duration.ofSeconds(12);
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final long READER = 7_000;
    private static final String PASSWORD = "mot hai ba bon nam";
    private static final String FIGURES = "/api/v1/figures/VD?from=2024-01-01&until=2024-07-01";

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private Path place = Path.of("never");
    private EmbeddedPostgres primary;
    private StreamingReplica replica;
    private ConfigurableApplicationContext application;

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
        until(() -> inVisit(READER, this::atReplica));
        // and by whoever asked last
        var now = System.nanoTime();
        until(() -> watch().hasAllUntil(now));
    }

    @Test
    @Order(1)
    void onlyVisitsThatReadMayGoThere() {
        assertThat(inVisit(READER, this::atReplica)).isTrue();
        assertThat(reading(this::atReplica)).as("outside of a visit").isFalse();
        assertThat(writing(this::atReplica)).isFalse();
        assertThat(new Visit(READER, false).during(() -> reading(this::atReplica)))
                .isFalse();
        assertThat(new Visit(READER, true).during(() -> writing(this::atReplica)))
                .isFalse();
        assertThat(inVisit(READER, this::atReplica))
                .as("whoever has just seen the primary goes on there")
                .isFalse();
    }

    @Test
    @Order(2)
    void pagesAndFiguresAreReadThereAndThePrimaryIsNotAskedAtAll() throws Exception {
        load("members", "2-members.csv");
        var browser = signedIn("xem");
        var unit = find(page(browser, "/units"), "/units/(\\d+)");
        var period = "?from=2024-01-01&until=2024-07-01";
        for (var address : List.of(
                "/",
                "/units/" + unit,
                "/units/" + unit + "/history",
                "/figures/" + unit + period,
                "/figures/" + unit + "/children" + period,
                "/figures/" + unit + "/breakdown?indicator=members&by=sex&from=2024-01-01&until=2024-07-01",
                "/reports/" + unit,
                "/checks/" + unit)) {
            theReplicaHasAllOf(browser);
            var there = readings("replica");
            var here = readings("primary");
            page(browser, address);
            assertThat(readings("replica")).as(address).isGreaterThan(there);
            assertThat(readings("primary")).as(address).isEqualTo(here);
        }
        var instant = known(get("nhap", FIGURES));
        theReplicaHasAllOf(browser);
        var there = readings("replica");
        page(browser, "/figures/" + unit + period + "&known=" + instant);
        assertThat(readings("replica"))
                .as("an instant of one's own is asked of the primary")
                .isEqualTo(there);
        page(browser, "/members?unit=" + unit);
        assertThat(primary()
                        .sql("select count(*) from audit.read where what like 'membership.list%'")
                        .query(Long.class)
                        .single())
                .as("a list is read there and its reading recorded here")
                .isPositive();
    }

    @Test
    @Order(3)
    void whoWroteSeesItWhileTheReplicaStandsStillAndOthersAreGivenTheOlderState() throws Exception {
        var before = get("xem", FIGURES);
        assertThat(get("nhap", FIGURES)).isEqualTo(before);
        until(() -> watch().hasAllUntil(System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(200)));
        replica.pause();
        load("movements", "3-movements.csv");
        var there = readings("replica");
        var mine = get("nhap", FIGURES);
        assertThat(readings("replica")).isEqualTo(there);
        assertThat(mine).isNotEqualTo(before);
        assertThat(known(mine)).isGreaterThan(known(before));

        assertThat(get("xem", FIGURES)).as("another one, within the bound").isEqualTo(before);
        assertThat(readings("replica")).isGreaterThan(there);
        // named by its instant it is complete for everybody
        assertThat(members(get("xem", FIGURES + "&knownAt=" + known(mine)))).isEqualTo(members(mine));
        // and what he has seen once he is not shown as it was before
        assertThat(get("xem", FIGURES)).isEqualTo(mine);

        replica.resume();
        until(() -> {
            var now = readings("replica");
            return members(get("nhap", FIGURES)).equals(members(mine)) && readings("replica") > now;
        });
    }

    @Test
    @Order(4)
    void aReplicaThatIsTooFarBehindIsNotAsked() throws Exception {
        replica.pause();
        primary()
                .sql("create table public.something as select generate_series(1, 1000)")
                .update();
        until(() -> !watch().fit());
        assertThat(watch().behind()).hasValueSatisfying(time -> assertThat(time).isGreaterThan(MOST_BEHIND));
        assertThat(gauge("giaoban.replica.used")).isZero();
        assertThat(gauge("giaoban.replica.behind")).isGreaterThan(MOST_BEHIND.toSeconds());
        var there = readings("replica");
        get("xem", FIGURES);
        assertThat(readings("replica")).isEqualTo(there);
        assertThat(inVisit(READER, this::atReplica)).isFalse();
        var health =
                http.send(HttpRequest.newBuilder(at("/actuator/health")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(health.body()).contains("\"replica\"", "\"used\":false");
        assertThat(http.send(
                                HttpRequest.newBuilder(at("/actuator/health/readiness"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        replica.resume();
        until(() -> watch().fit());
        assertThat(gauge("giaoban.replica.used")).isEqualTo(1);
    }

    @Test
    @Order(5)
    void whatWritesInATransactionThatOnlyReadsFailsOnBoth() {
        var before = count();
        assertThatThrownBy(() -> inVisit(
                        READER,
                        () -> sql().sql("insert into access.notice default values")
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only transaction");
        assertThatThrownBy(() -> reading(() ->
                        sql().sql("insert into access.notice default values").update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only transaction");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void rowPoliciesHoldThere() {
        var all = primary()
                .sql("select count(*) from membership.member")
                .query(Long.class)
                .single();
        assertThat(all).isPositive();
        var register = primary()
                .sql("select distinct register_id from membership.member")
                .query(Short.class)
                .single();
        Supplier<Long> seen = () -> {
            assertThat(atReplica()).isTrue();
            return sql().sql("select count(*) from membership.member")
                    .query(Long.class)
                    .single();
        };
        assertThat(Acting.as(officer(register), () -> inVisit(READER, seen))).isEqualTo(all);
        assertThat(Acting.as(officer((short) (register + 1)), () -> inVisit(READER, seen)))
                .isZero();
        assertThatThrownBy(() -> inVisit(
                        READER,
                        () -> sql().sql("select count(*) from membership.member")
                                .query(Long.class)
                                .single()))
                .as("nobody")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @Order(7)
    void aReplicaThatDiesIsNoticedByNobodyAndUsedAgainWhenItIsBack() throws Exception {
        var figures = get("xem", FIGURES);
        var again = readings("again");
        var waiting = longReading();
        replica.kill();
        assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS))
                .as("begun there, done again here")
                .containsExactly(true, false);
        assertThat(readings("again")).isGreaterThan(again);
        for (var n = 0; n < 5; n++) {
            assertThat(get("xem", FIGURES)).isEqualTo(figures);
        }
        assertThat(watch().fault()).hasValueSatisfying(why -> assertThat(why).contains("does not answer"));
        replica.start();
        until(() -> watch().fit());
        until(() -> inVisit(READER, this::atReplica));
        assertThat(get("xem", FIGURES)).isEqualTo(figures);
    }

    @Test
    @Order(8)
    void whoWaitsForAReplicaThatHasFallenSilentIsAnsweredByThePrimary() throws Exception {
        var figures = get("xem", FIGURES);
        var waiting = longReading();
        replica.signal("STOP");
        var since = System.nanoTime();
        assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS)).containsExactly(true, false);
        assertThat(get("xem", FIGURES)).isEqualTo(figures);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(20));
        replica.signal("CONT");
        until(() -> watch().fit());
    }

    @Test
    @Order(9)
    void aReplicaOfAnotherDatabaseIsNeverRead() throws Exception {
        var other = TestDatabase.create();
        var there = new DatabaseAddress(
                replica.url("giaoban"),
                primary.application().user(),
                primary.application().password());
        try (var mistaken = new ReplicaWatch(other.address(), there, MOST_BEHIND, Duration.ofMillis(100))) {
            until(() -> mistaken.fault().orElse("").contains("another primary"));
            assertThat(mistaken.fit()).isFalse();
        } finally {
            other.drop();
        }
    }

    /** Not undone: the last one. */
    @Test
    @Order(10)
    void whatIsNoReplicaAnyMoreIsNeverRead() throws Exception {
        replica.superuser().sql("select pg_promote()").query((row, n) -> true).single();
        until(() -> !watch().fit());
        assertThat(watch().fault()).hasValueSatisfying(why -> assertThat(why).contains("no replica"));
        get("xem", FIGURES);
        assertThat(inVisit(READER, this::atReplica)).isFalse();
        assertThat(replica.superuser()
                        .sql("select pg_is_in_recovery()")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    /** Where each attempt ran; the first of them has begun when this returns, and sleeps. */
    private CompletableFuture<List<Boolean>> longReading() throws InterruptedException {
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

    private void theReplicaHasAllOf(HttpClient browser) throws Exception {
        page(browser, "/units");
        var now = System.nanoTime();
        until(() -> watch().hasAllUntil(now));
    }

    private static Actor officer(short register) {
        return new Actor(READER, "probe", Set.of(new RegisterId(register)), List.of());
    }

    private long count() {
        return primary()
                .sql("select count(*) from access.notice")
                .query(Long.class)
                .single();
    }

    private String known(String answer) {
        return json.readTree(answer).get("knownAt").asString();
    }

    private String members(String answer) {
        return json.readTree(answer).get("figures").toString();
    }

    private boolean atReplica() {
        return sql().sql("select pg_is_in_recovery()").query(Boolean.class).single();
    }

    private <T> T inVisit(long account, Supplier<T> work) {
        return new Visit(account, true).during(() -> reading(work));
    }

    private <T> T reading(Supplier<T> work) {
        return in(true, work);
    }

    private <T> T writing(Supplier<T> work) {
        return in(false, work);
    }

    private <T> T in(boolean readOnly, Supplier<T> work) {
        var template = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        template.setReadOnly(readOnly);
        return Objects.requireNonNull(template.execute(status -> work.get()));
    }

    private JdbcClient sql() {
        return application.getBean(JdbcClient.class);
    }

    private ReplicaWatch watch() {
        return application.getBean(ReplicaWatch.class);
    }

    private double readings(String outcome) {
        return application
                .getBean(MeterRegistry.class)
                .get("giaoban.replica.readings")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double gauge(String name) {
        return application.getBean(MeterRegistry.class).get(name).gauge().value();
    }

    private JdbcClient primary() {
        return JdbcClient.create(new DriverManagerDataSource(
                primary.url("giaoban"),
                primary.superuser().user(),
                primary.superuser().password()));
    }

    private static void until(Callable<Boolean> reached) throws Exception {
        var last = System.nanoTime() + LONG.toNanos();
        while (!reached.call()) {
            assertThat(System.nanoTime()).as("waited for %s", LONG).isLessThan(last);
            Thread.sleep(150);
        }
    }

    private void load(String kind, String file) throws Exception {
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

    private HttpClient signedIn(String login) throws Exception {
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

    private String page(HttpClient browser, String path) throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(at(path)).timeout(LONG).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String find(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }

    private URI at(String path) {
        return URI.create(
                "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private String get(String login, String path) throws Exception {
        return text(request(login, path));
    }

    private HttpRequest.Builder request(String login, String path) {
        var pass = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(at(path))
                .header("Authorization", "Basic " + pass)
                .timeout(LONG);
    }

    private String text(HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
