package vn.giaoban.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Verb;

/** The figures API: its shape is a contract, and no address makes it fail. */
@CommittingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresApiTest {

    @Autowired
    Visits visits;

    @Autowired
    Figures figures;

    @Autowired
    Entries entries;

    @Autowired
    Registers registers;

    @Autowired
    UnitEvents events;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    boolean entered;

    @BeforeEach
    void theExample() {
        if (!entered) {
            new ExampleRegisters(entries, registers, events, sql, transactions).enter();
            entered = true;
        }
    }

    MvcTestResult get(String path) {
        var actor = new Actor(
                9, "tinh", Set.of(ExampleRegisters.P), List.of(new Actor.Grant(Verb.SEE_FIGURES, figures.named("P"))));
        return visits.get(actor, "/api/v1/figures/" + path).actual();
    }

    @Test
    void saysTheFiguresOfAUnit() {
        assertThat(
                        get(
                                "PX?from=2024-01-01&until=2024-07-01&indicators=opening,with-units-out,closing,admission-rate&knownAt=2025-01-01T00:00:00Z"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                    {"unit":{"code":"PX","name":"Đảng bộ huyện X"},"from":"2024-01-01","until":"2024-07-01","structure":"as-was",
                     "knownAt":"2025-01-01T00:00:00Z",
                     "figures":[
                      {"code":"opening","kind":"STOCK","value":24,"measure":"member"},
                      {"code":"with-units-out","kind":"FLOW","value":16,"measure":"member"},
                      {"code":"closing","kind":"STOCK","value":9,"measure":"member"},
                      {"code":"admission-rate","kind":"RATIO","value":4.166667,"measure":"percent"}]}
                    """);
    }

    @Test
    void saysOneLinePerChild() {
        assertThat(get("PX/children?from=2024-01-01&until=2024-07-01&indicators=closing"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.children[1].days[0].until")
                .isEqualTo("2024-04-01");
    }

    @Test
    void everyDefaultAnswers() {
        for (var path : List.of("P", "PX", "PA1", "PC1")) {
            for (var structure : List.of("as-was", "as-is", "2024-12-31")) {
                var query = "?from=2024-01-01&until=2024-07-01&structure=" + structure;
                assertThat(get(path + query)).hasStatusOk();
                assertThat(get(path + "/children" + query)).hasStatusOk();
            }
        }
    }

    @Test
    void everyCountedIndicatorOpens() {
        for (var indicator : figures.catalogue().indicators()) {
            var result = get("PX/rows/" + indicator.code() + "?from=2024-01-01&until=2024-07-01");
            assertThat(result.getResponse().getStatus()).as(indicator.code()).isIn(200, 422);
        }
    }

    @Test
    void othersAreNotThere() {
        assertThat(get("Q?from=2024-01-01&until=2024-07-01")).hasStatus(404);
        assertThat(get("TW/children?from=2024-01-01&until=2024-07-01")).hasStatus(404);
        assertThat(get("NOWHERE?from=2024-01-01&until=2024-07-01")).hasStatus(404);
        assertThat(get("Q/rows/members?from=2024-01-01&until=2024-07-01")).hasStatus(404);
        assertThat(get("Q/explain/members?from=2024-01-01&until=2024-07-01&since=2024-01-01"))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?from=2024-01-01",
                "?from=2024-13-01&until=x",
                "?from=2024-07-01&until=2024-01-01",
                "?from=2024-01-01&until=2024-01-01",
                "?from=-999999999-01-01&until=%2B999999999-12-31",
                "?from=0001-01-01&until=9999-12-31",
                "?from=2024-01-01&until=2024-07-01&structure=2024-01-01",
                "?from=2024-01-01&until=2024-07-01&structure=%2B999999999-12-31",
                "?from=2024-01-01&until=2024-07-01&structure='",
                "?from=2024-01-01&until=2024-07-01&knownAt=yesterday",
                "?from=2024-01-01&until=2024-07-01&knownAt=%2B1000000000-12-31T23:59:59.999999999Z",
                "?from=2024-01-01&until=2024-07-01&indicators=members,';drop",
                "?from=2024-01-01&until=2024-07-01&by=nothing",
                "?from=2024-01-01&until=2024-07-01&hierarchy=2",
                "?from=2023-01-01&until=2024-07-01",
                "?from=2024-01-01&until=2024-07-01&area=former"
            })
    void whatIsWrongIsRefused(String query) {
        assertThat(get("P" + query)).hasStatus(422).hasContentTypeCompatibleWith("application/problem+json");
        assertThat(get("P/children" + query)).hasStatus(422);
    }

    @Test
    void wrongPagesAndDaysAreRefused() {
        var period = "?from=2024-01-01&until=2024-07-01";
        for (var page : List.of("0", "-1", "x", "99999999999")) {
            assertThat(get("P/rows/members" + period + "&page=" + page)).hasStatus(422);
        }
        assertThat(get("P/rows/nothing" + period)).hasStatus(422);
        for (var since : List.of("x", "-999999999-01-01", "2024-12-31", "2022-01-01")) {
            assertThat(get("P/explain/members" + period + "&since=" + since)).hasStatus(422);
        }
        assertThat(get("P/explain/members" + period + "&since=2023-12-31")).hasStatusOk();
    }

    @Test
    void anInstantBeforeEverythingKnowsNoUnit() {
        assertThat(get("P?from=2024-01-01&until=2024-07-01&knownAt=2000-01-01T00:00:00Z"))
                .hasStatus(404);
    }
}
