import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** One province absorbed by another: preview, applied, undone; others read and record meanwhile; no row of a person is written anew. */
final class NationMerge {

    private final Connection connection;
    private final NationReport report;
    private final NationVisitor centre;
    private final String base;

    NationMerge(Connection connection, NationReport report, NationVisitor centre, String base) {
        this.connection = connection;
        this.report = report;
        this.centre = centre;
        this.base = base;
    }

    void run() throws Exception {
        var form = "/units/" + NationWorld.id(connection, "HUE") + "/events/ABSORB";
        var preview = new NationTimes();
        var apply = new NationTimes();
        var undo = new NationTimes();
        var others = new Others();
        var before = entry();
        var rounds = 5;
        var working = CompletableFuture.runAsync(others);
        for (var round = -1; round < rounds; round++) {
            var fields = Map.of("day", "2026-11-0" + (3 + round), "otherCode", "QT", "number", "1-QĐ");
            var begun = System.nanoTime();
            var key = centre.keyOf(form);
            var page = centre.send(key, form, fields).body();
            var previewed = Pattern.compile("name=\"previewed\"\\s+value=\"([^\"]+)\"").matcher(page);
            if (!previewed.find()) {
                throw new IllegalStateException("no preview of a merge of provinces");
            }
            var shown = System.nanoTime();
            var all = new java.util.HashMap<>(fields);
            all.put("previewed", previewed.group(1));
            all.put("apply", "true");
            var done = NationVisitor.accepted(centre.send(key, form, all), form);
            var applied = System.nanoTime();
            var event = java.net.URI.create(done.headers().firstValue("Location").orElseThrow()).getPath();
            var undoing = centre.keyOf(event);
            var asked = System.nanoTime();
            NationVisitor.accepted(centre.send(undoing, event + "/undo", Map.of()), event + "/undo");
            if (round >= 0) {
                preview.add(shown - begun);
                apply.add(applied - shown);
                undo.add(System.nanoTime() - asked);
            }
        }
        others.stopped.set(true);
        working.get();
        var written = writtenSince(before);
        if (written != others.recorded * ROWS_OF_A_DEATH) {
            report.wrong("rows of people: " + written + " more or superseded, by " + others.recorded + " deaths of " + ROWS_OF_A_DEATH);
        }
        report.row("merge of two provinces: preview", "≤ 5 s", "–", preview + ", 5 runs", "form and preview");
        report.row("merge of two provinces: apply", "≤ 5 s", "–", apply + ", 5 runs", "rows of people written or superseded by " + (rounds + 1)
                + " merges and undos: " + (written - others.recorded * ROWS_OF_A_DEATH));
        report.row("merge of two provinces: undo", "≤ 5 s", "–", undo + ", 5 runs", "–");
        report.row("others meanwhile: a reader's figure, a recorded change", "keep working", "–",
                others.reading + "; " + others.recording + ", longest " + NationTimes.ms(others.reading.at(1)) + "; " + NationTimes.ms(others.recording.at(1)),
                others.reading.runs() + " read, " + others.recorded + " recorded, " + others.failed + " failed");
        if (others.failed > 0) {
            report.wrong("others could not work meanwhile: " + others.why);
        }
    }

    /** A movement, a step, the belonging that ends and the one that was open. */
    private static final long ROWS_OF_A_DEATH = 4;

    /** Rows of people written by entries after that one, and those that they superseded: whatever is written anew shows. */
    private long writtenSince(long entry) throws java.sql.SQLException {
        var each = java.util.stream.Stream.of("member", "profile", "member_name", "opening", "movement", "carried", "belonging", "step", "seniority")
                .flatMap(table -> java.util.stream.Stream.of(
                        "(select count(*) from membership." + table + " where entry_id > " + entry + ")",
                        "(select count(*) from membership." + table + " where superseded_by > " + entry + ")"));
        var sum = NationWorld.number(connection, "select " + each.collect(java.util.stream.Collectors.joining(" + ")));
        connection.commit();
        return sum;
    }

    private long entry() throws java.sql.SQLException {
        var entry = NationWorld.number(connection, "select max(entry_id) from record.entry");
        connection.commit();
        return entry;
    }

    /** In a third province: figures are read and deaths recorded as fast as they are answered. */
    private final class Others implements Runnable {

        private final AtomicBoolean stopped = new AtomicBoolean();
        private final NationTimes reading = new NationTimes();
        private final NationTimes recording = new NationTimes();
        private int recorded;
        private int failed;
        private String why = "";

        @Override
        public void run() {
            try {
                var officer = new NationVisitor(base, "tochuc.na");
                NationWriter writer;
                try (var own = NationMeasure.reading(connection)) {
                    writer = new NationWriter(own, officer, "NA");
                }
                while (!stopped.get()) {
                    var begun = System.nanoTime();
                    officer.get("/api/v1/figures/NA?from=2026-10-01&until=2026-11-01&indicators=members,died");
                    reading.add(System.nanoTime() - begun);
                    begun = System.nanoTime();
                    writer.write();
                    recording.add(System.nanoTime() - begun);
                    recorded++;
                    Thread.sleep(200);
                }
            } catch (Exception e) {
                failed++;
                why = e.toString();
            }
        }
    }
}
