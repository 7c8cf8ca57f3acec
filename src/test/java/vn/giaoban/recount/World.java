package vn.giaoban.recount;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The rows that are so, as known at one instant. A reference may name a thing by any of its rows, also a corrected one; here it is
 * the latest.
 */
record World(List<History.Register> registers, Map<File, List<Known>> rows) {

    /**
     * A row with the register it was entered in; references hold within a register.
     *
     * @param first when it was first said that he came to this cell, if a correction left the cell as it was
     */
    record Known(History.Register register, Row row, Instant at, Instant first) {

        String key(String column) {
            return register.code() + "/" + row.text(column);
        }

        private Known withLatest(String column, File of, Map<String, String> superseded) {
            var latest = this;
            while (latest.row.has(column) && superseded.containsKey(of + latest.key(column))) {
                latest = new Known(
                        register, latest.row.with(column, superseded.get(of + latest.key(column))), at, first);
            }
            return latest;
        }
    }

    static World knownAt(History history, Instant k) {
        var recorded = new ArrayList<Known>();
        for (var batch : history.batches()) {
            if (!batch.at().isAfter(k)) {
                var register = history.register(batch.register());
                batch.rows().forEach(row -> recorded.add(known(register, row, batch.at(), recorded)));
            }
        }
        var superseded = new HashMap<String, String>();
        for (var known : recorded) {
            if (known.row().has("cancels")) {
                superseded.put(
                        known.row().file() + known.key("cancels"), known.row().ref());
            }
        }
        recorded.replaceAll(known -> known.withLatest("member_ref", File.MEMBERS, superseded)
                .withLatest("event_ref", File.UNIT_EVENTS, superseded));
        var so = recorded.stream()
                .filter(known -> !known.row().isCancellation())
                .filter(known -> !known.row().has("ref")
                        || !superseded.containsKey(known.row().file() + known.key("ref")))
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

    private static Known known(History.Register register, Row row, Instant at, List<Known> earlier) {
        var known = new Known(register, row, at, at);
        return earlier.stream()
                .filter(other -> row.has("cancels") && other.row().file() == row.file())
                .filter(other -> other.row().has("ref") && other.key("ref").equals(known.key("cancels")))
                .filter(other -> Objects.equals(other.row().text("to_cell"), row.text("to_cell")))
                .findFirst()
                .map(corrected -> new Known(register, row, at, corrected.first()))
                .orElse(known);
    }

    List<Known> of(File file) {
        return rows.getOrDefault(file, List.of());
    }

    List<Row> rowsOf(File file) {
        return of(file).stream().map(Known::row).toList();
    }
}
