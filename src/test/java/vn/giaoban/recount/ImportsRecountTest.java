package vn.giaoban.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.Visits;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Verb;

/**
 * As a stranger would judge the project: random histories through the import API, file by file, in every form a file may have, and every
 * figure of the API against the recount, known at the instants that the imports name.
 */
@CommittingTest(freshForEachMethod = true)
class ImportsRecountTest {

    private static final Set<RegisterId> REGISTERS = Set.of(RegisterId.of(1), RegisterId.of(2));

    @Autowired
    Entries entries;

    @Autowired
    Registers registers;

    @Autowired
    Organisation organisation;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    /** Two, or with {@code -Drecount.imports=100-120} more. */
    static LongStream seeds() {
        var range = System.getProperty("recount.imports", "31-32").split("-");
        return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[1]));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFigure(long seed) {
        var told = RandomHistory.of(seed, seed % 2 == 0, 45, true);
        var refused = new ArrayList<String>();
        var imported = imported(told, refused, new Random(seed));
        var differences = new Differences(imported, new HttpAnswers(http, Visits.as(sender())));
        differences.write("imports-" + seed);
        differences.ask(new Random(seed), 5, 12);
        assertThat(differences.found().stream().limit(40)).isEmpty();
        assertThat(refused).isEmpty();
        assertThat(differences.compared()).isGreaterThan(500);
    }

    /** What was recorded, each file at the instant that its import names; up to the first that was refused. */
    private History imported(History told, List<String> refused, Random random) {
        clock.set(told.batches().get(0).at().minusSeconds(5));
        for (var register : told.registers()) {
            Acting.as(
                    Loading.system(),
                    () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        var id = registers.next();
                        var entry = entries.begin(Loading.system(), Set.<RegisterId>of(id), "test", null);
                        registers.create(entry, id, register.code(), "Sổ " + register.code(), register.firstDay());
                    }));
        }
        var recorded = new History(told.registers(), List.of());
        for (var batch : told.batches()) {
            clock.set(batch.at());
            var ended = imported(batch, random);
            if (!"DONE".equals(ended.path("state").asString(""))) {
                refused.add(batch + " " + ended);
                return recorded;
            }
            recorded =
                    recorded.plus(batch.at(Instant.parse(ended.get("recordedAt").asString())));
        }
        return recorded;
    }

    /** Who may do and see everything under the provinces, by right and not by rank; before they are there, the system. */
    private Actor sender() {
        if (organisation.named("P2").isEmpty()) {
            return Loading.system();
        }
        var succession = organisation.succession(entries.latest());
        var today = LocalDate.ofInstant(clock.instant(), Days.ZONE);
        var grants = new ArrayList<Actor.Grant>();
        for (var root : List.of("P1", "P2", "CENTRE")) {
            organisation
                    .named(root)
                    .ifPresent(unit -> List.of(Verb.values()).forEach(verb -> {
                        grants.add(new Actor.Grant(verb, unit));
                        grants.add(new Actor.Grant(verb, succession.standsFor(unit, today)));
                    }));
        }
        return new Actor(7, "nhap", REGISTERS, grants);
    }

    private JsonNode imported(History.Batch batch, Random random) {
        var sender = Visits.as(sender());
        var file = Sheet.of(batch, random).bytes(random);
        var preview = body(http.post()
                .uri("/api/v1/imports/{kind}", batch.file().code())
                .multipart()
                .file(new MockMultipartFile("file", "tep", null, file))
                .header("X-Register", batch.register())
                .with(sender)
                .exchange());
        if (!preview.has("errors") || !preview.get("errors").isEmpty()) {
            return preview;
        }
        var address = "/api/v1/imports/" + preview.get("id").asLong();
        assertThat(http.post().uri(address + "/confirm").with(sender).exchange())
                .hasStatus(202);
        for (var waited = 0; waited < 4_000; waited++) {
            var state = body(http.get().uri(address).with(sender).exchange());
            if (!state.get("state").asString().equals("RUNNING")) {
                return state;
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("does not end: " + batch);
    }

    private static JsonNode body(MvcTestResult answer) {
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }
}
