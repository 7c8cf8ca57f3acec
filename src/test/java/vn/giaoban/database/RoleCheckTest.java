package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.giaoban.TestDatabase;

class RoleCheckTest {

    TestDatabase database = new TestDatabase("none");

    @BeforeEach
    void aDatabase() {
        database = TestDatabase.create();
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void theBootstrappedDatabasePasses() {
        assertThatCode(() -> {
                    RoleCheck.beforeMigration(database.address());
                    RoleCheck.afterMigration(database.address());
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aSuperuserIsRefused() {
        database.asSuperuser()
                .sql("create role probe_super login superuser password 'probe'")
                .update();
        try {
            var address = new DatabaseAddress(database.address().url(), "probe_super", "probe");
            assertThatThrownBy(() -> RoleCheck.beforeMigration(address))
                    .isInstanceOf(DatabaseFault.class)
                    .hasMessageContaining("probe_super");
        } finally {
            database.asSuperuser().sql("drop role probe_super").update();
        }
    }

    @Test
    void aRoleThatBypassesPoliciesIsRefused() {
        database.asSuperuser().sql("alter role giaoban_app bypassrls").update();
        try {
            assertThatThrownBy(() -> RoleCheck.beforeMigration(database.address()))
                    .isInstanceOf(DatabaseFault.class)
                    .hasMessageContaining("BYPASSRLS");
        } finally {
            database.asSuperuser().sql("alter role giaoban_app nobypassrls").update();
        }
    }

    @Test
    void aTableOfTheApplicationsOwnIsRefused() {
        database.asSuperuser().sql("create table public.probe (word text)").update();
        database.asSuperuser()
                .sql("alter table public.probe owner to giaoban_app")
                .update();

        assertThatThrownBy(() -> RoleCheck.afterMigration(database.address()))
                .isInstanceOf(DatabaseFault.class)
                .hasMessageContaining("public.probe");
    }

    @Test
    void aLoginWithoutTheRolesIsSentToTheScript() {
        database.asSuperuser()
                .sql("create role probe_plain login password 'probe'")
                .update();
        try {
            var address = new DatabaseAddress(database.address().url(), "probe_plain", "probe");
            assertThatThrownBy(() -> RoleCheck.beforeMigration(address))
                    .isInstanceOf(DatabaseFault.class)
                    .hasMessageContaining("giaoban_owner")
                    .extracting(fault -> ((DatabaseFault) fault).repair())
                    .asString()
                    .contains("operator-bootstrap.sql");
        } finally {
            database.asSuperuser().sql("drop role probe_plain").update();
        }
    }

    @Test
    void aDatabaseNobodyAnswersForIsSaidSo() {
        assertThatThrownBy(() -> RoleCheck.beforeMigration(
                        new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "giaoban", "secret")))
                .isInstanceOf(DatabaseFault.class)
                .hasMessageContaining("Không kết nối được")
                .hasMessageNotContaining("secret");
    }
}
