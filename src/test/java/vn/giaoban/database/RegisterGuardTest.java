package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.CommittingTest;
import vn.giaoban.TestDatabase;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

@CommittingTest(freshForEachMethod = true)
class RegisterGuardTest {

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void aProbeTable() {
        var owner = TestDatabase.of(database).asOwner();
        owner.sql("create schema probe").update();
        owner.sql("create table probe.person (register_id smallint, name text)").update();
        owner.sql("alter table probe.person enable row level security").update();
        owner.sql("alter table probe.person force row level security").update();
        owner.sql("""
                create policy own_register on probe.person
                    using (register_id = any (current_setting('giaoban.registers')::smallint[]))
                """).update();
        owner.sql("grant usage on schema probe to giaoban_app").update();
        owner.sql("grant select, insert on probe.person to giaoban_app").update();
        TestDatabase.of(database)
                .asSuperuser()
                .sql("insert into probe.person values (1, 'An'), (2, 'Bình'), (3, 'Chi')")
                .update();
    }

    @Test
    void eachActorSeesItsOwnRegisters() {
        assertThat(Acting.as(actor(1), () -> in(required(), this::names))).containsExactly("An");
        assertThat(Acting.as(actor(2, 3), () -> in(required(), this::names))).containsExactly("Bình", "Chi");
        assertThat(Acting.as(actor(), () -> in(required(), this::names))).isEmpty();
    }

    @Test
    void nobodyGetsAnErrorInsteadOfAnEmptyAnswer() {
        assertThatThrownBy(() -> in(required(), this::names)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(this::names).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aConnectionCarriesNothingOver() {
        for (var i = 0; i < 20; i++) {
            Acting.as(actor(1, 2, 3), () -> in(required(), this::names));
        }
        for (var i = 0; i < 20; i++) {
            assertThatThrownBy(() -> in(required(), this::names)).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void rowsOfOtherRegistersCannotBeWritten() {
        assertThatThrownBy(() -> Acting.as(
                        actor(1),
                        () -> in(
                                required(),
                                () -> sql.sql("insert into probe.person values (2, 'Dũng')")
                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"person\"");
    }

    @Test
    void aTransactionBesideHasItsOwnActorAndTheOuterKeepsIts() {
        Acting.as(
                actor(1),
                () -> in(required(), () -> {
                    var beside = Acting.as(
                            actor(2), () -> in(with(TransactionDefinition.PROPAGATION_REQUIRES_NEW), this::names));
                    assertThat(beside).containsExactly("Bình");
                    assertThat(names()).containsExactly("An");
                    return true;
                }));
    }

    @Test
    void aNestedTransactionKeepsTheActorOfTheOuter() {
        Acting.as(
                actor(1),
                () -> in(required(), () -> {
                    var nested =
                            Acting.as(actor(2), () -> in(with(TransactionDefinition.PROPAGATION_NESTED), this::names));
                    assertThat(nested).containsExactly("An");
                    assertThat(names()).containsExactly("An");
                    return true;
                }));
    }

    @Test
    void aReadOnlyTransactionIsGuardedToo() {
        var template = required();
        template.setReadOnly(true);
        assertThat(Acting.as(actor(3), () -> in(template, this::names))).containsExactly("Chi");
    }

    private List<String> names() {
        return sql.sql("select name from probe.person order by name")
                .query(String.class)
                .list();
    }

    private TransactionTemplate required() {
        return with(TransactionDefinition.PROPAGATION_REQUIRED);
    }

    private TransactionTemplate with(int propagation) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }

    private static <T> T in(TransactionTemplate template, Supplier<T> work) {
        var answer = template.execute(status -> work.get());
        assertThat(answer).isNotNull();
        return answer;
    }

    private static Actor actor(int... registers) {
        return new Actor(
                7, "probe", Arrays.stream(registers).mapToObj(RegisterId::of).collect(Collectors.toSet()), List.of());
    }
}
