package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.shared.Actor;

/** Statements of docs/import.md and docs/counting.md, each tried over HTTP as a stranger would. */
@CommittingTest(freshForEachMethod = true)
class ContractTest {

    @Autowired
    ImportFixture fixture;

    @Autowired
    MockMvcTester http;

    private Actor by = Actor.system(java.util.Set.of());

    @BeforeEach
    void theExample() {
        by = fixture.province(1, "VD");
        load("units", ImportFixture.example("1-units.csv"));
        load("members", ImportFixture.example("2-members.csv"));
        load("movements", ImportFixture.example("3-movements.csv"));
        load("unit-event-people", ImportFixture.example("4-unit-event-people.csv"));
        load("unit-events", ImportFixture.example("5-unit-events.csv"));
    }

    @Test
    void untilIsExclusiveAndAMissingFigureSaysWhy() {
        assertThat(value("A", "2024-02-09", "2024-02-10", "", "admissions")).isEqualTo("0");
        assertThat(value("A", "2024-02-10", "2024-02-11", "", "admissions")).isEqualTo("1");
        assertThat(value("B2", "2024-06-01", "2024-06-10", "", "members")).isEqualTo("NOT_YET");
        assertThat(value("C1", "2024-06-01", "2024-07-01", "", "members")).isEqualTo("ENDED");
        assertThat(value("C1", "2024-04-01", "2024-07-01", "", "with-units-out"))
                .isEqualTo("5");
        var closed = figures("C1", "from=2024-04-01&until=2024-07-01&structure=as-is");
        assertThat(closed.get("standsFor").get("code").asString()).isEqualTo("A2");
        assertThat(value("C1", "2024-04-01", "2024-07-01", "&structure=as-is&area=former", "members"))
                .isEqualTo(value("A2", "2024-04-01", "2024-07-01", "&structure=as-is", "members"));
    }

    @Test
    void whatCannotBeAskedIsAProblemThatNamesItAll() {
        for (var wrong : new String[] {
            "from=2023-12-01&until=2024-02-01", // before the register begins
            "from=2024-02-01&until=2024-02-01",
            "from=2024-02-01&until=2024-03-01&structure=2024-02-28",
            "from=2024-02-01&until=2024-03-01&structure=als",
            "from=2024-02-01&until=2024-03-01&indicators=members,nothing",
            "from=2024-02-01&until=2024-03-01&by=shoe-size",
            "from=2024-02-01&until=2024-03-01&hierarchy=unheard-of",
            "from=2024-02-30&until=2024-03-01",
            "from=2024-02-01&until=2024-03-01&knownAt=yesterday"
        }) {
            var answer = ask("X", wrong);
            assertThat(answer).as(wrong).hasStatus(422);
            assertThat(answer.getResponse().getContentType()).startsWith("application/problem+json");
            assertThat(fixture.body(answer).get("code").asString()).as(wrong).isNotBlank();
        }
        assertThat(fixture.body(ask("X", "from=2023-12-01&until=2024-02-01")).toString())
                .contains("01/01/2024", "Đảng bộ tỉnh VD");
        assertThat(ask("NOBODY", "from=2024-02-01&until=2024-03-01")).hasStatus(404);
    }

    @Test
    void aRowIsReplacedOnceAndByTheNewestRef() {
        load("movements", "ref,member_ref,kind,day,to_cell,cancels\nv1b,m30,admission,2024-01-09,A1,v1\n");
        assertThat(errors("movements", "ref,cancels\nv1c,v1\n")).containsExactly("2 cancels cancelled-before");
        assertThat(errors("movements", "ref,cancels\nv1c,v99\n")).containsExactly("2 cancels unknown-ref");
        assertThat(errors("movements", "ref,member_ref,kind,day,to_cell\nv1b,m31,admission,2024-01-09,A1\n"))
                .contains("2 ref ref-taken");
        var gone = load("movements", "ref,cancels\nv1c,v1b\n");
        assertThat(value("A", "2024-01-01", "2024-07-01", "&knownAt=" + gone, "admissions"))
                .isEqualTo("1");
    }

