package vn.giaoban.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What an operator types, as processes of their own, with a PostgreSQL beside them ({@code GIAOBAN_DATABASE_URL}): a province is entered,
 * saved while it runs, verified, restored into a second server and into a directory, and says there what it said here. With
 * {@code -Dgiaoban.jar=target/giaoban.jar} it is the jar that is started.
 */
class OperatorTest extends AtTheConsole {

    @Test
    void aProvinceIsSavedVerifiedAndRestoredIntoAnotherServer() throws Exception {
        var first = server("first");
        var running = application(first);
        for (var kind : List.of("1-units", "2-members", "3-movements", "4-unit-event-people", "5-unit-events")) {
            load(kind.substring(2), "/import-example/" + kind + ".csv");
        }
        var frozen = text(request("/api/v1/figures/VD/freezes?from=2024-01-01&until=2024-07-01")
                .POST(BodyPublishers.noBody()));
        var said = said();
        assertThat(said).contains("\"digest\"").contains("\"closing\"");
        assertThat(frozen).contains("\"value\"");

        var file = place.resolve("giaoban.zip");
        assertThat(command(0, first, "backup", file.toString())).contains("Đã sao lưu", "SHA-256");
        assertThat(command(1, first, "backup", file.toString())).contains("Đã có tệp");
        stop(running);

        assertThat(command(0, null, "verify", file.toString())).contains("Tệp nguyên vẹn");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        var damaged = Files.write(place.resolve("damaged.zip"), bytes);
        assertThat(command(1, null, "verify", damaged.toString())).doesNotContain("nguyên vẹn: ");

        var second = server("second");
        assertThat(command(1, second, "restore", damaged.toString())).doesNotContain("Đã phục hồi");
        assertThat(command(0, second, "restore", file.toString()))
                .contains("Đã phục hồi", "chuỗi nhật ký nguyên vẹn", "; 1 lần chốt số liệu tính lại đều khớp");
        assertThat(command(1, second, "restore", file.toString())).contains("đã có dữ liệu");
        assertThat(chain(second))
                .isNotEmpty()
                .isEqualTo(chain(first).subList(0, chain(second).size()));
        application(second);
        assertThat(said()).isEqualTo(said);
        assertThat(verified()).contains("\"whole\":true");

        // what somebody with the database in hand changes is found out
        assertThat(command(0, second, "prove")).contains("Đã kiểm chứng");
        superuser(second)
                .sql("update figures.freeze set content = replace(content, '\"value\":29', '\"value\":28')")
                .update();
        superuser(second)
                .sql("update record.entry set login = 'ai.khac' where entry_id in (select entry_id from audit.link)")
                .update();
        assertThat(command(1, second, "prove"))
                .contains("số liệu đã chốt số 1 tính lại ra khác", "chuỗi nhật ký đứt")
                .doesNotContain("Đã kiểm chứng");

        // and into a directory with a server of its own
        var data = "--giaoban.data=" + place.resolve("data");
        assertThat(command(0, null, "restore", file.toString(), data)).contains("Đã phục hồi");
        var again = place.resolve("again.zip");
        assertThat(command(0, null, "backup", again.toString(), data)).contains("Đã sao lưu");
        assertThat(command(0, null, "verify", again.toString())).contains("Tệp nguyên vẹn");
    }
}
