package vn.giaoban.database;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** {@code java -jar giaoban.jar distribute}: spreads the operator's own PostgreSQL over several servers. */
public final class DistributeCommand {

    private DistributeCommand() {}

    public static boolean asked(String... arguments) {
        return new DefaultApplicationArguments(arguments).getNonOptionArgs().equals(List.of("distribute"));
    }

    /** Carries the command out and returns the exit code of the process. */
    public static int run(String... arguments) {
        return run(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8), arguments);
    }

    static int run(PrintStream out, String... arguments) {
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments)) {
            var environment = context.getEnvironment();
            if (!CommandDatabase.external(environment)) {
                throw new DatabaseFault(
                        "PostgreSQL đi kèm Giao Ban chạy trên một máy chủ và không có Citus.",
                        "Hãy đặt GIAOBAN_DATABASE_URL trỏ tới máy điều phối của cụm PostgreSQL có Citus (xem docs/operate.md).");
            }
            try (var database = CommandDatabase.alone(environment);
                    var connection = database.address().connect()) {
                var declared = Distribute.carryOut(connection);
                declared.forEach(table ->
                        out.println((table.spread() ? "chia theo sổ:       " : "chép ra mọi máy:    ") + table.name()));
                out.println(
                        declared.isEmpty()
                                ? "Mọi bảng đã được khai báo từ trước."
                                : "Đã khai báo " + declared.size() + " bảng với Citus.");
            }
            return 0;
        } catch (DatabaseFault e) {
            out.println(e.getMessage());
            out.println(e.repair());
            return 1;
        } catch (SQLException e) {
            // Its words may hold a row.
            out.println("Cơ sở dữ liệu từ chối (mã " + e.getSQLState() + ").");
            out.println("Chưa có gì thay đổi; hãy xem nhật ký của máy điều phối PostgreSQL.");
            return 1;
        }
    }

    /** The application without any of its parts: its properties alone. */
    static final class Nothing {}
}
