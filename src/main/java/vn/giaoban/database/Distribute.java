package vn.giaoban.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Declares to Citus how our tables lie. May be repeated: what is declared already is left as it is. */
final class Distribute {

    private Distribute() {}

    /**
     * @return the tables that were declared now
     * @throws DatabaseFault if the extension is not there, or a table does not fit
     */
    static List<Distribution.Table> carryOut(Connection connection) throws SQLException {
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var extension = sql.sql("select count(*) from pg_extension where extname = 'citus'")
                .query(Integer.class)
                .single();
        if (extension == 0) {
            throw new DatabaseFault(
                    "Cơ sở dữ liệu này không có phần mở rộng Citus.",
                    "Hãy cho quản trị viên PostgreSQL cài Citus trên mọi máy chủ, chạy CREATE EXTENSION citus rồi chạy lại lệnh này."
                            + " Không có Citus thì Giao Ban vẫn chạy trên một máy chủ như thường.");
        }
        var distribution = Distribution.read(sql);
        if (!distribution.obstacles().isEmpty()) {
            throw new DatabaseFault(
                    "Có bảng không chia được: " + String.join("; ", distribution.obstacles()),
                    "Hãy báo cho người phát triển Giao Ban; dữ liệu chưa bị thay đổi.");
        }
        var declared = Set.copyOf(sql.sql("select table_name::text from citus_tables where citus_table_type <> 'local'")
                .query(String.class)
                .list());
        var left = distribution.tables().stream()
                .filter(table -> !declared.contains(table.name()))
                .toList();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var line : before(registers(sql))) {
                statement.execute(line);
            }
            for (var line : declarations(left, declared, distribution)) {
                statement.execute(line);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
        return left;
    }

    private static List<Short> registers(JdbcClient sql) {
        return sql.sql("select register_id from record_api.register order by 1")
                .query(Short.class)
                .list();
    }

    /**
     * Row policies are forced on the owner too, so that rows are moved under all registers; and from now on every session of ours hands its
     * settings on to the servers, and writes copied and spread tables in one transaction one server after the other.
     */
    static List<String> before(List<Short> registers) {
        return List.of(
                "alter role current_user set citus.propagate_set_commands = 'local'",
                "alter role current_user set citus.multi_shard_modify_mode = 'sequential'",
                "set local citus.propagate_set_commands = 'local'",
                "set local citus.multi_shard_modify_mode = 'sequential'",
                "set local role giaoban_owner",
                "set local giaoban.registers = '"
                        + registers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")) + "'");
    }

    /** One statement for each table, in order; all that are spread lie beside the first of them. */
    static List<String> declarations(List<Distribution.Table> left, Set<String> declared, Distribution distribution) {
        var beside = distribution.tables().stream()
                .filter(table -> table.spread() && declared.contains(table.name()))
                .map(Distribution.Table::name)
                .findFirst();
        var statements = new ArrayList<String>();
        for (var table : left) {
            if (!table.spread()) {
                statements.add("select create_reference_table('" + table.name() + "')");
                continue;
            }
            statements.add("select create_distributed_table('" + table.name() + "', '" + Distribution.COLUMN
                    + "', colocate_with => '" + beside.orElse("none") + "')");
            if (beside.isEmpty()) {
                beside = Optional.of(table.name());
            }
        }
        return statements;
    }
}
