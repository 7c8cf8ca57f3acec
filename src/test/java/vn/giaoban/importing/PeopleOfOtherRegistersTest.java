package vn.giaoban.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.organisation.History;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.UnitEventKind;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/** A cell that came from another province brings people of its register; an event of this register can still send each of them elsewhere. */
@CommittingTest(freshForEachMethod = true)
class PeopleOfOtherRegistersTest {

    private static final LocalDate AFTER = LocalDate.of(2024, 6, 1);

    @Autowired
    ImportFixture fixture;

    @Autowired
    MockMvcTester http;

    @Autowired
    Organisation organisation;

    @Autowired
    History history;

    @Autowired
    Entries entries;

    private Actor of = Actor.system(Set.of());
    private Actor other = Actor.system(Set.of());
    private Actor both = Actor.system(Set.of());

    @BeforeEach
    void aCellThatCameOver() {
        of = fixture.province(1, "VD");
        other = fixture.province(2, "XQ");
        var grants = new ArrayList<>(of.grants());
        grants.addAll(other.grants());
        both = new Actor(300, "nhap.ca.hai", Set.of(RegisterId.of(1), RegisterId.of(2)), grants);
        fixture.load(of, "VD", "units", """
                ref,code,name,kind,parent,from
                1,VA,Đảng bộ xã VA,dang-bo-co-so,VD,2010-01-01
                2,VA1,Chi bộ VA1,chi-bo,VA,2010-01-01
                """);
        fixture.load(other, "XQ", "units", """
                ref,code,name,kind,parent,from
                1,XA,Đảng bộ xã XA,dang-bo-co-so,XQ,2010-01-01
                2,XA1,Chi bộ XA1,chi-bo,XA,2010-01-01
                3,XA2,Chi bộ XA2,chi-bo,XA,2010-01-01
                """);
        // Both senders number their people from 1.
        fixture.load(of, "VD", "members", """
                ref,family_and_given_name,birth,sex,cell,degree,opening
                1,Ma Thị Của Sổ Này,1980,F,VA1,official,yes
                """);
        fixture.load(other, "XQ", "members", """
                ref,family_and_given_name,birth,sex,cell,degree,opening
                1,Lý Văn Một,1980,M,XA1,official,yes
                2,Lý Văn Hai,1981,M,XA1,official,yes
                3,Lý Văn Ba,1982,M,XA2,official,yes
                """);
        fixture.load(both, "VD", "unit-events", "ref,kind,day,unit,parent\nh1,hand-over,2024-03-01,XA1,VA\n");
    }

    private static final String DIVIDED = """
            ref,kind,day,unit,new_code,new_name,new_kind,principal
            d1,divide,2024-04-01,XA1,VA2;VA3,Chi bộ VA2;Chi bộ VA3,chi-bo,VA2
            """;

    @Test
    void namedBeforeTheEventTheyGoWithItAndComeBackWithIt() {
        assertThat(fixture.preview(both, "VD", "unit-event-people", "event_ref,member_ref,cell,register\nd1,2,VA3,XQ\n")
                        .get("notes")
                        .toString())
                .contains("event-awaited");
        fixture.load(both, "VD", "unit-event-people", "event_ref,member_ref,cell,register\nd1,2,VA3,XQ\n");
        var known = fixture.load(both, "VD", "unit-events", DIVIDED);
        assertThat(members("VA2", known)).isEqualTo(1);
        assertThat(members("VA3", known)).isEqualTo(1);
        assertThat(members("VD", known)).isEqualTo(3);

        // corrected, it keeps its people
        var moved = fixture.load(
                both,
                "VD",
                "unit-events",
                "ref,kind,day,unit,new_code,new_name,new_kind,principal,cancels\n"
                        + "d2,divide,2024-04-02,XA1,VA2;VA3,Chi bộ VA2;Chi bộ VA3,chi-bo,VA2,d1\n");
        assertThat(members("VA3", moved)).isEqualTo(1);

        var event = Acting.as(
                both,
                () -> history.of(organisation.named("XA1").orElseThrow(), entries.latest()).stream()
                        .filter(one -> one.kind() == UnitEventKind.DIVIDE && one.takenBackAt() == null)
                        .findFirst()
                        .orElseThrow());
        assertThat(http.post()
                        .uri("/events/{event}/undo", event.id())
                        .with(Visits.as(both))
                        .with(csrf()))
                .hasStatus(303);
        var undone = entries.latest();
        assertThat(members("XA1", undone)).isEqualTo(2);
        assertThat(members("VA", undone)).isEqualTo(3);
    }

