package vn.giaoban.doors;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.TestDatabase;
import vn.giaoban.membership.Batch;
import vn.giaoban.membership.Intake;
import vn.giaoban.organisation.NewUnit;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Plan;
import vn.giaoban.organisation.UnitEvent;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.RegisterId;

/** Puts into the database what {@link RandomWorld} thinks of, by the modules' own ways. */
@Lazy
@Component
class Ground {

    private final Entries entries;
    private final Registers registers;
    private final UnitEvents events;
    private final Organisation organisation;
    private final Intake intake;
    private final TransactionTemplate transaction;
    private final DataSource database;
    private JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource());
    private String counted = "";
    private String counts = "";

    Ground(
            Entries entries,
            Registers registers,
            UnitEvents events,
            Organisation organisation,
            Intake intake,
            PlatformTransactionManager transactions,
            DataSource database) {
        this.entries = entries;
        this.registers = registers;
        this.events = events;
        this.organisation = organisation;
        this.intake = intake;
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
    }

    void centre(RegisterId register, LocalDate first) {
        made(register, "TW", first);
        apply(UnitEvent.open(register, first, NewUnit.of("TW", "Trung ương", "centre", null)));
    }

    void join(RegisterId register, String code, LocalDate first, List<NewUnit> units) {
        made(register, code, first);
        apply(UnitEvent.open(register, first, units.toArray(NewUnit[]::new)));
    }

    private void made(RegisterId register, String code, LocalDate first) {
        acting(() -> {
            var entry = entries.begin(RandomWorld.SYSTEM, Set.of(register), "test", null);
            return registers.create(entry, register, code, "Sổ " + code, first);
        });
    }

    void apply(UnitEvent event) {
        Acting.as(RandomWorld.SYSTEM, () -> events.apply(RandomWorld.SYSTEM, Plan.of(event)));
    }

    void store(RegisterId register, Batch batch) {
        acting(() -> {
            var entry = entries.begin(RandomWorld.SYSTEM, Set.of(register), "test", null);
            intake.store(RandomWorld.SYSTEM, entry, register, batch);
            return entry;
        });
    }

    private <T> T acting(Supplier<T> work) {
        return requireNonNull(Acting.as(RandomWorld.SYSTEM, () -> transaction.execute(status -> work.get())));
    }

    String unit(String code) {
        return organisation.named(code).orElseThrow().toString();
    }

    /** The numbers that people got, by the sender's keys. */
    Map<String, Long> numbers() {
        var numbers = new HashMap<String, Long>();
        superuser()
                .sql("select distinct ref, member_id from membership.member where ref is not null")
                .query(row -> {
                    numbers.put(row.getString(1), row.getLong(2));
                });
        return numbers;
    }

    /** One of a person's movements, or one that is not there. */
    String movementOf(Someone someone) {
        return superuser()
                .sql(
                        "select coalesce(max(movement_id), 987654) from membership.movement where register_id = ? and member_id = ?")
                .param(someone.register().value())
                .param(someone.number())
                .query(Long.class)
                .single()
                .toString();
    }

    /**
     * How many rows each table has, whoever they belong to; what may grow by looking alone is left out: reads, sessions, the chain, which is
     * sealed by itself.
     */
    Map<String, Long> rows() {
        var here = TestDatabase.of(database);
        if (!counted.equals(here.name())) {
            counted = here.name();
            sql = here.watching();
            counts = String.join(" union all ", sql.sql("""
                            select format('select %L as name, count(*) as n from %I.%I',
                                          t.schemaname || '.' || t.tablename, t.schemaname, t.tablename)
                              from pg_tables t
                             where t.schemaname not in ('pg_catalog', 'information_schema', 'migration')
                               and t.schemaname || '.' || t.tablename not in
                                   ('audit.read', 'audit.read_person', 'audit.link', 'audit.part', 'audit.shape', 'access.credential')
                            """).query(String.class).list());
        }
        var rows = new HashMap<String, Long>();
        sql.sql(counts).query(row -> {
            rows.put(row.getString(1), row.getLong(2));
        });
        return rows;
    }

    /** Reads recorded of a person. */
    long readsOf(@Nullable Long member) {
        return superuser()
                .sql("select count(*) from audit.read where ? = any (members)")
                .param(member)
                .query(Long.class)
                .single();
    }

    /** Tables in which this text stands anywhere. */
    List<String> written(String text) {
        var found = new ArrayList<String>();
        for (var table : rows().keySet()) {
            var stands = superuser()
                    .sql("select exists (select from " + table + " t where position(? in t::text) > 0)")
                    .param(text)
                    .query(Boolean.class)
                    .single();
            if (stands) {
                found.add(table);
            }
        }
        return found;
    }

    JdbcClient superuser() {
        return TestDatabase.of(database).asSuperuser();
    }
}