    @Test
    void aRowFurtherUpInTheSameFileMayBeReplaced() {
        var known = load("movements", """
                ref,member_ref,kind,day,from_cell,to_cell,cancels
                w1,m2,died,2024-03-05,A1,,
                w2,m2,died,2024-03-06,A1,,w1
                w3,m3,died,2024-03-07,A1,,
                w4,,,,,,w3
                """);
        assertThat(value("A", "2024-03-05", "2024-03-06", "&knownAt=" + known, "died"))
                .isEqualTo("0");
        assertThat(value("A", "2024-03-06", "2024-03-07", "&knownAt=" + known, "died"))
                .isEqualTo("1");
        assertThat(value("A", "2024-03-01", "2024-04-01", "&knownAt=" + known, "died"))
                .isEqualTo("1");
    }

    @Test
    void keysKeepTheirZerosAndTextItsLines() {
        load(
                "members",
                "\uFEFFref;family_and_given_name;birth;sex;ethnicity;cell;degree;opening;residence;cv_number\r\n"
                        + "007;\"Lý Thị  Hai\";1980;Nữ;Nùng;A1;Chính thức;Có;\"Thôn \"\"Trên\"\"\r\nxã A\";000123\r\n"
                        + "7;Lý Văn Ba;02/1980;Nam;Nùng;A1;Dự bị;Có;;\r\n");
        load("movements", "ref,member_ref,kind,day,from_cell\nd007,007,died,2024-05-05,A1\n");
        assertThat(value("A1", "2024-05-01", "2024-06-01", "", "died")).isEqualTo("1");
        assertThat(errors("movements", "ref,member_ref,kind,day,from_cell\nd8,007,died,2024-05-06,A1\n"))
                .hasSize(1);
        load("movements", "ref,member_ref,kind,day,from_cell\nd9,7,died,2024-05-06,A1\n");
    }

    @Test
    void lateRowsInCellsThatClosedSince() {
        // C1 was absorbed by A2: read on
        load(
                "members",
                "ref,family_and_given_name,birth,sex,cell,degree,opening\nl1,Ma Văn Muộn,1970,M,C1,official,yes\n");
        assertThat(value("A2", "2024-01-01", "2024-07-01", "", "with-units-in")).isEqualTo("6");
        // A2 is divided and names a person: a later row must name where its person went
        load("unit-events", """
                ref,kind,day,unit,new_code,new_name,new_kind,principal
                g1,divide,2024-06-20,A2,A3,Chi bộ thôn A3,chi-bo,A3
                g2,divide,2024-06-20,A2,A4,Chi bộ thôn A4,chi-bo,A3
                """);
        load("unit-event-people", "event_ref,member_ref,cell\ng1,l1,A4\n");
        load("members", "ref,family_and_given_name,birth,sex,opening\nl2,Ma Văn Trễ,1971,M,no\n");
        assertThat(errors("movements", "ref,member_ref,kind,day,to_cell\nl2a,l2,admission,2024-06-01,A2\n"))
                .containsExactly("2 then_cell cell-shared-out");
        load("movements", "ref,member_ref,kind,day,to_cell,then_cell\nl2a,l2,admission,2024-06-01,A2,A4\n");
        assertThat(value("A4", "2024-06-01", "2024-07-01", "", "members")).isEqualTo("2");
        assertThat(value("A4", "2024-06-01", "2024-07-01", "", "with-units-in")).isEqualTo("2");
        // in a file before the movement the people file may name him too
        load("members", "ref,family_and_given_name,birth,sex,opening\nl3,Ma Văn Chậm,1972,M,no\n");
        load("unit-event-people", "event_ref,member_ref,cell\ng2,l3,A4\n");
        load("movements", "ref,member_ref,kind,day,to_cell\nl3a,l3,admission,2024-06-01,A2\n");
        assertThat(value("A4", "2024-06-01", "2024-07-01", "", "members")).isEqualTo("3");
    }

