package vn.giaoban.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestDatabase;
import vn.giaoban.access.AccessFixture;
import vn.giaoban.audit.Verification.Fault;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;

@CommittingTest(freshForEachMethod = true)
class AuditTest {

    @Autowired
    AccessFixture fixture;

    @Autowired
    Audit audit;

    @Autowired
    Reads reads;

    @Autowired
    Registers registers;

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
    void readsAreLinksOfTheChain() {
        readSomebody();
        var head = audit.seal();
        assertThat(audit.verify())
                .extracting(Verification::whole, Verification::links)
                .containsExactly(true, 8L);
        assertThat(audit.seal()).isEqualTo(head);

        readSomebody();
        assertThat(audit.seal()).isNotEqualTo(head);
        assertThat(audit.verify())
                .extracting(Verification::whole, Verification::links)
                .containsExactly(true, 9L);
        assertThat(audit.knows(head.mark())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.read set login = 'ai khác' where read_id = 1",
                "update audit.read set reason = null, outside = false where read_id = 1",
                "delete from audit.read_person where member_id = 12",
                "delete from audit.read_person where read_id = 2; delete from audit.read where read_id = 2",
                "insert into audit.read (register_id, read_id, answer_id, at, account_id, login, kind, what, outside, members)"
                        + " overriding system value select 3, read_id, answer_id, at, account_id, login, kind, what, false, members"
                        + " from audit.read where read_id = 1"
            })
    void changedReadsAreFound(String harm) {
        readSomebody();
        readSomebody();
        audit.seal();
        readSomebody();
        audit.seal();
        TestDatabase.of(database).asSuperuser().sql(harm).update();

        assertThat(requireNonNull(audit.verify().broken()))
                .extracting(Verification.Broken::fault, Verification.Broken::position)
                .containsExactly(Fault.READS, 8L);
    }

    private void readSomebody() {
        var register = registers.named("P1").id();
        reads.record(
                new Actor(5, "nguoi.xem", Set.of(register), List.of()),
                ReadKind.FILE,
                "test",
                List.of(new MemberKey(register, 11), new MemberKey(register, 12)),
                Why.outside("xem"));
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
