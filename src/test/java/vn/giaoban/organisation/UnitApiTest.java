package vn.giaoban.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Other names, terms and posts, as a program enters and reads them. */
@CommittingTest(freshForEachMethod = true)
@ExtendWith(ActingAsSystem.class)
class UnitApiTest {

    private static final String PX = "/api/v1/units/PX";

    @Autowired
    Visits visits;

    @Autowired
    Officers officers;

    @Autowired
    TwoProvinces provinces;

    @Autowired
    Organisation organisation;

    @Autowired
    Hierarchies hierarchies;

    private Actor officer = new Actor(0, "nobody", Set.of(), List.of());
    private Actor stranger = officer;

    @BeforeEach
    void aSmallTree() {
        provinces.enter();
        officer = officers.over("P", Verb.CHANGE_STRUCTURE, Verb.SEE_PERSONS);
        stranger = officers.named(8, "stranger", "PY", Verb.CHANGE_STRUCTURE);
    }

    @Test
    void anAliasIsEnteredFoundAndWithdrawn() {
        var asked = "{\"name\":\"Huyện Cũ\",\"from\":\"1990-01-01\",\"until\":\"2001-01-01\"}";
        assertThat(post(stranger, PX + "/aliases", asked)).hasStatus(404);
        var recorded = body(post(officer, PX + "/aliases", asked), 201);
        assertThat(recorded.get("recordedAt").asString()).isNotBlank();
        assertThat(post(officer, PX + "/aliases", asked)).hasStatus(409);
        assertThat(post(officer, PX + "/aliases", "{}")).hasStatus(422);
        assertThat(post(officer, "/api/v1/units/NONE/aliases", asked)).hasStatus(404);

        var all = get(stranger, PX + "/aliases");
        assertThat(all).hasSize(1);
        assertThat(all.get(0).get("name").asString()).isEqualTo("Huyện Cũ");
        assertThat(all.get(0).get("until").asString()).isEqualTo("2001-01-01");
        var one = PX + "/aliases/" + all.get(0).get("id").asLong() + "/withdraw";
        assertThat(post(stranger, one, "{}")).hasStatus(404);
        body(post(officer, one, "{}"), 200);
        assertThat(post(officer, one, "{}")).hasStatus(404);
        assertThat(get(officer, PX + "/aliases")).isEmpty();
    }

    @Test
    void aTermIsEnteredCorrectedAndWithdrawn() {
        body(post(officer, PX + "/terms", "{\"name\":\"Nhiệm kỳ 2020\",\"from\":\"2020-06-01\"}"), 201);
        assertThat(post(officer, PX + "/terms", "{\"name\":\"Khác\",\"from\":\"2021-06-01\"}"))
                .hasStatus(409);
        assertThat(post(officer, PX + "/terms", "{\"name\":\"Không ngày\"}")).hasStatus(422);
        assertThat(post(officer, PX + "/terms", "{\"name\":\"Sớm\",\"from\":\"1990-06-01\"}"))
                .hasStatus(422);
        var term = get(officer, PX + "/terms").get(0);
        assertThat(term.get("until").isNull()).isTrue();
        var one = PX + "/terms/" + term.get("id").asLong();
        body(
                post(
                        officer,
                        one,
                        "{\"name\":\"Nhiệm kỳ 2020–2025\",\"from\":\"2020-06-01\",\"until\":\"2025-06-01\"}"),
                200);
        var corrected = get(stranger, PX + "/terms");
        assertThat(corrected).hasSize(1);
        assertThat(corrected.get(0).get("name").asString()).isEqualTo("Nhiệm kỳ 2020–2025");
        assertThat(post(stranger, one, "{\"name\":\"x\",\"from\":\"2020-06-01\"}"))
                .hasStatus(404);
        body(post(officer, PX + "/terms/" + corrected.get(0).get("id").asLong() + "/withdraw", "{}"), 200);
        assertThat(get(officer, PX + "/terms")).isEmpty();
    }