    @Test
    void partsOfTheTableOfMovementClose() {
        var figures = figures(
                "A",
                "from=2024-01-01&until=2024-07-01&by=degree&indicators=opening,admissions,transfers-in,with-units-in,"
                        + "transfers-out,with-units-out,died,recognitions,by-attribute,closing");
        var minus = java.util.Set.of("transfers-out", "with-units-out", "died", "closing");
        var left = 0;
        var parts = 0;
        for (var figure : figures.get("figures")) {
            for (var part : figure.get("parts")) {
                var code = figure.get("code").asString();
                if (part.get("key").asString().equals("OFFICIAL")) {
                    var value = part.get("value").asInt();
                    assertThat(code.equals("by-attribute") ? value : 0).isZero();
                    left += minus.contains(code) ? -value : value;
                    parts++;
                }
            }
        }
        assertThat(parts).isEqualTo(10);
        assertThat(left).isZero();
    }

    @Test
    void aSecondHierarchyCountsEverythingOnce() {
        load("units", "ref,code,name,kind,parent,from\nk,K,Đảng bộ khối K,dang-bo-khoi,VD,2010-01-01\n");
        assertThat(post("/api/v1/hierarchies", "{\"code\":\"khoi\",\"name\":\"Theo khối\"}"))
                .hasStatus(201);
        assertThat(post(
                        "/api/v1/hierarchies/khoi/places",
                        "[{\"unit\":\"B\",\"parent\":\"K\",\"from\":\"2024-03-01\",\"until\":\"2024-06-01\"}]"))
                .hasStatus(201);
        assertThat(post(
                        "/api/v1/hierarchies/khoi/places",
                        "[{\"unit\":\"K\",\"parent\":\"B\",\"from\":\"2024-03-01\"}]"))
                .hasStatus(422);
        assertThat(post("/api/v1/hierarchies/other/places", "[]")).hasStatus(404);

        var along = "&hierarchy=khoi";
        assertThat(value("K", "2024-03-01", "2024-04-01", "", "members")).isEqualTo("0");
        assertThat(value("K", "2024-03-01", "2024-04-01", along, "with-units-in"))
                .isEqualTo("8");
        assertThat(value("K", "2024-03-01", "2024-04-01", along, "transfers-in"))
                .isEqualTo("1");
        assertThat(value("K", "2024-03-01", "2024-04-01", along, "members")).isEqualTo("9");
        assertThat(value("K", "2024-03-01", "2024-04-01", along, "cells")).isEqualTo("1");
        assertThat(value("K", "2024-03-01", "2024-04-01", along, "direct-organisations"))
                .isEqualTo("1");
        assertThat(value("X", "2024-03-01", "2024-04-01", along, "direct-organisations"))
                .isEqualTo("1");
        assertThat(value("K", "2024-06-01", "2024-07-01", along, "with-units-out"))
                .isEqualTo("9");
        for (var indicator : new String[] {"members", "units", "died", "admissions"}) {
            assertThat(value("VD", "2024-02-01", "2024-07-01", along, indicator))
                    .isEqualTo(value("VD", "2024-02-01", "2024-07-01", "", indicator));
        }
        var children = http.get()
                .uri("/api/v1/figures/VD/children?from=2024-03-01&until=2024-04-01&structure=as-is&indicators=members"
                        + along)
                .with(Visits.as(by))
                .exchange();
        assertThat(fixture.body(children)
                        .get("children")
                        .valueStream()
                        .map(line -> line.get("unit").get("code").asString() + " "
                                + line.get("figures").get(0).get("value").asString()))
                .containsExactlyInAnyOrder("X 16", "Y 5", "K 9");
        // what happens to units later is followed there too
        load("unit-events", "ref,kind,day,unit,into\nh1,absorb,2024-05-15,B1,A1\n");
        assertThat(value("K", "2024-05-01", "2024-06-01", along, "members")).isEqualTo("0");
        assertThat(value("VD", "2024-05-01", "2024-06-01", along, "members"))
                .isEqualTo(value("VD", "2024-05-01", "2024-06-01", "", "members"));
    }

