package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.ModuleTest;
import vn.giaoban.database.Distribution.Table;

@ModuleTest
class DistributeTest {

    private static final Table UNITS = new Table("organisation.unit", false, List.of());
    private static final Table MEMBERS = new Table("membership.member", true, List.of());
    private static final Table STEPS = new Table("membership.step", true, List.of());

    @Autowired
    private DataSource connections;

    @Test
    void withoutTheExtensionItSaysWhatToInstall() throws Exception {
        try (Connection connection = connections.getConnection()) {
            assertThatThrownBy(() -> Distribute.carryOut(connection))
                    .isInstanceOfSatisfying(DatabaseFault.class, fault -> {
                        assertThat(fault).hasMessageContaining("không có phần mở rộng Citus");
                        assertThat(fault.repair()).contains("CREATE EXTENSION citus");
                    });
        }
    }

    @Test
    void ourOwnServerIsRefused() {
        var said = new ByteArrayOutputStream();

        var code = DistributeCommand.run(new PrintStream(said, true, StandardCharsets.UTF_8), "distribute");

        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("GIAOBAN_DATABASE_URL");
    }

    @Test
    void whatIsSpreadLiesTogether() {
        var all = new Distribution(List.of(UNITS, MEMBERS, STEPS));

        assertThat(Distribute.declarations(all.tables(), Set.of(), all))
                .containsExactly(
                        "select create_reference_table('organisation.unit')",
                        "select create_distributed_table('membership.member', 'register_id', colocate_with => 'none')",
                        "select create_distributed_table('membership.step', 'register_id', colocate_with => 'membership.member')");
    }

    @Test
    void aTableThatCameLaterJoinsThoseThatAreThere() {
        var all = new Distribution(List.of(UNITS, MEMBERS, STEPS));

        assertThat(Distribute.declarations(List.of(STEPS), Set.of("organisation.unit", "membership.member"), all))
                .containsExactly(
                        "select create_distributed_table('membership.step', 'register_id', colocate_with => 'membership.member')");
    }
}
