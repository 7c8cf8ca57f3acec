package vn.giaoban.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.giaoban.CommittingTest;
import vn.giaoban.access.AccessFixture;
import vn.giaoban.access.Account;

/**
 * The doors that no controller of ours opens: those of the operator's machines. Which there are, who gets in, and that nothing behind them
 * tells of a person.
 */
@CommittingTest
class OperatorsDoorsTest {

    private static final String HEALTH = "/actuator/health";
    private static final String METRICS = "/actuator/prometheus";

    /** Everything a number may be told apart by. None of it is typed by anybody. */
    private static final Set<String> LABELS = Set.of(
            "action",
            "application",
            "area",
            "cause",
            "code_function",
            "code_namespace",
            "compiler",
            "error",
            "exception",
            "gc",
            "id",
            "kind",
            "le",
            "level",
            "main_application_class",
            "method",
            "name",
            "outcome",
            "path",
            "pool",
            "quantile",
            "runtime",
            "state",
            "status",
            "uri",
            "vendor",
            "version");

    /** Where a request met no door of a pattern. */
    private static final Set<String> NO_PATTERN = Set.of("UNKNOWN", "REDIRECTION", "NOT_FOUND", "root", "/**");

    private static final Pattern LABEL = Pattern.compile("[{,](\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Autowired
    ApplicationContext beans;

    @Autowired
    AllDoors doors;

    @Autowired
    AccessFixture fixture;

    @Autowired
    MockMvcTester http;

    @BeforeEach
    void people() {
        if (accounts == null) {
            fixture.twoProvinces();
            accounts = List.of(
                    fixture.account("quan.tri.vien", "administrator", "P1"),
                    fixture.account("can.bo.tinh", "provincial-organisation-officer", "P1"));
        }
    }

    private static @org.jspecify.annotations.Nullable List<Account> accounts;

    @Test
    void theseAndNoOtherAreOpen() {
        var ours = doors.all().stream().map(Door::pattern).collect(Collectors.toSet());
        var others = beans.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> !entry.getValue().getBeanType().getName().startsWith("vn.giaoban."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(pattern -> !ours.contains(pattern))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others)
                .containsExactlyInAnyOrder(HEALTH, HEALTH + "/**", METRICS, "/v3/api-docs", "/v3/api-docs.yaml");
    }

    @Test
    void everybodyMayKnowThatItRunsAndNothingMore() {
        for (var path : List.of(HEALTH, HEALTH + "/liveness", HEALTH + "/readiness")) {
            var answer = http.get().uri(path).with(elsewhere()).exchange();
            assertThat(answer).hasStatusOk();
            assertThat(text(answer)).contains("\"status\":\"UP\"").doesNotContain("details", "free", "path", "2026");
            assertThat(text(http.get().uri(path).exchange())).contains("\"status\":\"UP\"");
        }
        assertThat(text(http.get().uri(HEALTH + "/readiness").with(elsewhere()).exchange()))
                .contains("\"db\"", "\"migrations\"", "\"demonstration\"", "\"diskSpace\"");
        assertThat(text(http.get().uri(HEALTH + "/readiness").exchange())).contains("\"free\":", "\"program\":\"2026");
    }

    @Test
    void metricsAreForTheOperatorAlone() {
        assertThat(http.get().uri(METRICS).exchange()).hasStatusOk();
        assertThat(http.get().uri(METRICS).with(elsewhere()).exchange()).hasStatus(401);
        for (var forwarded : List.of("X-Forwarded-For", "Forwarded")) {
            assertThat(http.get().uri(METRICS).header(forwarded, "10.0.0.9").exchange())
                    .hasStatus(401);
        }
        for (var account : accounts()) {
            assertThat(http.get()
                            .uri(METRICS)
                            .with(elsewhere())
                            .with(AccessFixture.as(account))
                            .exchange())
                    .as(account.login())
                    .hasStatus(401);
        }
    }

    @Test
    void nothingElseOfTheActuatorIsThereAndNothingCanBeDone() {
        for (var name : List.of(
                "", "/env", "/heapdump", "/shutdown", "/loggers", "/beans", "/metrics", "/threaddump", "/info")) {
            assertThat(http.get().uri("/actuator" + name).exchange()).as(name).hasStatus(403);
        }
        for (var method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH)) {
            for (var path : List.of(HEALTH, METRICS, "/actuator/shutdown")) {
                assertThat(http.method(method).uri(path).with(csrf()).exchange())
                        .as(method + " " + path)
                        .hasStatus(403);
            }
        }
    }

    /** What people ask for and who they are: in no label, whatever door they knock at. */
    @Test
    void metricsTellOfNoPersonAndOfNoAddress() {
        for (var account : accounts()) {
            for (var door : doors.that(HttpMethod.GET)) {
                var path = door.pattern().replaceAll("\\{[^}]*}", "4711-bi-mat");
                http.get()
                        .uri(path)
                        .queryParam("q", "Nguyễn Thị Bí Mật")
                        .queryParam("name", "079012345678")
                        .with(AccessFixture.as(account))
                        .exchange();
            }
            http.get()
                    .uri("/khong-co/Nguyen-Van-Lo/079012345678")
                    .with(AccessFixture.as(account))
                    .exchange();
            http.get().uri("/actuator/health/Nguyen-Van-Lo").exchange();
            http.get().uri("/assets/app.css").exchange();
            http.get().uri("/assets/Nguyen-Van-Lo.css").exchange();
            http.method(HttpMethod.valueOf("NGUYEN")).uri("/members").exchange();
        }
        var text = text(http.get().uri(METRICS).exchange());
        assertThat(text)
                .contains("uri=\"/members\"", "giaoban_entries_total", "giaoban_reads_total{kind=\"list\"}")
                .contains("giaoban_statements_slow_total", "hikaricp_connections_active", "jvm_memory_used_bytes");
        var patterns = patterns();
        var labels = LABEL.matcher(text).results().toList();
        assertThat(labels).hasSizeGreaterThan(100).allSatisfy(label -> {
            assertThat(LABELS).contains(label.group(1));
            assertThat(label.group(2))
                    .doesNotContainIgnoringCase("nguy", "bi-mat", "079012345678", "quan.tri.vien", "can.bo.tinh");
            if (label.group(1).equals("uri")) {
                assertThat(patterns.contains(label.group(2)) || NO_PATTERN.contains(label.group(2)))
                        .as(label.group(2))
                        .isTrue();
            }
        });
    }

    /** Of every door there is, also of files and of the tests' own pages. */
    private Set<String> patterns() {
        var methods = beans.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream());
        var files = beans.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream());
        return Stream.concat(methods, files).collect(Collectors.toSet());
    }

    private static List<Account> accounts() {
        return java.util.Objects.requireNonNull(accounts);
    }

    private static RequestPostProcessor elsewhere() {
        return request -> {
            request.setRemoteAddr("10.0.0.9");
            return request;
        };
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
