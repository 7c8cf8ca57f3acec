package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.Visits;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Verb;

/** A province with nothing but its root, and somebody who may import into it through HTTP. */
@Lazy
@Component
public class ImportFixture {

    public static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MockMvcTester http;
    private final Entries entries;
    private final Registers registers;
    private final UnitEvents events;
    private final Organisation organisation;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final JsonMapper json = JsonMapper.shared();

    ImportFixture(
            MockMvcTester http,
            Entries entries,
            Registers registers,
            UnitEvents events,
            Organisation organisation,
            JdbcClient sql,
            PlatformTransactionManager transactions) {
        this.http = http;
        this.entries = entries;
        this.registers = registers;
        this.events = events;
        this.organisation = organisation;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes the register and its root, both with this code; gives who may import into it. */
    public Actor province(int number, String code) {
        var register = RegisterId.of(number);
        var system = Actor.system(Set.of(register));
        Acting.as(
                system,
                () -> transaction.executeWithoutResult(status -> {
                    var entry = entries.begin(system, Set.of(register), "test", null);
                    registers.create(entry, register, code, "Đảng bộ tỉnh " + code, FIRST);
                    events.apply(
                            system,
                            Plan.of(UnitEvent.open(
                                    register,
                                    LocalDate.of(2000, 1, 1),
                                    NewUnit.of(code, "Đảng bộ tỉnh " + code, "dang-bo-tinh", null))));
                }));
        var root = organisation.named(code).orElseThrow();
        return new Actor(
                100 + number,
                "nhap." + code,
                Set.of(register),
                List.of(
                        new Actor.Grant(Verb.KEEP_REGISTER, root),
                        new Actor.Grant(Verb.CHANGE_STRUCTURE, root),
                        new Actor.Grant(Verb.SEE_PERSONS, root),
                        new Actor.Grant(Verb.SEE_FIGURES, root)));
    }

    public MvcTestResult post(Actor by, String register, String kind, byte[] content) {
        return http.post()
                .uri("/api/v1/imports/{kind}", kind)
                .multipart()
                .file(new MockMultipartFile("file", "tep.csv", null, content))
                .header("X-Register", register)
                .with(Visits.as(by))
                .exchange();
    }

    public JsonNode preview(Actor by, String register, String kind, String csv) {
        var answer = post(by, register, kind, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasStatus(201);
        return body(answer);
    }

    public MvcTestResult confirm(Actor by, long id) {
        return http.post()
                .uri("/api/v1/imports/{id}/confirm", id)
                .with(Visits.as(by))
                .exchange();
    }

    public JsonNode state(Actor by, long id) {
        var answer =
                http.get().uri("/api/v1/imports/{id}", id).with(Visits.as(by)).exchange();
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    /** Waits until it no longer runs. */
    public JsonNode ended(Actor by, long id) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var state = state(by, id);
            if (!state.get("state").asString().equals("RUNNING")) {
                return state;
            }
            sleep();
        }
        throw new AssertionError("import " + id + " does not end");
    }

    /** All the way, without a fault. @return the instant at which all of it is known */
    public Instant load(Actor by, String register, String kind, String csv) {
        var preview = preview(by, register, kind, csv);
        assertThat(preview.get("errors")).as("%s", preview.get("errors")).isEmpty();
        assertThat(preview.get("state").asString()).isEqualTo("PREVIEWED");
        var id = preview.get("id").asLong();
        assertThat(confirm(by, id)).hasStatus(202);
        var ended = ended(by, id);
        assertThat(ended.get("state").asString()).as("%s", ended).isEqualTo("DONE");
        return Instant.parse(ended.get("recordedAt").asString());
    }

    public static String example(String file) {
        try (var stream = ImportFixture.class.getResourceAsStream("/import-example/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many belong under a unit at the end of a day, as known at an instant. */
    public int members(Actor by, String unit, LocalDate day, Instant known) {
        return Acting.as(
                by,
                () -> Objects.requireNonNull(transaction.execute(status -> sql.sql("""
                        select count(distinct (b.register_id, b.member_id))::int
                          from membership_api.belonging_on(:day, :known) b
                          join organisation_api.stands_under u on u.unit_id = b.unit_id
                          join organisation_api.unit a on a.unit_id = u.ancestor_id
                         where a.code = :unit and u.hierarchy_id = 1
                           and u.from_day <= :day and :day < u.until_day
                           and u.recorded_at <= :known and :known < u.superseded_at
                        """)
                        .param("day", day)
                        .param("known", Timestamp.from(known))
                        .param("unit", unit)
                        .query(Integer.class)
                        .single())));
    }

    public JsonNode body(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
