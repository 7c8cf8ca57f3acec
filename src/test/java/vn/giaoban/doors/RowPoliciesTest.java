package vn.giaoban.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestDatabase;

/**
 * The second net, table by table as the catalogue lists them: whatever is keyed by register shows and takes rows of the registers of the
 * setting alone, for the role of the application and for the owner of the tables. A new table is tried the day it is made.
 */
@CommittingTest
class RowPoliciesTest {

    /** Keyed by register and open all the same: structure, which every account reads, and what stands before any register is known. */
    private static final Map<String, String> OPEN = Map.of(
            "access.register_sight", "who may see which register: read to make an actor, before a register is his",
            "organisation.draft", "plans for units; held by the right over the whole register in code",
            "organisation.event", "structure",
            "organisation.plan", "structure",
            "organisation.unit", "structure",
            "record.register", "the registers themselves");

    private static final String REFUSED = "42501";

    @Autowired
    DataSource application;

    @Autowired
    Ground ground;

    @Autowired
    Belongings belongings;

    private TestDatabase database = new TestDatabase("never");
    private HikariDataSource pool = new HikariDataSource();

    @BeforeEach
    void twoProvincesWithAllThatBelongsToThem() {
        database = TestDatabase.of(application);
        if (database.asSuperuser()
                        .sql("select count(*) from record.register")
                        .query(Integer.class)
                        .single()
                == 0) {
            var world = RandomWorld.of(new Random(3), ground);
            RandomWorld.PROVINCES.forEach(province -> belongings.of(world, province));
        }
        pool = database.pool(2);
    }

    @AfterEach
    void closed() {
        pool.close();
    }

    @Test
    void everyTableKeyedByRegisterHasAPolicyThatHoldsItsOwnerToo() {
        assertThat(withoutPolicy(database.asSuperuser())).isEmpty();
        // and a table without one is found
        var owner = database.asOwner();
        owner.sql("create schema probe").update();
        owner.sql("create table probe.forgotten (register_id smallint, name text)")
                .update();
        owner.sql("create table probe.unforced (register_id smallint, name text)")
                .update();
        owner.sql("alter table probe.unforced enable row level security").update();
        try {
            assertThat(withoutPolicy(database.asSuperuser())).containsExactly("probe.forgotten", "probe.unforced");
        } finally {
            owner.sql("drop schema probe cascade").update();
        }
    }

    private static List<String> withoutPolicy(JdbcClient sql) {
        return keyedTables(sql).stream()
                .filter(table -> !OPEN.containsKey(table))
                .filter(table ->
                        !sql.sql("""
                                select c.relrowsecurity and c.relforcerowsecurity
                                       and exists (select from pg_policy p where p.polrelid = c.oid)
                                       and not exists (select from pg_policy p where p.polrelid = c.oid
                                                          and pg_get_expr(p.polqual, p.polrelid) not like '%giaoban.registers%')
                                  from pg_class c
                                 where c.oid = cast(:table as regclass)
                                """).param("table", table).query(Boolean.class).single())
                .toList();
    }

    private static List<String> keyedTables(JdbcClient sql) {
        return keyed(sql, "r", "p");
    }

    private static List<String> keyed(JdbcClient sql, String... kinds) {
        return sql.sql("""
                        select n.nspname || '.' || c.relname
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attname = 'register_id' and not a.attisdropped
                         where c.relkind::text = any (:kinds) and n.nspname not in ('pg_catalog', 'information_schema', 'migration')
                         order by 1
                        """).param("kinds", kinds).query(String.class).list();
    }

    @Test
    void whatIsOpenIsNamedWithItsReasonAndHoldsNobody() {
        var sql = database.asSuperuser();
        assertThat(keyedTables(sql)).containsAll(OPEN.keySet());
        // nobody is named by a table that is not keyed by register, or is open
        assertThat(sql.sql("""
                        select distinct n.nspname || '.' || c.relname
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                         where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                           and a.attname in ('member_id', 'outside_name', 'citizen', 'birth')
                        """).query(String.class).list())
                .hasSizeGreaterThan(8)
                .isSubsetOf(keyedTables(sql).stream()
                        .filter(table -> !OPEN.containsKey(table))
                        .toList());
    }

    @Test
    void noRowOfAnotherRegisterIsSeen() throws Exception {
        var sql = database.asSuperuser();
        var faults = new ArrayList<String>();
        var withRowsOfSeveral = new TreeSet<String>();
        for (var table : guarded(sql)) {
            for (var register : registers(sql)) {
                var mine = there(sql, table, "register_id = " + register);
                var others = there(sql, table, "register_id <> " + register);
                var shown = count(table, register, "register_id = " + register);
                var leaked = count(table, register, "register_id <> " + register);
                if (shown != mine || leaked != 0) {
                    faults.add("%s with register %s shows %s of %s rows and %s of others"
                            .formatted(table, register, shown, mine, leaked));
                }
                if (mine > 0 && others > 0) {
                    withRowsOfSeveral.add(table);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(withRowsOfSeveral)
                .contains(
                        "membership.member",
                        "membership.member_name",
                        "membership.profile",
                        "membership.belonging",
                        "membership.movement",
                        "membership.opening",
                        "membership.step",
                        "organisation.holding",
                        "organisation.event_file",
                        "organisation.decision_file",
                        "importing.job",
                        "importing.sealed",
                        "figures.freeze",
                        "reporting.remark");
    }

    /** Views run with the rights of their owner, whom the policies hold too. */
    @Test
    void viewsShowNoMoreThanTheirTables() throws Exception {
        var sql = database.asSuperuser();
        var faults = new ArrayList<String>();
        var persons = keyed(sql, "v", "m").stream()
                .filter(view -> !view.startsWith("organisation_api.") && !view.startsWith("record_api."))
                .toList();
        for (var view : persons) {
            var leaked = count(view, 2, "register_id <> 2");
            if (leaked != 0) {
                faults.add(view + " shows " + leaked + " rows of others");
            }
        }
        assertThat(faults).isEmpty();
        assertThat(persons).hasSizeGreaterThan(3);
    }

    /** A policy speaks before any other rule of the table: what it lets in is refused only for being empty. */
    @Test
    void noRowOfAnotherRegisterIsTaken() throws Exception {
        var faults = new ArrayList<String>();
        for (var table : guarded(database.asSuperuser())) {
            var foreign = insert(table, 2, 3);
            var own = insert(table, 2, 2);
            if (!foreign.equals(REFUSED) || own.equals(REFUSED)) {
                faults.add("%s with register 2: a row of 3 gives %s, of 2 %s".formatted(table, foreign, own));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> guarded(JdbcClient sql) {
        return keyedTables(sql).stream()
                .filter(table -> !OPEN.containsKey(table))
                .toList();
    }

    private static long there(JdbcClient sql, String table, String which) {
        return sql.sql("select count(*) from " + table + " where " + which)
                .query(Long.class)
                .single();
    }

    private static List<Integer> registers(JdbcClient sql) {
        return sql.sql("select register_id from record.register order by 1")
                .query(Integer.class)
                .list();
    }

    private long count(String table, int register, String which) throws SQLException {
        try (var connection = acting(register);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table + " where " + which)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The state with which the database refuses it; empty if it does not. */
    private String insert(String table, int acting, int register) throws SQLException {
        try (var connection = acting(acting);
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into " + table + " (register_id) values (" + register + ")");
            connection.rollback();
            return "";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    private Connection acting(int register) throws SQLException {
        var connection = pool.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set local giaoban.registers = '{" + register + "}'");
        }
        return connection;
    }
}
