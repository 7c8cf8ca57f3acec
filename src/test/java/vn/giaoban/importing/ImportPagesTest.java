package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.importing.sheet.Spreadsheet;
import vn.giaoban.shared.Actor;

@CommittingTest(freshForEachMethod = true)
class ImportPagesTest {

    @Autowired
    Visits visits;

    @Autowired
    ImportFixture fixture;

    Actor by = Actor.system(Set.of());

    @BeforeEach
    void aProvince() {
        by = fixture.province(1, "VD");
    }

    @Test
    void aClerkSendsLooksAndConfirms() {
        assertThat(get("/imports/new"))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng bộ tỉnh VD", "/imports/templates/members");
        var sent = send(ImportFixture.example("1-units.csv"));
        assertThat(sent).hasStatus(303);
        var path = String.valueOf(sent.getResponse().getRedirectedUrl());
        assertThat(get(path))
                .hasStatusOk()
                .bodyText()
                .contains("Chi bộ thôn A1", path + "/confirm")
                .doesNotContain("⟦");

        visits.post(by, path + "/confirm").hasStatus(303);
        fixture.ended(by, Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
        assertThat(get(path)).hasStatusOk().bodyText().doesNotContain("⟦", path + "/confirm");
        assertThat(get("/imports")).hasStatusOk().bodyText().contains("tep.csv").doesNotContain("⟦");
        assertThat(get(path + "/progress")).hasStatusOk().containsHeader("HX-Refresh");
    }

    @Test
    void faultsAreListedAndComeBackMarked() {
        var path =
                String.valueOf(send("ref,code,name,kind,parent,from,màu\n1,Q,<b>Tên</b>,chi-bo,NOWHERE,31/02/2010,đỏ\n")
                        .getResponse()
                        .getRedirectedUrl());
        assertThat(get(path))
                .hasStatusOk()
                .bodyText()
                .contains("31/02/2010", "&lt;b&gt;", "/matching")
                .doesNotContain("⟦", "<b>Tên");

        var lines = new ArrayList<String>();
        Spreadsheet.read(
                get(path + "/faults").getResponse().getContentAsByteArray(),
                ImportKind.MEMBERS.mostLines(),
                line -> lines.add(line.number() + " " + line.cells()));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith("2 ").contains("31/02/2010");

        visits.post(by, path + "/matching", "heading=màu", "column0=-").hasStatus(303);
        var codes = fixture.state(by, Long.parseLong(path.substring(path.lastIndexOf('/') + 1)))
                .get("errors")
                .valueStream()
                .map(one -> one.get("code").asString())
                .toList();
        assertThat(codes).containsExactly("bad-day");
    }

    @Test
    void aFileThatCannotBeReadBringsTheFormBack() {
        assertThat(send("\u0000"))
                .hasStatus(422)
                .bodyText()
                .contains("Đảng bộ tỉnh VD")
                .doesNotContain("⟦");
    }

    @Test
    void templatesAreReadByTheImportItself() {
        for (var kind : ImportKind.values()) {
            var file = get("/imports/templates/" + kind.code());
            assertThat(file).hasStatusOk();
            var findings = new Findings((code, arguments) -> code + List.of(arguments));
            var reader = new RowReader(kind, Map.of(), findings, any -> {});
            Spreadsheet.read(file.getResponse().getContentAsByteArray(), kind.mostLines(), reader);
            reader.end();
            assertThat(findings.problems())
                    .as(kind.code())
                    .extracting(Problem::code)
                    .containsExactly("no-rows");
        }
    }

    private MvcTestResult get(String path) {
        return visits.get(by, path).actual();
    }

    private MvcTestResult send(String csv) {
        return visits.upload(
                        by,
                        "/imports",
                        "tep.csv",
                        "text/csv",
                        csv.getBytes(StandardCharsets.UTF_8),
                        "kind=units",
                        "register=VD")
                .actual();
    }
}
