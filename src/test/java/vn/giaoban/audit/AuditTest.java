package vn.giaoban.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestDatabase;
import vn.giaoban.access.AccessFixture;
import vn.giaoban.audit.Verification.Fault;

@CommittingTest(freshForEachMethod = true)
class AuditTest {

    @Autowired
    AccessFixture fixture;

    @Autowired
    Audit audit;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient application;

    @BeforeEach
    void somethingRecorded() {
        fixture.twoProvinces();
        fixture.account("reader", "figures-reader", "P1");
    }

    @Test
    void everyEntryIsSealedAndTheChainIsWhole() {
        assertThat(audit.verify().unsealed()).isEqualTo(7);
        var head = audit.seal();

        var verified = audit.verify();
        assertThat(verified.broken()).isNull();
        assertThat(verified.links()).isEqualTo(7);
        assertThat(verified.unsealed()).isZero();
        assertThat(verified.head()).isEqualTo(head);
        assertThat(audit.seal()).isEqualTo(head);
    }

    @Test
    void chainStaysWholeWhileRowsAreSuperseded() {
        audit.seal();
        fixture.absorb("P1-C1", "P1-C2", AccessFixture.FIRST.plusMonths(3));
        assertThat(audit.verify().whole()).isTrue();
        audit.seal();
        assertThat(audit.verify().whole()).isTrue();
    }

    @Test
    void changedRowIsFound() {
        audit.seal();
        owner().sql("update organisation.unit_state set name = 'Chi bộ khác' where name = 'Chi bộ 1 P2'")
                .update();

        var broken = requireNonNull(audit.verify().broken());
        assertThat(broken.fault()).isEqualTo(Fault.ROWS);
        assertThat(broken.table()).isEqualTo("organisation.unit_state");
        assertThat(broken.position()).isEqualTo(5);
    }

    @Test
    void rowMadeToLookSupersededIsFound() {
        audit.seal();
        owner().sql("""
                        update organisation.unit_state
                           set superseded_at = recorded_at + interval '1 second', superseded_by = (select max(entry_id) from record.entry)
                         where name = 'Chi bộ 1 P2'
                        """).update();
        assertThat(requireNonNull(audit.verify().broken()).fault()).isEqualTo(Fault.ROWS);
    }

    @Test
    void slippedInRowIsFound() {
        audit.seal();
        owner().sql("""
                        insert into access.register_sight (viewer_register, register_id, entry_id)
                        select 1, 2, min(entry_id) from record.entry
                        """).update();
        assertThat(requireNonNull(audit.verify().broken()).table()).isEqualTo("access.register_sight");
    }

    @Test
    void changedEntryIsFound() {
        audit.seal();
        owner().sql("update record.entry set login = 'ai khác' where what = 'access.granted'")
                .update();
        assertThat(requireNonNull(audit.verify().broken()).fault()).isEqualTo(Fault.ENTRY);
    }

    @Test
    void changedAndLeftOutLinksAreFound() {
        audit.seal();
        owner().sql("update audit.link set content = sha256('x') where position = 3")
                .update();
        assertThat(requireNonNull(audit.verify().broken()))
                .extracting(Verification.Broken::position, Verification.Broken::fault)
                .containsExactly(3L, Fault.LINK);

        owner().sql("delete from audit.part where position <= 3").update();
        owner().sql("delete from audit.link where position <= 3").update();
        assertThat(requireNonNull(audit.verify().broken()).fault()).isEqualTo(Fault.CHAIN);
    }

    @Test
    void markOnPaperIsKnownUntilTheChainIsRewritten() {
        var mark = audit.seal().mark();
        assertThat(audit.knows(mark)).isTrue();
        assertThat(audit.knows("7-0000-0000-0000-0000-0000")).isFalse();
        assertThat(audit.knows("chín")).isFalse();

        owner().sql("delete from audit.part").update();
        owner().sql("delete from audit.link").update();
        owner().sql("update record.entry set login = 'ai khác' where what = 'access.granted'")
                .update();
        audit.seal();
        assertThat(audit.verify().whole()).isTrue();
        assertThat(audit.knows(mark)).isFalse();
    }

    @Test
    void applicationCanNeitherChangeNorRemove() {
        audit.seal();
        for (var statement : new String[] {
            "update audit.link set position = 0",
            "delete from audit.link",
            "delete from audit.part",
            "truncate audit.link",
            "update record.entry set what = ''",
            "delete from record.entry"
        }) {
            assertThatThrownBy(() -> application.sql(statement).update())
                    .as(statement)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void readsCanOnlyBeAdded() {
        assertThat(application.sql("""
                                select t || ' ' || p
                                  from unnest(array['audit.read', 'audit.read_person', 'audit.closed_case']) as tables (t)
                                 cross join unnest(array['update', 'delete', 'truncate']) as rights (p)
                                 where has_table_privilege(t, p)
                                """).query(String.class).list()).isEmpty();
    }

    private JdbcClient owner() {
        return TestDatabase.of(database).asOwner();
    }
}
