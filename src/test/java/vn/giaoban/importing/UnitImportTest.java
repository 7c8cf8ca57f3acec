package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.TestDatabase;
import vn.giaoban.importing.sheet.RawWorkbook;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;

@CommittingTest(freshForEachMethod = true)
class UnitImportTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    @Autowired
    ImportFixture fixture;

    @Autowired
    Organisation organisation;

    @Autowired
    Entries entries;

    @Autowired
    TestClock clock;

    @Autowired
    Sweeping sweeping;

    @Autowired
    DataSource pool;

    Actor by = Actor.system(Set.of());

    @BeforeEach
    void aProvince() {
        by = fixture.province(1, "VD");
    }

    @Test
    void unitsAndWhatHappenedToThemAreImported() {
        fixture.load(by, "VD", "units", ImportFixture.example("1-units.csv"));
        assertThat(children("VD")).containsExactly("X", "Y");
        assertThat(children("A")).containsExactly("A1", "A2");

        fixture.load(by, "VD", "unit-events", """
                ref,kind,day,unit,parent,into,new_code,new_name,new_kind,principal
                1,chuyển giao,2024-04-01,A,Y,,,,,
                2,Sáp nhập,01/05/2024,C1,,A2,,,,
                3,consolidate,2024-06-01,A1,,,A9,Chi bộ A9,chi-bo,
                4,hop nhat,2024-06-01,A2,,,A9,,,
                5,Chia,2024-07-01,B1,,,B2;B3,Chi bộ B2;Chi bộ B3,Chi bộ,B2
                6,rename,2024-08-01,C,,,,Đảng bộ xã Cao,,
                """);
        assertThat(children("X")).containsExactly("B");
        assertThat(children("Y")).containsExactly("A", "C");
        assertThat(children("A")).containsExactly("A9");
        assertThat(children("B")).containsExactly("B2", "B3");
        assertThat(children("C")).isEmpty();
        assertThat(unit("C").name()).isEqualTo("Đảng bộ xã Cao");
        assertThat(standsFor("C1")).isEqualTo("A9");
        assertThat(standsFor("B1")).isEqualTo("B2");
    }

    @Test
    void aRowOfAnEventOfManyRowsIsCorrectedCancelledOrComesLate() {
        fixture.load(by, "VD", "units", ImportFixture.example("1-units.csv"));
        fixture.load(by, "VD", "unit-events", """
                ref,kind,day,unit,new_code,new_name,new_kind,cancels
                1,consolidate,2024-06-01,A1,A9,Chi bộ A9,chi-bo,
                2,consolidate,2024-06-01,B1,A9,,,
                """);
        assertThat(standsFor("A1")).isEqualTo("A9");
        assertThat(standsFor("B1")).isEqualTo("A9");

        // it was A2, not B1
        fixture.load(by, "VD", "unit-events", """
                ref,kind,day,unit,new_code,new_name,new_kind,cancels
                3,consolidate,2024-06-01,A2,A9,,,2
                """);
        assertThat(standsFor("A2")).isEqualTo("A9");
        assertThat(unit("B1").code()).isEqualTo("B1");

        // and C1 with them
        fixture.load(by, "VD", "unit-events", "ref,kind,day,unit,new_code\n4,consolidate,2024-06-01,C1,A9\n");
        assertThat(standsFor("C1")).isEqualTo("A9");
        assertThat(standsFor("A1")).isEqualTo("A9");

        // no: all of it was a mistake
        fixture.load(by, "VD", "unit-events", "ref,cancels\n5,1\n6,3\n7,4\n");
        assertThat(children("A")).containsExactly("A1", "A2");
        assertThat(children("C")).containsExactly("C1");
    }

    @Test
    void aUnitOfTheListIsCorrectedAndTakenBack() {
        fixture.load(by, "VD", "units", ImportFixture.example("1-units.csv"));
        fixture.load(by, "VD", "units", """
                ref,code,name,kind,parent,from,cancels
                20,B1,Chi bộ thôn Bản Một,chi-bo,B,2011-01-01,8
                """);
        assertThat(unit("B1").name()).isEqualTo("Chi bộ thôn Bản Một");
        fixture.load(by, "VD", "units", "ref,cancels\n21,20\n");
        assertThat(children("B")).isEmpty();
    }

    @Test
    void allFaultsAreToldAtRowAndColumn() {
        fixture.load(by, "VD", "units", ImportFixture.example("1-units.csv"));
        var errors = fixture.preview(by, "VD", "unit-events", """
                ref,kind,day,unit,parent,into,new_code,new_name,new_kind,cancels
                1,absorb,2024-05-01,NOWHERE,,A2,,,,
                2,move,32/01/2024,A,Y,,,,,
                3,dance,2024-05-01,A,Y,,,,,
                4,rename,2024-05-01,A,,,,,,
                5,absorb,2024-05-01,C1,,C1,,,,
                6,,,,,,,,,99
                1,move,2024-05-01,A,Y,,,,,
                8,establish,2024-05-01,,A,,A7,Chi bộ A7,no-kind,
                9,establish,2023-05-01,,A,,A8,Chi bộ A8,chi-bo,
                """).get("errors");
        assertThat(texts(errors))
                .contains(
                        "2 unit unknown-unit",
                        "3 day bad-day",
                        "4 kind unknown-word",
                        "5 new_name missing-new-name",
                        "6 unit absorbs-itself",
                        "7 cancels unknown-ref",
                        "8 ref twice-in-file",
                        "9 new_kind unknown-word",
                        "10 day before-register");
        for (var error : errors) {
            assertThat(error.get("message").asString()).doesNotContain("⟦").isNotBlank();
        }
    }

    @Test
    void nothingIsRecordedBeforeConfirmationAndOnlyOnceAfter() {
        var preview = fixture.preview(by, "VD", "units", ImportFixture.example("1-units.csv"));
        assertThat(children("VD")).isEmpty();
        var id = preview.get("id").asLong();
        assertThat(preview.get("rows").asInt()).isEqualTo(9);

        assertThat(fixture.confirm(by, id)).hasStatus(202);
        assertThat(fixture.ended(by, id).get("state").asString()).isEqualTo("DONE");
        assertThat(fixture.confirm(by, id)).hasStatus(409);
        assertThat(sealed()).isZero();
    }

    @Test
    void whatHasFaultsCannotBeConfirmed() {
        var preview = fixture.preview(
                by, "VD", "units", "ref,code,name,kind,parent,from\n1,Q,Tên,chi-bo,NOWHERE,2010-01-01\n");
        assertThat(texts(preview.get("errors"))).containsExactly("2 parent unknown-unit");
        assertThat(fixture.confirm(by, preview.get("id").asLong())).hasStatus(422);
        assertThat(fixture.state(by, preview.get("id").asLong()).get("state").asString())
                .isEqualTo("PREVIEWED");
    }

    @Test
    void whatChangedSinceThePreviewIsFoundAtConfirmation() {
        var one = fixture.preview(by, "VD", "units", ImportFixture.example("1-units.csv"));
        fixture.load(by, "VD", "units", ImportFixture.example("1-units.csv"));
        var id = one.get("id").asLong();
        assertThat(fixture.confirm(by, id)).hasStatus(202);
        var ended = fixture.ended(by, id);
        assertThat(ended.get("state").asString()).isEqualTo("REFUSED");
        assertThat(texts(ended.get("errors"))).contains("2 ref ref-taken", "10 ref ref-taken");
    }

    @Test
    void othersDoNotEvenLearnThatThereIsAnImport() {
        var stranger = fixture.province(2, "KHAC");
        var id = fixture.preview(by, "VD", "units", ImportFixture.example("1-units.csv"))
                .get("id")
                .asLong();
        assertThat(fixture.confirm(stranger, id)).hasStatus(404);
        assertThat(fixture.post(stranger, "VD", "units", bytes("ref\n1"))).hasStatus(404);
        assertThat(fixture.post(stranger, "NONE", "units", bytes("ref\n1"))).hasStatus(404);
        var reader = new Actor(9, "doc", by.registers(), List.of());
        assertThat(fixture.post(reader, "VD", "units", bytes("ref\n1"))).hasStatus(404);
    }

    @Test
    void filesThatCannotBeReadAreProblems() {
        assertThat(fixture.post(by, "VD", "units", new byte[] {1, 0, 2})).hasStatus(422);
        assertThat(fixture.post(
                        by,
                        "VD",
                        "units",
                        new RawWorkbook().part("xl/vbaProject.bin", "x").bytes()))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("importing.file-macros");
        assertThat(fixture.post(by, "VD", "dances", bytes("ref\n1"))).hasStatus(404);
    }

    @Test
    void whatNobodyConfirmsIsForgottenAfterAWeek() {
        var id = fixture.preview(by, "VD", "units", ImportFixture.example("1-units.csv"))
                .get("id")
                .asLong();
        clock.advance(Duration.ofDays(6));
        sweeping.sweep();
        assertThat(sealed()).isPositive();
        clock.advance(Duration.ofDays(2));
        sweeping.sweep();
        assertThat(sealed()).isZero();
        assertThat(fixture.state(by, id).get("state").asString()).isEqualTo("REFUSED");
        assertThat(fixture.confirm(by, id)).hasStatus(409);
    }

    @Test
    void whatIsKeptMeanwhileCannotBeReadInTheDatabase() {
        fixture.preview(
                by, "VD", "units", "ref,code,name,kind,parent,from\n1,Q,Bí mật,chi-bo,VD,2010-01-01\n".repeat(1));
        var kept = TestDatabase.of(pool)
                .asSuperuser()
                .sql("select content from importing.sealed")
                .query(byte[].class)
                .list();
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(new String(part, StandardCharsets.ISO_8859_1))
                        .doesNotContain("code", "chi-bo"));
    }

    private int sealed() {
        return TestDatabase.of(pool)
                .asSuperuser()
                .sql("select count(*)::int from importing.sealed")
                .query(Integer.class)
                .single();
    }

    private List<String> children(String code) {
        return organisation.children(unit(code).id(), at()).stream()
                .map(Unit::code)
                .toList();
    }

    private Unit unit(String code) {
        return organisation.unit(organisation.named(code).orElseThrow(), at());
    }

    private String standsFor(String code) {
        var successor = organisation
                .succession(entries.latest())
                .standsFor(organisation.named(code).orElseThrow(), END);
        return organisation.unit(successor, at()).code();
    }

    private AsOf at() {
        return new AsOf(END, entries.latest());
    }

    private static List<String> texts(JsonNode errors) {
        return errors.valueStream()
                .map(error -> error.get("row").asInt() + " "
                        + (error.get("column").isNull()
                                ? "-"
                                : error.get("column").asString()) + " "
                        + error.get("code").asString())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
