package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.shared.Actor;

/** The complete example of docs/import.md, which is the worked example of counting, section 5, through the API. */
@CommittingTest(freshForEachMethod = true)
class WorkedExampleTest {

    private static final LocalDate END = LocalDate.of(2024, 6, 30);

    @Autowired
    ImportFixture fixture;

    Actor by = new Actor(1, "nobody", Set.of(), List.of());

    @BeforeEach
    void aProvince() {
        by = fixture.province(1, "VD");
    }

    @Test
    void peopleBeforeTheirEvent() {
        load("units", "1-units.csv");
        load("members", "2-members.csv");
        var before = load("movements", "3-movements.csv");
        load("unit-event-people", "4-unit-event-people.csv");
        var events = load("unit-events", "5-unit-events.csv");
        var corrected = load("movements", "6-movements-corrected.csv");

        assertThat(members("VD", LocalDate.of(2023, 12, 31), corrected)).isEqualTo(29);
        assertThat(members("X", LocalDate.of(2023, 12, 31), corrected)).isEqualTo(24);
        assertThat(members("Y", LocalDate.of(2023, 12, 31), corrected)).isEqualTo(5);
        assertThat(members("X", END, corrected)).isEqualTo(9);
        assertThat(members("Y", END, corrected)).isEqualTo(21);
        assertThat(members("A", END, corrected)).isEqualTo(21);
        assertThat(members("B", END, corrected)).isEqualTo(9);
        assertThat(members("C", END, corrected)).isZero();
        assertThat(members("B2", END, corrected)).isEqualTo(3);

        // the admission of February, as known before and after it was found to be of January
        assertThat(members("A1", LocalDate.of(2024, 1, 31), events)).isEqualTo(10);
        assertThat(members("A1", LocalDate.of(2024, 1, 31), corrected)).isEqualTo(11);
        // before its events were known, A stood under X to the end
        assertThat(members("X", END, before)).isEqualTo(25);
    }

    @Test
    void peopleAfterTheirEvent() {
        load("units", "1-units.csv");
        load("members", "2-members.csv");
        load("movements", "3-movements.csv");
        var events = load("unit-events", "5-unit-events.csv");
        assertThat(members("B2", END, events)).isZero();

        var people = load("unit-event-people", "4-unit-event-people.csv");
        assertThat(members("B2", END, people)).isEqualTo(3);
        assertThat(members("B1", END, people)).isEqualTo(6);
        assertThat(members("B2", END, events)).isZero();

        // sent once more, it is refused; a corrected event keeps them
        var again = fixture.preview(by, "VD", "unit-event-people", ImportFixture.example("4-unit-event-people.csv"));
        assertThat(again.get("errors").get(0).get("code").asString()).isEqualTo("person-named-twice");
        var moved = fixture.load(by, "VD", "unit-events", """
                ref,kind,day,unit,new_code,new_name,new_kind,cancels
                e3b,split-off,2024-06-12,B1,B2,Chi bộ thôn B2,chi-bo,e3
                """);
        assertThat(members("B2", LocalDate.of(2024, 6, 11), moved)).isZero();
        assertThat(members("B2", LocalDate.of(2024, 6, 12), moved)).isEqualTo(3);
    }

    @Test
    void oneWrongRowAtTheEndKeepsTheWholeFileOut() {
        load("units", "1-units.csv");
        var wrong = ImportFixture.example("2-members.csv")
                + "m99,Nông Văn Sai,31/02/1990,M,Tày,A1,2015-01-01,official,yes\n"
                + "m98,Nông Văn Lạc,1990,M,Tày,NOWHERE,2015-01-01,official,yes\n";
        var preview = fixture.preview(by, "VD", "members", wrong);
        assertThat(preview.get("errors")
                        .valueStream()
                        .map(one ->
                                one.get("row").asInt() + " " + one.get("column").asString()))
                .containsExactly("33 birth", "34 cell");
        assertThat(preview.get("errors").toString()).doesNotContain("⟦");
        assertThat(fixture.confirm(by, preview.get("id").asLong())).hasStatus(422);
    }

    private Instant load(String kind, String file) {
        return fixture.load(by, "VD", kind, ImportFixture.example(file));
    }

    private int members(String unit, LocalDate day, Instant known) {
        return fixture.members(by, unit, day, known);
    }
}
