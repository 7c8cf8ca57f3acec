package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestClock;
import vn.giaoban.TestDatabase;
import vn.giaoban.organisation.EventId;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.Verb;

/** The list that is read from the order that is kept, against the one that is made from belongings and profiles. */
@CommittingTest(freshForEachMethod = true)
class StandingListsTest {

    private static final List<String> TOPS = List.of("TW", "P", "Q", "PX", "PA", "PA2", "PB1", "QC1", "QY");

    @Autowired
    People people;

    @Autowired
    StandingLists lists;

    @Autowired
    MemberLists made;

    @Autowired
    Standing standing;

    @Autowired
    StandingCounts counts;

    @Autowired
    Organisation organisation;

    @Autowired
    UnitEvents events;

    @Autowired
    Entries entries;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    javax.sql.DataSource database;

    private int compared;

    @BeforeEach
    void peopleOfTwoProvinces() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            for (var p : List.of("P", "Q")) {
                var rows = new ArrayList<NewMember>();
                for (var n = 0; n < 48; n++) {
                    rows.add(NewMember.opening(
                            n,
                            "n" + n,
                            Profile.of(
                                    List.of("Nguyễn", "Trần", "Đặng").get(n % 3) + " Văn "
                                            + List.of("An", "Ánh", "Đức", "Dũng")
                                                    .get(n / 12),
                                    Birth.on(LocalDate.of(1980, 1, 1).plusDays(n % 7)),
                                    n % 5 == 0 ? Sex.F : Sex.M),
                            p + List.of("A1", "A2", "B1", "C1").get(n % 4),
                            n % 6 == 0 ? Degree.PROBATIONARY : Degree.OFFICIAL));
                }
                people.store(People.register(p), Batch.ofMembers(rows));
            }
            return true;
        });
    }

    @Test
    void everyKindOfWritingIsFollowed() {
        same("openings");
        counts.addUp(1);
        same("counts added up");
        people.at("2024-02-01", () -> {
            for (var n = 0; n < 12; n++) {
                move(
                        "P",
                        "x" + n,
                        "n" + n,
                        "transfer",
                        "2024-01-10",
                        "P" + List.of("A1", "A2", "B1", "C1").get(n % 4),
                        "QC1");
            }
            people.move("d1", "n40", "died", "2024-01-15", "A1>");
            people.move("r1", "n42", "recognition", "2024-01-15", "");
            return true;
        });
        same("movements, also to another register");
        people.at("2024-02-02", () -> {
            people.withdraw("d1");
            people.store(TwoProvinces.P, Batch.ofMovements(List.of(NewMovement.withdrawal(1, "w", "x3"))));
            return true;
        });
        same("withdrawn");
        people.at("2024-02-03", () -> {
            people.store(
                    TwoProvinces.P,
                    Batch.ofMembers(List.of(
                            new NewMember(
                                    1,
                                    "n7b",
                                    "n7",
                                    Profile.of("Vũ Thị Ấn", Birth.on(LocalDate.of(1970, 1, 1)), Sex.F),
                                    null,
                                    false,
                                    new NewMember.OpeningPlace("PC1", null, Degree.OFFICIAL),
                                    null),
                            new NewMember(2, "n45b", "n45", null, null, false, null, null))));
            return true;
        });
        same("corrected and taken back");
        var event = new EventId[1];
        people.at("2024-03-01", () -> {
            people.apply(
                    (register, p) -> UnitEvent.absorb(register, LocalDate.parse("2024-03-01"), p + "A1", p + "A2"));
            event[0] = events.apply(
                            People.SYSTEM,
                            Plan.of(UnitEvent.absorb(TwoProvinces.P, LocalDate.parse("2024-03-01"), "P", "Q")))
                    .events()
                    .get(0);
            return true;
        });
        same("provinces and cells merged");
        people.at("2024-04-01", () -> events.undo(People.SYSTEM, event[0]));
        same("and undone");
        counts.addUp(1);
        same("and added up again");
        assertThat(compared).isGreaterThan(2_000);
    }

    @Test
    void whatLiesAheadComesWithoutBeingWritten() {
        people.at("2026-06-30", () -> {
            people.move("t1", "n1", "transfer", "2026-07-20", "A2>B1");
            people.move("t2", "n2", "struck-off", "2026-07-25", "B1>");
            return true;
        });
        same("before");
        counts.addUp(1);
        same("added up before");
        clock.set(Instant.parse("2026-07-22T02:00:00Z"));
        same("one has moved");
        counts.addUp(1);
        same("added up in between");
        clock.set(Instant.parse("2026-07-26T02:00:00Z"));
        same("the other is gone");
    }

    @Test
    void whatWasThereBeforeIsReadInOnce() {
        var owner = TestDatabase.of(database).asOwner();
        owner.sql("truncate membership.standing, membership.standing_count, membership.standing_complete")
                .update();

        standing.fill();

        same("filled");
        owner.sql("truncate membership.standing_count").update();
        standing.fill();
        same("counted after it was filled");
        assertThat(compared).isPositive();
        owner.sql("truncate membership.standing").update();
        standing.fill();
        assertThat(asked(() -> page(
                                "TW",
                                PersonList.Filter.of(organisation.named("TW").orElseThrow()),
                                1_000))
                        .members())
                .as("complete is complete")
                .isEmpty();
    }

    private void move(String p, String ref, String person, String kind, String day, String from, String to) {
        people.store(
                People.register(p),
                Batch.ofMovements(List.of(NewMovement.of(
                        1,
                        ref,
                        person,
                        MovementKind.ofCode(kind),
                        NewMovement.On.day(LocalDate.parse(day)),
                        NewMovement.Place.cell(from),
                        NewMovement.Place.cell(to)))));
    }

    private void same(String when) {
        for (var top : TOPS) {
            var all = PersonList.Filter.of(organisation.named(top).orElseThrow());
            for (var filter : List.of(
                    all,
                    all.sorted("-name"),
                    new PersonList.Filter(all.unit(), Degree.PROBATIONARY, null, "", PersonList.By.NAME, false),
                    new PersonList.Filter(all.unit(), null, Sex.F, "", PersonList.By.NAME, true))) {
                var expected = asked(() -> {
                    var order = made.order(sight(), People.SYSTEM.registers(), filter, List.of(), now());
                    return order.slice(0, order.size());
                });
                for (var few : List.of(0, 1_000)) {
                    var page = asked(() -> lists.page(filter, new PersonList.Slice(1, 1_000), now(), few));
                    assertThat(page.members())
                            .as("%s: %s %s %s", when, top, filter, few)
                            .isEqualTo(expected);
                    assertThat(page.all()).isEqualTo(expected.size());
                    var second = asked(() -> lists.page(filter, new PersonList.Slice(2, 7), now(), few));
                    var from = (second.page() - 1) * 7;
                    assertThat(second.members()).isEqualTo(expected.subList(from, Math.min(from + 7, expected.size())));
                    compared += expected.size();
                }
            }
        }
    }

    private StandingLists.Page page(String top, PersonList.Filter filter, int size) {
        return lists.page(filter, new PersonList.Slice(1, size), now());
    }

    private Sight sight() {
        return Sight.of(
                new Actor(
                        1,
                        "x",
                        People.SYSTEM.registers(),
                        List.of(new Actor.Grant(
                                Verb.SEE_PERSONS, organisation.named("TW").orElseThrow()))),
                now().day(),
                now().known());
    }

    private AsOf now() {
        return new AsOf(LocalDate.ofInstant(clock.instant(), Days.ZONE), entries.latest());
    }

    private <T> T asked(Supplier<T> question) {
        return Objects.requireNonNull(Acting.as(
                People.SYSTEM, () -> new TransactionTemplate(transactions).execute(status -> question.get())));
    }
}
