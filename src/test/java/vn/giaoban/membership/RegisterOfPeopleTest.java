package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaoban.membership.People.SYSTEM;
import static vn.giaoban.membership.People.evening;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.organisation.CarriedPerson;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.organisation.UnitFaults;
import vn.giaoban.shared.Refusals;

/** People through time, with committed transactions and two registers: what was known when. */
@CommittingTest(freshForEachMethod = true)
class RegisterOfPeopleTest {

    @Autowired
    People people;

    @Autowired
    UnitEvents events;

    @BeforeEach
    void twoProvinces() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            people.settle("A1", 2);
            people.settle("A2", 2);
            people.settle("C1", 1);
            people.know("n1", "n2");
            return true;
        });
    }

    @Test
    void theSmallExampleOfCounting() {
        people.at("2024-02-11", () -> {
            people.move("m1", "n1", "admission", "2024-02-10", ">A1");
            return true;
        });
        people.at("2024-03-02", () -> {
            people.move("m2", "a2-1", "transfer", "2024-03-01", "A2>B1");
            return true;
        });
        people.at("2024-04-02", () -> {
            people.apply(
                    (register, p) -> UnitEvent.handOver(register, LocalDate.parse("2024-04-01"), p + "A", p + "Y"));
            return true;
        });
        people.at("2024-04-16", () -> {
            people.move("m3", "a1-1", "died", "2024-04-15", "A1>");
            return true;
        });
        people.at("2024-05-02", () -> {
            people.apply(
                    (register, p) -> UnitEvent.absorb(register, LocalDate.parse("2024-05-01"), p + "C1", p + "A2"));
            return true;
        });
        people.at("2024-05-21", () -> {
            people.move("m4", "n2", "admission", "2024-05-20", ">A2");
            return true;
        });
        people.at("2024-06-03", () -> {
            people.move("m5", "n1", "admission", "2024-01-09", ">A1", "m1");
            return true;
        });

        assertThat(people.belong("2023-12-31", evening("2024-06-04")))
                .containsExactly("a1-1 A1", "a1-2 A1", "a2-1 A2", "a2-2 A2", "c1-1 C1");
        assertThat(people.belong("2024-06-30", evening("2024-06-04")))
                .containsExactly("a1-2 A1", "a2-1 B1", "a2-2 A2", "c1-1 C1", "n1 A1 P", "n2 A2 P");
        assertThat(people.steps("2024-01-01", "2024-07-01", evening("2024-06-04")))
                .containsExactly(
                        "2024-01-09 n1 admission >A1",
                        "2024-03-01 a2-1 transfer A2>B1",
                        "2024-04-15 a1-1 died A1>",
                        "2024-05-20 n2 admission >A2");
        assertThat(people.steps("2024-02-01", "2024-03-01", evening("2024-06-01")))
                .containsExactly("2024-02-10 n1 admission >A1");
        assertThat(people.steps("2024-02-01", "2024-03-01", evening("2024-07-01")))
                .isEmpty();
        assertThat(people.belong("2024-01-20", evening("2024-06-01"))).doesNotContain("n1 A1 P");
        assertThat(people.belong("2024-01-20", evening("2024-06-04"))).contains("n1 A1 P");
    }

    @Test
    void aWithdrawnMovementWasSoUntilItWasWithdrawn() {
        people.at("2024-03-02", () -> {
            people.move("m1", "a1-1", "expelled", "2024-03-01", ">");
            return true;
        });
        people.at("2024-03-05", () -> {
            people.withdraw("m1");
            return true;
        });
        assertThat(people.belong("2024-03-03", evening("2024-03-03"))).doesNotContain("a1-1 A1");
        assertThat(people.belong("2024-03-03", evening("2024-03-06"))).contains("a1-1 A1");
        assertThat(people.steps("2024-01-01", "2025-01-01", evening("2024-03-03")))
                .hasSize(1);
        assertThat(people.steps("2024-01-01", "2025-01-01", evening("2024-03-06")))
                .isEmpty();
    }

    @Test
    void aLateRowBreaksNoLaterOne() {
        people.at("2024-03-02", () -> {
            people.move("m1", "a1-1", "transfer", "2024-03-01", "A1>A2");
            return true;
        });
        assertThatThrownBy(() -> people.at("2024-03-05", () -> {
                    people.move("m0", "a1-1", "transfer", "2024-02-01", "A1>B1");
                    return true;
                }))
                .isInstanceOf(Refusals.class)
                .hasMessageContaining("membership.breaks-later");
    }

    @Test
    void aDividedCellSharesItsPeopleOut() {
        people.at("2024-06-02", () -> {
            people.apply((register, p) -> UnitEvent.divide(
                            register,
                            LocalDate.parse("2024-06-01"),
                            p + "A1",
                            List.of(
                                    NewUnit.of(p + "A8", "Chi bộ tám", "chi-bo", p + "A"),
                                    NewUnit.of(p + "A9", "Chi bộ chín", "chi-bo", p + "A")),
                            p + "A8")
                    .carrying(List.of(new CarriedPerson("a1-2", p + "A9"))));
            return true;
        });
        assertThat(people.belong("2024-06-01", evening("2024-06-03"))).contains("a1-1 A1", "a1-2 A9");
        assertThat(people.steps("2024-01-01", "2025-01-01", evening("2024-06-03")))
                .containsExactly("2024-06-01 a1-2 carried A1>A9");
        // a late row in the divided cell must name the cell
        assertThatThrownBy(() -> people.at("2024-06-05", () -> {
                    people.move("m1", "n1", "admission", "2024-05-01", ">A1");
                    return true;
                }))
                .isInstanceOf(Refusals.class)
                .hasMessageContaining("membership.cell-shared-out");
        people.at("2024-06-06", () -> {
            for (var p : List.of("P", "Q")) {
                var row = People.movement(p, "m1", "n1", "admission", "2024-05-01", ">A1");
                var what = java.util.Objects.requireNonNull(row.what());
                people.store(
                        People.register(p),
                        Batch.ofMovements(List.of(new NewMovement(
                                1,
                                "m1",
                                null,
                                new NewMovement.What(
                                        what.member(),
                                        what.kind(),
                                        what.on(),
                                        what.from(),
                                        what.to(),
                                        null,
                                        p + "A9")))));
            }
            return true;
        });
        assertThat(people.belong("2024-05-31", evening("2024-06-07"))).contains("n1 A1 P");
        assertThat(people.belong("2024-06-01", evening("2024-06-07"))).contains("n1 A9 P");
        // those who were there are not asked again
        people.at("2024-06-08", () -> {
            people.move("m2", "a1-1", "died", "2024-06-07", "A8>");
            return true;
        });
    }

    @Test
    void dissolvingACellNeedsACellForItsPeople() {
        assertThatThrownBy(() -> people.at("2024-06-02", () -> {
                    people.apply(
                            (register, p) -> UnitEvent.dissolve(register, LocalDate.parse("2024-06-01"), p + "A1"));
                    return true;
                }))
                .isInstanceOf(UnitFaults.class)
                .hasMessageContaining("membership.people-without-cell");
        people.at("2024-06-02", () -> {
            people.apply((register, p) -> UnitEvent.dissolve(register, LocalDate.parse("2024-06-01"), p + "A1")
                    .receivedBy(p + "A2"));
            return true;
        });
        assertThat(people.belong("2024-06-01", evening("2024-06-03"))).contains("a1-1 A2", "a1-2 A2");
        assertThat(people.steps("2024-01-01", "2025-01-01", evening("2024-06-03")))
                .containsExactly("2024-06-01 a1-1 carried A1>A2", "2024-06-01 a1-2 carried A1>A2");
    }

    @Test
    void anUndoneEventLeavesPeopleWhereTheyWere() {
        var before = people.belong("2024-07-01", evening("2024-06-03"));
        var undone = people.at(
                "2024-06-02",
                () -> events.apply(
                                SYSTEM,
                                Plan.of(UnitEvent.splitOff(
                                                TwoProvinces.P,
                                                LocalDate.parse("2024-06-01"),
                                                "PA1",
                                                NewUnit.of("PA9", "Chi bộ chín", "chi-bo", "PA"))
                                        .carrying(List.of(new CarriedPerson("a1-2", "PA9")))))
                        .events()
                        .get(0));
        assertThat(people.belong("2024-07-01", evening("2024-06-03"))).contains("a1-2 A9");
        people.at("2024-06-04", () -> events.undo(SYSTEM, undone));
        assertThat(people.belong("2024-07-01", evening("2024-06-05"))).isEqualTo(before);
        assertThat(people.belong("2024-07-01", evening("2024-06-03"))).contains("a1-2 A9");
    }

    @Test
    void whatRestsOnAnEventKeepsItFromBeingUndone() {
        var split = people.at(
                "2024-06-02",
                () -> events.apply(
                                SYSTEM,
                                Plan.of(UnitEvent.splitOff(
                                                TwoProvinces.P,
                                                LocalDate.parse("2024-06-01"),
                                                "PA1",
                                                NewUnit.of("PA9", "Chi bộ chín", "chi-bo", "PA"))
                                        .carrying(List.of(new CarriedPerson("a1-2", "PA9")))))
                        .events()
                        .get(0));
        people.at("2024-06-06", () -> {
            people.store(
                    TwoProvinces.P,
                    Batch.ofMovements(List.of(People.movement("P", "m9", "a1-2", "transfer", "2024-06-05", "A9>B1"))));
            return true;
        });
        assertThatThrownBy(() -> people.at("2024-06-07", () -> events.undo(SYSTEM, split)))
                .hasMessageContaining("rested-upon")
                .hasMessageContaining("m9");
    }
}
