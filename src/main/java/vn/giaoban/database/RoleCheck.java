package vn.giaoban.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Refuses to start where row policies would be ignored: they do not hold a superuser, a role with BYPASSRLS, or (if not forced) an owner.
 */
final class RoleCheck {

    static final String APPLICATION = "giaoban_app";
    static final String OWNER = "giaoban_owner";

    private static final Logger log = LoggerFactory.getLogger(RoleCheck.class);
    private static final int OLDEST = 150000;
    private static final String PREPARE =
            "Hãy cho quản trị viên PostgreSQL chạy lại tệp " + Bootstrap.SCRIPT + " (xem docs/operate.md).";

    private RoleCheck() {}

    static void beforeMigration(DatabaseAddress address) {
        inspect(address, RoleCheck::before);
    }

    static void afterMigration(DatabaseAddress address) {
        inspect(address, RoleCheck::after);
    }

    private static void before(JdbcClient sql) {
        if (number(sql, "select current_setting('server_version_num')::int") < OLDEST) {
            throw new DatabaseFault("PostgreSQL này cũ hơn phiên bản 15.", "Hãy dùng PostgreSQL 15 trở lên.");
        }
        for (var role : new String[] {OWNER, APPLICATION}) {
            if (number(
                            sql,
                            "select count(*)::int from pg_roles where rolname = '" + role
                                    + "' and pg_has_role(session_user, oid, 'member')")
                    == 0) {
                throw new DatabaseFault("Người dùng cơ sở dữ liệu không thuộc vai trò " + role + ".", PREPARE);
            }
        }
        if (number(sql, "select count(*)::int from pg_proc where oid = to_regprocedure('ext.folded(text)')") == 0) {
            throw new DatabaseFault("Cơ sở dữ liệu chưa có hàm ext.folded.", PREPARE);
        }
        var privileged = sql.sql("""
                        select rolname
                          from pg_roles
                         where rolname in (session_user, :application) and (rolsuper or rolbypassrls)
                        """)
                .param("application", APPLICATION)
                .query(String.class)
                .list();
        if (!privileged.isEmpty()) {
            throw new DatabaseFault(
                    "Vai trò " + String.join(", ", privileged)
                            + " là superuser hoặc có BYPASSRLS: chính sách hàng sẽ không có hiệu lực.",
                    "Hãy dùng một người dùng thường thuộc hai vai trò giaoban_owner và giaoban_app, bỏ SUPERUSER và BYPASSRLS.");
        }
    }

    private static void after(JdbcClient sql) {
        var owned = sql.sql("""
                        select format('%I.%I', n.nspname, c.relname)
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_roles r on r.oid = c.relowner
                         where r.rolname in (session_user, :application)
                           and c.relkind in ('r', 'p') and c.relpersistence <> 't'
                         order by 1
                        """)
                .param("application", APPLICATION)
                .query(String.class)
                .list();
        if (!owned.isEmpty()) {
            throw new DatabaseFault(
                    "Vai trò của ứng dụng là chủ sở hữu của bảng " + owned.get(0) + ".",
                    "Hãy trả bảng về cho giaoban_owner: alter table " + owned.get(0) + " owner to giaoban_owner.");
        }
        if (number(sql, """
                select count(*)::int
                  from pg_database
                 where datname = current_database()
                   and datcollversion <> pg_database_collation_actual_version(oid)
                """) > 0) {
            log.warn(
                    "Phiên bản ICU của PostgreSQL đã đổi: cần chạy REINDEX DATABASE và ALTER DATABASE … REFRESH COLLATION VERSION.");
        }
    }

    private static int number(JdbcClient sql, String query) {
        return sql.sql(query).query(Integer.class).single();
    }

    private static void inspect(DatabaseAddress address, Consumer<JdbcClient> check) {
        try (Connection connection = address.connect()) {
            check.accept(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new DatabaseFault(
                    "Không kết nối được cơ sở dữ liệu (" + address + "): " + e.getMessage(),
                    "Hãy kiểm tra địa chỉ, tên người dùng và mật khẩu.",
                    e);
        }
    }
}
