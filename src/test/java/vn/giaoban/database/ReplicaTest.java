package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.dao.DataAccessException;
import vn.giaoban.TestDatabase;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Visit;

/** The application on two PostgreSQLs of which one follows the other: who reads where, and what he sees when the replica is behind or dead. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicaTest extends TwoServers {

    @Test
    @Order(1)
    void onlyVisitsThatReadMayGoThere() {
        assertThat(inVisit(READER, this::atReplica)).isTrue();
        assertThat(reading(this::atReplica)).as("outside of a visit").isFalse();
        assertThat(writing(this::atReplica)).isFalse();
        assertThat(new Visit(READER, false).during(() -> reading(this::atReplica)))
                .isFalse();
        assertThat(new Visit(READER, true).during(() -> writing(this::atReplica)))
                .isFalse();
        assertThat(inVisit(READER, this::atReplica))
                .as("whoever has just seen the primary goes on there")
                .isFalse();
    }

    @Test
    @Order(2)
    void pagesAndFiguresAreReadThereAndThePrimaryIsNotAskedAtAll() throws Exception {
        var browser = signedIn("xem");
        var unit = find(page(browser, "/units"), "/units/(\\d+)");
        var period = "?from=2024-01-01&until=2024-07-01";
        for (var address : List.of(
                "/",
                "/units/" + unit,
                "/units/" + unit + "/history",
                "/figures/" + unit + period,
                "/figures/" + unit + "/children" + period,
                "/figures/" + unit + "/breakdown?indicator=members&by=sex&from=2024-01-01&until=2024-07-01",
                "/reports/" + unit,
                "/checks/" + unit)) {
            theReplicaHasAllOf(browser);
            var there = readings("replica");
            var here = readings("primary");
            page(browser, address);
            assertThat(readings("replica")).as(address).isGreaterThan(there);
            assertThat(readings("primary")).as(address).isEqualTo(here);
        }
        var instant = known(get("nhap", FIGURES));
        theReplicaHasAllOf(browser);
        var there = readings("replica");
        page(browser, "/figures/" + unit + period + "&known=" + instant);
        assertThat(readings("replica"))
                .as("an instant of one's own is asked of the primary")
                .isEqualTo(there);
        page(browser, "/members?unit=" + unit);
        assertThat(primary()
                        .sql("select count(*) from audit.read where what like 'membership.list%'")
                        .query(Long.class)
                        .single())
                .as("a list is read there and its reading recorded here")
                .isPositive();
    }

    @Test
    @Order(3)
    void whoWroteSeesItWhileTheReplicaStandsStillAndOthersAreGivenTheOlderState() throws Exception {
        var before = get("xem", FIGURES);
        assertThat(get("nhap", FIGURES)).isEqualTo(before);
        until(() -> watch().hasAllUntil(System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(200)));
        replica.pause();
        load("movements", "3-movements.csv");
        var there = readings("replica");
        var mine = get("nhap", FIGURES);
        assertThat(readings("replica")).isEqualTo(there);
        assertThat(mine).isNotEqualTo(before);
        assertThat(known(mine)).isGreaterThan(known(before));

        assertThat(get("xem", FIGURES)).as("another one, within the bound").isEqualTo(before);
        assertThat(readings("replica")).isGreaterThan(there);
        // named by its instant it is complete for everybody
        assertThat(members(get("xem", FIGURES + "&knownAt=" + known(mine)))).isEqualTo(members(mine));
        // and what he has seen once he is not shown as it was before
        assertThat(get("xem", FIGURES)).isEqualTo(mine);

        replica.resume();
        until(() -> {
            var now = readings("replica");
            return members(get("nhap", FIGURES)).equals(members(mine)) && readings("replica") > now;
        });
    }

    @Test
    @Order(4)
    void aReplicaThatIsTooFarBehindIsNotAsked() throws Exception {
        replica.pause();
        primary()
                .sql("create table public.something as select generate_series(1, 1000)")
                .update();
        until(() -> !watch().fit());
        assertThat(watch().behind()).hasValueSatisfying(time -> assertThat(time).isGreaterThan(MOST_BEHIND));
        assertThat(gauge("giaoban.replica.used")).isZero();
        assertThat(gauge("giaoban.replica.behind")).isGreaterThan((double) MOST_BEHIND.toSeconds());
        var there = readings("replica");
        get("xem", FIGURES);
        assertThat(readings("replica")).isEqualTo(there);
        assertThat(inVisit(READER, this::atReplica)).isFalse();
        var health =
                http.send(HttpRequest.newBuilder(at("/actuator/health")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(health.body()).contains("\"replica\"", "\"used\":false");
        assertThat(http.send(
                                HttpRequest.newBuilder(at("/actuator/health/readiness"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        replica.resume();
        until(() -> watch().fit());
        assertThat(gauge("giaoban.replica.used")).isEqualTo(1);
    }

    /** Six people write and read at random for some seconds, while replay stands still and goes on. */
    @Test
    @Order(4)
    void nobodyEverMissesHisOwnNorIsShownAnOlderStateThanBefore() throws Exception {
        primary().sql("create schema probe").update();
        primary()
                .sql("create table probe.word (id bigint generated always as identity, account bigint)")
                .update();
        primary().sql("grant usage on schema probe to giaoban_app").update();
        primary().sql("grant select, insert on probe.word to giaoban_app").update();
        var there = readings("replica");
        var here = readings("primary");
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(6);
        var people = LongStream.range(100, 106)
                .mapToObj(account -> CompletableFuture.supplyAsync(() -> busy(account, until)))
                .toList();
        var chance = new Random(1);
        while (System.nanoTime() < until) {
            replica.pause();
            Thread.sleep(chance.nextInt(600));
            replica.resume();
            Thread.sleep(chance.nextInt(300));
        }
        for (var person : people) {
            assertThat(person.get(LONG.toSeconds(), TimeUnit.SECONDS)).isPositive();
        }
        assertThat(readings("replica")).isGreaterThan(there);
        assertThat(readings("primary")).isGreaterThan(here);
    }

    /** How often he read. */
    private int busy(long account, long until) {
        var chance = new Random(account);
        var visit = new Visit(account, true);
        var written = 0L;
        var newest = 0L;
        var read = 0;
        while (System.nanoTime() < until) {
            if (chance.nextInt(4) == 0) {
                written +=
                        visit.during(() -> writing(() -> sql().sql("insert into probe.word (account) values (:account)")
                                .param("account", account)
                                .update()));
            }
            var seen = visit.during(() -> reading(() -> sql().sql(
                            "select count(*) filter (where account = :account), coalesce(max(id), 0) from probe.word")
                    .param("account", account)
                    .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                    .single()));
            assertThat(seen[0]).as("his own").isEqualTo(written);
            assertThat(seen[1]).as("of all").isGreaterThanOrEqualTo(newest);
            newest = seen[1];
            read++;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(chance.nextInt(150)));
        }
        return read;
    }

    @Test
    @Order(5)
    void whatWritesInATransactionThatOnlyReadsFailsOnBoth() {
        var before = count();
        assertThatThrownBy(() -> inVisit(
                        READER,
                        () -> sql().sql("insert into access.notice default values")
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only transaction");
        assertThatThrownBy(() -> reading(() ->
                        sql().sql("insert into access.notice default values").update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only transaction");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void rowPoliciesHoldThere() {
        var all = primary()
                .sql("select count(*) from membership.member")
                .query(Long.class)
                .single();
        assertThat(all).isPositive();
        var register = primary()
                .sql("select distinct register_id from membership.member")
                .query(Short.class)
                .single();
        Supplier<Long> seen = () -> {
            assertThat(atReplica()).isTrue();
            return sql().sql("select count(*) from membership.member")
                    .query(Long.class)
                    .single();
        };
        assertThat(Acting.as(officer(register), () -> inVisit(READER, seen))).isEqualTo(all);
        assertThat(Acting.as(officer((short) (register + 1)), () -> inVisit(READER, seen)))
                .isZero();
        assertThatThrownBy(() -> inVisit(
                        READER,
                        () -> sql().sql("select count(*) from membership.member")
                                .query(Long.class)
                                .single()))
                .as("nobody")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    @Order(7)
    void aReplicaThatDiesIsNoticedByNobodyAndUsedAgainWhenItIsBack() throws Exception {
        var figures = get("xem", FIGURES);
        var again = readings("again");
        var waiting = longReading();
        replica.kill();
        assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS))
                .as("begun there, done again here")
                .containsExactly(true, false);
        assertThat(readings("again")).isGreaterThan(again);
        for (var n = 0; n < 5; n++) {
            assertThat(get("xem", FIGURES)).isEqualTo(figures);
        }
        assertThat(watch().fault()).hasValueSatisfying(why -> assertThat(why).contains("does not answer"));
        replica.start();
        until(() -> watch().fit());
        until(() -> inVisit(READER, this::atReplica));
        assertThat(get("xem", FIGURES)).isEqualTo(figures);
    }

    @Test
    @Order(8)
    void whoWaitsForAReplicaThatHasFallenSilentIsAnsweredByThePrimary() throws Exception {
        var figures = get("xem", FIGURES);
        var waiting = longReading();
        replica.signal("STOP");
        var since = System.nanoTime();
        assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS)).containsExactly(true, false);
        assertThat(get("xem", FIGURES)).isEqualTo(figures);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(20));
        replica.signal("CONT");
        until(() -> watch().fit());
    }

    @Test
    @Order(9)
    void aReplicaOfAnotherDatabaseIsNeverRead() throws Exception {
        var other = TestDatabase.create();
        var there = new DatabaseAddress(
                replica.url("giaoban"),
                primary.application().user(),
                primary.application().password());
        try (var mistaken = new ReplicaWatch(other.address(), there, MOST_BEHIND, Duration.ofMillis(100))) {
            until(() -> mistaken.fault().orElse("").contains("another primary"));
            assertThat(mistaken.fit()).isFalse();
        } finally {
            other.drop();
        }
    }

    /** Not undone: the last one. */
    @Test
    @Order(10)
    void whatIsNoReplicaAnyMoreIsNeverRead() throws Exception {
        replica.superuser().sql("select pg_promote()").query((row, n) -> true).single();
        until(() -> !watch().fit());
        assertThat(watch().fault()).hasValueSatisfying(why -> assertThat(why).contains("no replica"));
        get("xem", FIGURES);
        assertThat(inVisit(READER, this::atReplica)).isFalse();
        assertThat(replica.superuser()
                        .sql("select pg_is_in_recovery()")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