    @Test
    void aPopulationIsTypedWithItsDayAndSource() {
        var address = "/api/v1/figures/A/populations";
        assertThat(post(address, "{\"day\":\"2024-05-31\",\"value\":1000,\"source\":\"Xã báo cáo\"}"))
                .hasStatus(201);
        assertThat(post(address, "{\"day\":\"2024-06-15\",\"value\":2100,\"source\":\"Niên giám\"}"))
                .hasStatus(201);
        assertThat(post(address, "{\"day\":\"2024-06-15\",\"value\":-1,\"source\":\"\"}"))
                .hasStatus(422);
        assertThat(post(address, "{\"value\":1}")).hasStatus(422);
        var typed = fixture.body(http.get()
                .uri("/api/v1/figures/Y/populations?day=2024-06-30")
                .with(Visits.as(by))
                .exchange());
        assertThat(typed.valueStream()
                        .map(one -> one.get("unit").asString() + " "
                                + one.get("day").asString() + " "
                                + one.get("value").asInt() + " " + one.get("by").asString()))
                .containsExactly("A 2024-06-15 2100 nhap.VD", "A 2024-05-31 1000 nhap.VD");
        assertThat(value("A", "2024-05-01", "2024-06-01", "", "members-per-population"))
                .isEqualTo("2.1");
        assertThat(value("A", "2024-06-01", "2024-07-01", "", "members-per-population"))
                .isEqualTo("1");
        assertThat(value("B", "2024-06-01", "2024-07-01", "", "members-per-population"))
                .isEqualTo("NO_DATA");
    }

    private MvcTestResult post(String address, String json) {
        return http.post()
                .uri(address)
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .content(json)
                .with(Visits.as(by))
                .exchange();
    }

    @Test
    void filesOfEverySizeAreAnswered() {
        assertThat(fixture.post(by, "VD", "units", new byte[0])).hasStatus(422);
        assertThat(fixture.post(by, "VD", "units", "ref,code\n".getBytes(StandardCharsets.UTF_8)))
                .satisfies(
                        answer -> assertThat(answer.getResponse().getStatus()).isIn(201, 422));
        var large = new StringBuilder("ref,member_ref,kind,day,from_cell\n");
        for (int row = 0; large.length() < 20_000_000; row++) {
            large.append("x")
                    .append(row)
                    .append(",nobody")
                    .append("x".repeat(40))
                    .append(",died,2024-05-05,A1\n");
        }
        var answer = fixture.post(by, "VD", "movements", large.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasStatus(422); // more rows than a file may have
        assertThat(fixture.post(by, "NOWHERE", "units", "ref\n".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(404);
    }

    private Instant load(String kind, String csv) {
        return fixture.load(by, "VD", kind, csv);
    }

    /** Row, column and code of each. */
    private java.util.List<String> errors(String kind, String csv) {
        return fixture.preview(by, "VD", kind, csv)
                .get("errors")
                .valueStream()
                .map(one -> one.get("row").asInt() + " " + one.get("column").asString() + " "
                        + one.get("code").asString())
                .toList();
    }

    private MvcTestResult ask(String unit, String query) {
        return http.get()
                .uri("/api/v1/figures/" + unit + "?" + query)
                .with(Visits.as(by))
                .exchange();
    }

    private JsonNode figures(String unit, String query) {
        var answer = ask(unit, query);
        assertThat(answer).hasStatusOk();
        return fixture.body(answer);
    }

    private String value(String unit, String from, String until, String more, String indicator) {
        var figure = figures(unit, "from=" + from + "&until=" + until + "&indicators=" + indicator + more)
                .get("figures")
                .get(0);
        return figure.get("value").isNull()
                ? figure.get("why").asString()
                : figure.get("value").asString();
    }
}