    @Test
    void namedAfterTheEventTheyAreAFactOfTheirOwn() {
        var before = fixture.load(both, "VD", "unit-events", DIVIDED);
        assertThat(members("VA2", before)).isEqualTo(2);
        var known = fixture.load(both, "VD", "unit-event-people", "event_ref,member_ref,cell,register\nd1,1,VA3,XQ\n");
        assertThat(members("VA2", known)).isEqualTo(1);
        assertThat(members("VA3", known)).isEqualTo(1);
        assertThat(members("VA2", before)).isEqualTo(2);
        assertThat(errors(both, "event_ref,member_ref,cell,register\nd1,1,VA3,XQ\n"))
                .containsExactly("2 member_ref person-named-twice");
        // the same number in the register of the file is somebody else
        assertThat(errors(both, "event_ref,member_ref,cell\nd1,1,VA3\n")).isEmpty();
    }

    @Test
    void aWrongPersonOrRegisterIsRefusedInHisRow() {
        fixture.load(both, "VD", "unit-events", DIVIDED);
        assertThat(
                        errors(
                                both,
                                "event_ref,member_ref,cell,register\nd1,99,VA3,XQ\nd1,1,VA3,NOWHERE\nd1,2,VA9,XQ\nd1,1,VA3,VD\nd1,1,VA3,\n"))
                .containsExactly(
                        "2 member_ref unknown-member",
                        "3 register unknown-register",
                        "4 cell unknown-unit",
                        "6 member_ref person-named-twice");
    }

    @Test
    void aWrongPersonNamedBeforeTheEventStopsTheEvent() {
        fixture.load(both, "VD", "unit-event-people", "event_ref,member_ref,cell,register\nd1,99,VA3,XQ\n");
        assertThat(fixture.preview(both, "VD", "unit-events", DIVIDED)
                        .get("errors")
                        .toString())
                .contains("unknown-member", "99");
        // somebody of the other register who was in no unit of the event is none of its business either
        fixture.load(both, "VD", "unit-event-people", "event_ref,member_ref,cell,register\nd1,99,,XQ\nd1,3,VA3,XQ\n");
        assertThat(fixture.preview(both, "VD", "unit-events", DIVIDED)
                        .get("errors")
                        .toString())
                .contains("unknown-member", "“3”");
    }

    @Test
    void whoHasNoRightToTheOtherRegisterMeetsNobodyOfIt() {
        fixture.load(both, "VD", "unit-events", DIVIDED);
        var rows = "event_ref,member_ref,cell,register\nd1,3,VA3,XQ\nd1,98,VA3,XQ\n";
        // not seeing the register: it is not there
        assertThat(errors(of, rows)).containsExactly("2 register unknown-register", "3 register unknown-register");
        assertThat(errors(of, rows.replace("XQ", "NOWHERE")))
                .containsExactly("2 register unknown-register", "3 register unknown-register");
        // seeing it for the sake of the cell that came over: whoever stays there is like one who does not exist
        var neighbour = new Actor(301, "nhap.ben", both.registers(), of.grants());
        assertThat(errors(neighbour, rows))
                .containsExactly("2 member_ref unknown-member", "3 member_ref unknown-member");
        assertThat(errors(neighbour, "event_ref,member_ref,cell,register\nd1,3,VA3,XQ\n"))
                .isEqualTo(errors(neighbour, "event_ref,member_ref,cell,register\nd1,97,VA3,XQ\n"));
    }

    private int members(String unit, Instant known) {
        return fixture.members(both, unit, AFTER, known);
    }

    private List<String> errors(Actor by, String csv) {
        return fixture.preview(by, "VD", "unit-event-people", csv)
                .get("errors")
                .valueStream()
                .map(one -> one.get("row").asInt() + " " + one.get("column").asString() + " "
                        + one.get("code").asString())
                .toList();
    }
}
