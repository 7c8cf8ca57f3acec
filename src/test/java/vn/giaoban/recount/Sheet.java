package vn.giaoban.recount;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;

/** A file of rows as one office or another would send it: as comma, semicolon or tab separated text, or as a workbook. */
record Sheet(List<String> columns, List<Row> rows) {

    private static final Set<String> DAYS =
            Set.of("day", "from", "decision_day", "ceremony_day", "issued_day", "received_day", "belongs_from");

    /** Columns in any order; those that no row needs may be missing. */
    static Sheet of(History.Batch batch, Random random) {
        var columns = new ArrayList<>(batch.file().columns());
        if (random.nextBoolean()) {
            Collections.shuffle(columns, random);
        }
        if (random.nextBoolean()) {
            var needed = Set.of("ref", "code", "name", "kind", "from", "day", "member_ref", "event_ref");
            var named = Set.of("family_and_given_name", "sex");
            columns.removeIf(column -> !needed.contains(column)
                    && !named.contains(column)
                    && batch.rows().stream().noneMatch(row -> row.has(column)));
        }
        return new Sheet(columns, batch.rows());
    }

    byte[] bytes(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> workbook(random.nextBoolean());
            case 1 -> text(";", "\r\n", "\uFEFF", random);
            case 2 -> text("\t", "\n", "", random);
            case 3 -> text(",", "\n", "\uFEFF", random);
            default -> text(",", "\r\n", "", random);
        };
    }

    private byte[] text(String separator, String end, String mark, Random random) {
        var vietnamese = random.nextBoolean();
        var quoting = random.nextBoolean();
        var lines = new StringBuilder(mark);
        lines.append(String.join(separator, columns)).append(end);
        for (var row : rows) {
            lines.append(columns.stream()
                            .map(column -> written(column, row.text(column), vietnamese))
                            .map(text -> quoting || text.matches("(?s).*[\"\r\n,;\t].*")
                                    ? '"' + text.replace("\"", "\"\"") + '"'
                                    : text)
                            .collect(Collectors.joining(separator)))
                    .append(end);
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String written(String column, String text, boolean vietnamese) {
        if (text == null) {
            return "";
        }
        if (!vietnamese || !DAYS.contains(column)) {
            return text;
        }
        var day = LocalDate.parse(text);
        return String.format("%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private byte[] workbook(boolean dates) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("Sheet1");
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, columns.get(c));
            }
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < columns.size(); c++) {
                    var text = rows.get(r).text(columns.get(c));
                    if (text != null && dates && DAYS.contains(columns.get(c))) {
                        sheet.value(r + 1, c, LocalDate.parse(text));
                        sheet.style(r + 1, c).format("dd/mm/yyyy").set();
                    } else if (text != null) {
                        sheet.value(r + 1, c, text);
                    }
                }
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
