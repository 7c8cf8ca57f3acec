package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.CommittingTest;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Verb;

/** Both ways to search against everybody whom the reader may see, looked at one by one. */
@CommittingTest
class NameSearchTest {

    private static final List<String> FAMILIES = List.of("Nguyễn", "Nguyên", "Trần", "Đặng");
    private static final List<String> MIDDLES = List.of("Văn", "Thị", "Nguyễn");
    private static final List<String> GIVEN = List.of("An", "Ánh", "Đức", "Dũng", "Văn", "Ước");
    private static final LocalDate TODAY = LocalDate.parse("2026-07-01");

    @Autowired
    People people;

    @Autowired
    NameSearch search;

    @Autowired
    VisitorNames visitors;

    @Autowired
    Organisation organisation;

    @Autowired
    Entries entries;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void peopleOfTwoProvinces() {
        if (organisation.named("P").isPresent()) {
            return;
        }
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            for (var p : List.of("P", "Q")) {
                var rows = new ArrayList<NewMember>();
                for (var n = 0; n < 72; n++) {
                    rows.add(NewMember.opening(
                            n,
                            "n" + n,
                            named(n),
                            p + List.of("A1", "A2", "B1", "C1").get(n % 4),
                            Degree.OFFICIAL));
                }
                people.store(People.register(p), Batch.ofMembers(rows));
            }
            return true;
        });
        people.at("2024-02-01", () -> {
            // away from its own register, some of them back, some gone for good
            for (var n = 0; n < 20; n++) {
                cross(
                        "P",
                        "x" + n,
                        "n" + n,
                        "2024-01-10",
                        "P" + List.of("A1", "A2", "B1", "C1").get(n % 4),
                        "QC1");
            }
            return true;
        });
        people.at("2024-02-04", () -> {
            for (var n = 0; n < 5; n++) {
                cross("P", "y" + n, "n" + n, "2024-01-12", "QC1", "PA1");
            }
            people.move("d1", "n40", "died", "2024-01-15", "A1>");
            people.store(
                    TwoProvinces.P,
                    Batch.ofMovements(List.of(NewMovement.of(
                            1,
                            "d2",
                            "n6",
                            MovementKind.ofCode("died"),
                            NewMovement.On.day(LocalDate.parse("2024-01-20")),
                            NewMovement.Place.cell("QC1"),
                            NewMovement.Place.NONE))));
            return true;
        });
        // whose only day in Q is withdrawn afterwards
        people.at("2024-02-05", () -> {
            people.store(TwoProvinces.P, Batch.ofMovements(List.of(NewMovement.withdrawal(1, "wx", "x19"))));
            return true;
        });
        // a visitor under another name
        people.at("2024-02-06", () -> {
            people.store(
                    TwoProvinces.P,
                    Batch.ofMembers(List.of(new NewMember(
                            1,
                            "n7b",
                            "n7",
                            Profile.of("Trần Thị Mới", Birth.on(LocalDate.of(1980, 1, 1)), Sex.F),
                            null,
                            false,
                            new NewMember.OpeningPlace("PC1", null, Degree.OFFICIAL),
                            null))));
            return true;
        });
        people.at("2024-03-01", () -> {
            people.apply(
                    (register, p) -> UnitEvent.absorb(register, LocalDate.parse("2024-03-01"), p + "A1", p + "A2"));
            return true;
        });
    }

    private static Profile named(int n) {
        return Profile.of(
                FAMILIES.get(n % 4) + " " + MIDDLES.get(n / 4 % 3) + " " + GIVEN.get(n / 12 % 6),
                Birth.on(LocalDate.of(1980, 1, 1).plusDays(n)),
                Sex.M);
    }

    private void cross(String p, String ref, String person, String day, String from, String to) {
        people.store(
                People.register(p),
                Batch.ofMovements(List.of(NewMovement.of(
                        1,
                        ref,
                        person,
                        MovementKind.ofCode("transfer"),
                        NewMovement.On.day(LocalDate.parse(day)),
                        NewMovement.Place.cell(from),
                        NewMovement.Place.cell(to)))));
    }

    @Test
    void bothWaysFindWhomTheReaderMaySeeAndNobodyElse() {
        var shown = 0;
        for (var top : List.of("TW", "P", "Q", "PX", "PA", "PA2", "QC1", "QY")) {
            for (var keeps : List.of(true, false)) {
                var reader = reader(top, keeps);
                var sight = Sight.of(reader, TODAY, entries.latest());
                for (var text : List.of(
                        "nguyen", "ng", "van", "nguyễn văn", "DUNG", "an", "tran thi moi", "uoc nguyen", "zz")) {
                    var expected = everybodySeen(reader, sight, text);
                    shown += expected.size();
                    for (var few : List.of(0, Integer.MAX_VALUE - 1)) {
                        assertThat(found(reader, sight, text, 1_000, few))
                                .as("%s %s %s %s", top, keeps, text, few)
                                .containsExactlyInAnyOrderElementsOf(expected);
                        var first = found(reader, sight, text, 2, few);
                        assertThat(first).hasSize(Math.min(2, expected.size()));
                        assertThat(expected).containsAll(first);
                    }
                }
            }
        }
        assertThat(shown).isGreaterThan(1_000);
    }

    @Test
    void whatIsFilledInAtAStartIsWhatWasWritten() {
        var written = names();
        assertThat(written).isNotEmpty();
        vn.giaoban.TestDatabase.of(database)
                .asOwner()
                .sql("truncate membership.visitor_name")
                .update();

        visitors.fill();

        // what was written also knows former names
        assertThat(written).containsAll(names());
        bothWaysFindWhomTheReaderMaySeeAndNobodyElse();
    }

    @Autowired
    javax.sql.DataSource database;

    private List<String> names() {
        return asked(
                TwoProvinces.SYSTEM,
                () -> sql.sql(
                                "select concat_ws(' ', register_id, member_id, place_register, rotation) from membership.visitor_name")
                        .query(String.class)
                        .list());
    }

    private List<MemberId> found(Actor reader, Sight sight, String text, int limit, int few) {
        return asked(
                reader,
                () -> search.search(sight, reader.registers(), text, limit, few).stream()
                        .map(Person::id)
                        .toList());
    }

    private Set<MemberId> everybodySeen(Actor reader, Sight sight, String text) {
        return new HashSet<>(asked(
                reader,
                () -> sight.bind(sql.sql("""
                        select n.register_id, n.member_id
                          from membership.member_name n
                         where n.superseded_at = 'infinity' and n.rotation like ext.folded(:text) || '%'
                           and (:all or membership.in_sight(n.register_id, n.member_id, :tops, :keeps, :today, :now))
                        """))
                        .param("text", text)
                        .query((row, n) ->
                                new MemberId(new vn.giaoban.shared.RegisterId(row.getShort(1)), row.getLong(2)))
                        .list()));
    }

    private <T> T asked(Actor reader, Supplier<T> question) {
        return java.util.Objects.requireNonNull(
                Acting.as(reader, () -> new TransactionTemplate(transactions).execute(status -> question.get())));
    }

    private Actor reader(String top, boolean keeps) {
        var unit = organisation.named(top).orElseThrow();
        var grants = new ArrayList<>(List.of(new Actor.Grant(Verb.SEE_PERSONS, unit)));
        if (keeps) {
            grants.add(new Actor.Grant(Verb.KEEP_REGISTER, unit));
        }
        return new Actor(7, "can.bo", TwoProvinces.SYSTEM.registers(), grants);
    }
}