    @Test
    void aPostIsHeldAndEndsAndItsHolderIsNamedToWhoMaySeePersons() {
        var asked =
                "{\"post\":\"pho-bi-thu\",\"name\":\"Người Ngoài Sổ\",\"from\":\"2024-01-01\",\"decisionNo\":\"7-QĐ\"}";
        assertThat(post(stranger, PX + "/posts", asked)).hasStatus(404);
        body(post(officer, PX + "/posts", asked), 201);
        for (var wrong : List.of(
                "{\"post\":\"vua\",\"name\":\"Ai\",\"from\":\"2024-01-01\"}",
                "{\"post\":\"pho-bi-thu\",\"from\":\"2024-01-01\"}",
                "{\"post\":\"pho-bi-thu\",\"name\":\"Ai\"}",
                "{\"post\":\"pho-bi-thu\",\"name\":\"Ai\",\"member\":\"2-1\",\"from\":\"2024-01-01\"}",
                "{\"post\":\"pho-bi-thu\",\"member\":\"2-987654\",\"from\":\"2024-01-01\"}",
                "{\"post\":\"pho-bi-thu\",\"member\":\"99999-1\",\"from\":\"2024-01-01\"}",
                "{\"post\":\"truong-thon\",\"name\":\"Ai\",\"village\":\"Thôn Không Có\",\"from\":\"2024-01-01\"}",
                "{\"post\":\"pho-bi-thu\",\"name\":\"Ai\",\"from\":\"2024-01-01\",\"until\":\"2023-01-01\"}")) {
            assertThat(post(officer, PX + "/posts", wrong)).as(wrong).hasStatus(422);
        }
        var held = get(officer, PX + "/posts");
        assertThat(held).hasSize(1);
        assertThat(held.get(0).get("holder").get("name").asString()).isEqualTo("Người Ngoài Sổ");
        assertThat(get(stranger, PX + "/posts").get(0).get("holder").isNull()).isTrue();

        var of = held.get(0).get("register").asInt() + "/"
                + held.get(0).get("id").asLong();
        assertThat(post(stranger, PX + "/posts/" + of + "/end", "{\"until\":\"2024-03-01\"}"))
                .hasStatus(404);
        assertThat(post(officer, "/api/v1/units/PY/posts/" + of + "/end", "{\"until\":\"2024-03-01\"}"))
                .hasStatus(404);
        assertThat(post(officer, PX + "/posts/" + of + "/end", "{}")).hasStatus(422);
        body(post(officer, PX + "/posts/" + of + "/end", "{\"until\":\"2024-03-01\"}"), 200);
        assertThat(get(officer, PX + "/posts").get(0).get("until").asString()).isEqualTo("2024-03-01");
    }

    @Test
    void whoChangesOneProvinceBeginsNoHierarchyOfAll() {
        var asked = "{\"code\":\"khoi\",\"name\":\"Theo khối\"}";
        assertThat(post(officer, "/api/v1/hierarchies", asked)).hasStatus(403);
        assertThat(hierarchies.find("khoi")).isEmpty();
        var centre = officers.named(9, "centre", "TW", Verb.CHANGE_STRUCTURE);
        assertThat(post(centre, "/api/v1/hierarchies", asked)).hasStatus(201);
        // in it, everybody places what is theirs, under what is theirs
        var places = "/api/v1/hierarchies/khoi/places";
        assertThat(post(officer, places, "[{\"unit\":\"PB\",\"parent\":\"PY\",\"from\":\"2024-01-01\"}]"))
                .hasStatus(201);
        for (var wrong : List.of(
                "[{\"unit\":\"QB\",\"parent\":\"PY\",\"from\":\"2024-01-01\"}]",
                "[{\"unit\":\"PB\",\"parent\":\"QY\",\"from\":\"2024-01-01\"}]",
                "[{\"unit\":\"NONE\",\"parent\":\"PY\",\"from\":\"2024-01-01\"}]")) {
            assertThat(post(officer, places, wrong)).as(wrong).hasStatus(404);
        }
    }

    @Test
    void theDescriptionNamesEveryAddress() {
        var described = visits.get(officer, "/v3/api-docs").actual();
        assertThat(described)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "/api/v1/units/{code}/aliases",
                        "/api/v1/units/{code}/aliases/{alias}/withdraw",
                        "/api/v1/units/{code}/terms/{term}",
                        "/api/v1/units/{code}/posts",
                        "/api/v1/units/{code}/posts/{register}/{holding}/end");
    }

    private JsonNode get(Actor by, String path) {
        return body(visits.get(by, path + "?on=2024-03-19").actual(), 200);
    }

    private MvcTestResult post(Actor by, String path, String json) {
        return visits.postJson(by, path + "?on=2024-03-19", json).actual();
    }

    private static JsonNode body(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status);
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }
}
