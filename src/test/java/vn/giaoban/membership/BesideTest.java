package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestDatabase;
import vn.giaoban.Visits;
import vn.giaoban.organisation.Consequence;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Officers;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Verb;

/** Beside the one cell: a temporary cell PAT under PA, and the cell of residence. */
@CommittingTest(freshForEachMethod = true)
class BesideTest {

    @Autowired
    People people;

    @Autowired
    Visits visits;

    @Autowired
    Officers officers;

    @Autowired
    Organisation organisation;

    @Autowired
    Intake intake;

    @Autowired
    UnitEvents events;

    @Autowired
    javax.sql.DataSource database;

    Actor keeper;

    @BeforeEach
    void aTemporaryCell() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            people.settle("A1", 2);
            people.settle("B1", 1);
            people.apply((register, p) -> UnitEvent.establish(
                    register,
                    LocalDate.parse("2020-02-01"),
                    NewUnit.of(p + "AT", "Chi bộ công trường " + p, "chi-bo-tam-thoi", p + "A")));
            return true;
        });
        keeper = officers.over("P", Verb.values());
    }

    private void move(String kind, String day, String to) {
        people.move(kind + day, "a1-1", kind, day, ">" + to);
    }

    /** {@code from..until away temporary residence} of a1-1 in register P. */
    private List<String> stays() {
        return sql().sql("""
                        select b.from_day || '..' || b.until_day || ' ' || b.away || ' ' || coalesce(t.code, b.temporary_outside, '-') || ' '
                               || coalesce(r.code, b.residence_outside, '-')
                          from membership.belonging b
                          join membership.member m using (register_id, member_id)
                          left join organisation.unit t on t.unit_id = b.temporary_unit
                          left join organisation.unit r on r.unit_id = b.residence_unit
                         where b.register_id = 2 and m.ref = 'a1-1' and b.superseded_at = 'infinity'
                         order by b.from_day
                        """).query(String.class).list();
    }

    @Test
    void whoIsAwayIsInATemporaryCellAndIsCountedAtHome() {
        for (var told : List.of(
                List.of("away", "2024-02-01", "AT"),
                List.of("residence", "2024-03-01", "B1"),
                List.of("back", "2024-05-01", ""))) {
            people.at(told.get(1), () -> {
                move(told.get(0), told.get(1), told.get(2));
                return true;
            });
        }
        assertThat(stays())
                .containsExactly(
                        "2019-12-31..2024-02-01 false - -",
                        "2024-02-01..2024-03-01 true PAT -",
                        "2024-03-01..2024-05-01 true PAT PB1",
                        "2024-05-01..infinity false - PB1");
        assertThat(people.belong("2024-04-01", People.evening("2024-06-01"))).contains("a1-1 A1");
        assertThat(present("2024-01-31")).isEqualTo(2);
        assertThat(present("2024-02-01")).isEqualTo(1);
        assertThat(present("2024-05-01")).isEqualTo(2);
    }

    /** As counting has it: neither exempt nor away in a temporary cell. */
    private long present(String day) {
        return sql().sql("""
                        select count(*) from membership.belonging b join organisation.unit u using (unit_id)
                         where u.code = 'PA1' and b.register_id = 2 and not b.exempt and not b.away
                           and b.from_day <= :day and :day < b.until_day and b.superseded_at = 'infinity'
                        """)
                .param("day", LocalDate.parse(day))
                .query(Long.class)
                .single();
    }

    @Test
    void whenTheTemporaryCellIsDissolvedTheStayEndsAndItsUndoBringsItBack() {
        people.at("2024-03-01", () -> {
            move("away", "2024-02-01", "AT");
            return true;
        });
        var ending = people.at(
                "2024-04-02",
                () -> events.preview(
                        People.SYSTEM,
                        Plan.of(UnitEvent.dissolve(People.register("P"), LocalDate.parse("2024-04-01"), "PAT"))));
        assertThat(ending.consequences()).extracting(Consequence::code).contains("membership.stays-end");
        people.at("2024-04-02", () -> {
            people.apply((register, p) -> UnitEvent.dissolve(register, LocalDate.parse("2024-04-01"), p + "AT")
                    .named(p + "end"));
            return true;
        });
        assertThat(stays())
                .containsExactly(
                        "2019-12-31..2024-02-01 false - -",
                        "2024-02-01..2024-04-01 true PAT -",
                        "2024-04-01..infinity false - -");
        people.at("2024-04-03", () -> {
            people.apply((register, p) -> UnitEvent.withdraw(register, LocalDate.parse("2024-04-01"), p + "end"));
            return true;
        });
        assertThat(stays()).containsExactly("2019-12-31..2024-02-01 false - -", "2024-02-01..infinity true PAT -");
    }

    @Test
    void theDatabaseAllowsItOnlyBesideABelongingAndOnce() {
        people.at("2024-03-01", () -> {
            move("away", "2024-02-01", "AT");
            return true;
        });
        var owner = sql();
        var rows = " where register_id = 2 and temporary_unit is not null and superseded_at = 'infinity'";
        for (var fault : Map.of(
                        "temporary_outside = 'Tỉnh khác'", "one_temporary_place",
                        "away = false", "temporary_place_means_away",
                        "temporary_unit = unit_id", "temporary_place_is_another",
                        "residence_unit = unit_id, residence_outside = 'Tỉnh khác'", "one_residence_link")
                .entrySet()) {
            assertThatThrownBy(() -> owner.sql("update membership.belonging set " + fault.getKey() + rows)
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining(fault.getValue());
        }
    }

    /** Being there for a time gives the temporary cell's keeper no hand on the person. */
    @Test
    void theKeeperOfTheTemporaryCellDoesNotOwnWhoIsThereForATime() {
        people.at("2024-03-01", () -> {
            move("residence", "2024-02-01", "B1");
            return true;
        });
        var stranger = officers.over("PB", Verb.KEEP_REGISTER);
        var batch = Batch.ofMovements(List.of(People.movement("P", "x1", "a1-1", "died", "2024-03-01", "")));
        assertThat(Acting.as(
                        stranger,
                        () -> intake.check(stranger, People.register("P"), batch)
                                .errors()))
                .extracting(RowError::code)
                .containsExactly("membership.unknown-member");
    }

    @Test
    void onTheFormAndOnTheMembersPage() {
        var member = new MemberId(
                People.register("P"),
                sql().sql("select member_id from membership.member where register_id = 2 and ref = 'a1-1'")
                        .query(Long.class)
                        .single());
        for (var form : List.of(
                Map.of(
                        "kind",
                        "away",
                        "day",
                        "01/02/2024",
                        "toCell",
                        "PAT",
                        "untilDay",
                        "30/09/2024",
                        "decisionNo",
                        "GT-07"),
                Map.of("kind", "residence", "day", "01/03/2024", "toOutside", "Chi bộ tổ 5, tỉnh Z"))) {
            visits.post(keeper, "/members/" + member + "/movements/new", form).hasStatus(303);
        }
        visits.get(keeper, "/members/" + member + "?on=2024-03-19")
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Sinh hoạt tạm thời, nơi cư trú",
                        "Chi bộ công trường P",
                        "GT-07",
                        "đến 30/09/2024",
                        "Giới thiệu nơi cư trú",
                        "Chi bộ tổ 5, tỉnh Z")
                .doesNotContain("⟦");
        visits.post(keeper, "/members/" + member + "/movements/new", "kind=residence", "day=02/03/2024", "toCell=PX")
                .hasStatus(422)
                .bodyText()
                .contains("không nhận đảng viên sinh hoạt");
    }

    private JdbcClient sql() {
        return TestDatabase.of(database).asSuperuser();
    }
}
