package vn.giaoban.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was imported, in the order in which it was recorded. */
record History(List<Register> registers, List<Batch> batches) {

    /** A partition of the records: one per organisation directly under the Centre when it joined. */
    record Register(String code, LocalDate firstDay) {}

    /** One confirmed import: rows of one file into one register, all recorded at one instant. */
    record Batch(String register, File file, List<Row> rows, Instant at) {

        String csv() {
            var lines = new ArrayList<String>();
            lines.add(String.join(",", file.columns()));
            for (var row : rows) {
                lines.add(file.columns().stream().map(c -> quoted(row.text(c))).collect(Collectors.joining(",")));
            }
            return String.join("\r\n", lines) + "\r\n";
        }

        private static String quoted(String text) {
            if (text == null) {
                return "";
            }
            return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }

        Batch at(Instant instant) {
            return new Batch(register, file, rows, instant);
        }
    }

    History plus(Batch batch) {
        var more = new ArrayList<>(batches);
        more.add(batch);
        return new History(registers, more);
    }

    History without(Batch batch) {
        return new History(registers, batches.stream().filter(b -> b != batch).toList());
    }

    Register register(String code) {
        return registers.stream().filter(r -> r.code().equals(code)).findFirst().orElseThrow();
    }

    /** For a report of a failure: everything needed to load it elsewhere. */
    String print() {
        var text = new StringBuilder();
        registers.forEach(r -> text.append("# register ").append(r).append('\n'));
        for (var batch : batches) {
            text.append("# ")
                    .append(batch.at())
                    .append(' ')
                    .append(batch.register())
                    .append('\n');
            batch.rows().forEach(r -> text.append(r).append('\n'));
        }
        return text.toString();
    }
}
