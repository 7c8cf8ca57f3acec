package vn.giaoban.recount;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows that are so, as known at one instant. */
record World(List<History.Register> registers, Map<File, List<Known>> rows) {

    /** A row with the register it was entered in; references hold within a register. */
    record Known(History.Register register, Row row, Instant at) {

        String key(String column) {
            return register.code() + "/" + row.text(column);
        }
    }

    static World knownAt(History history, Instant k) {
        var recorded = new ArrayList<Known>();
        for (var batch : history.batches()) {
            if (!batch.at().isAfter(k)) {
                var register = history.register(batch.register());
                batch.rows().forEach(row -> recorded.add(new Known(register, row, batch.at())));
            }
        }
        var superseded = new HashSet<String>();
        for (var known : recorded) {
            if (known.row().has("cancels")) {
                superseded.add(known.row().file() + known.key("cancels"));
            }
        }
        var so = recorded.stream()
                .filter(known -> !known.row().isCancellation())
                .filter(known -> !known.row().has("ref")
                        || !superseded.contains(known.row().file() + known.key("ref")))
                .toList();
        var events = so.stream()
                .filter(known -> known.row().file() == File.UNIT_EVENTS)
                .map(known -> known.key("ref"))
                .collect(Collectors.toSet());
        return new World(
                history.registers(),
                so.stream()
                        .filter(known ->
                                known.row().file() != File.UNIT_EVENT_PEOPLE || events.contains(known.key("event_ref")))
                        .collect(Collectors.groupingBy(known -> known.row().file())));
    }

    List<Known> of(File file) {
        return rows.getOrDefault(file, List.of());
    }

    List<Row> rowsOf(File file) {
        return of(file).stream().map(Known::row).toList();
    }
}
