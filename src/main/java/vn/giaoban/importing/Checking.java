package vn.giaoban.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.importing.Receiver.Rows;
import vn.giaoban.importing.sheet.Line;
import vn.giaoban.membership.FileSoFar;
import vn.giaoban.record.Register;
import vn.giaoban.shared.Actor;

/** Reads lines as rows of a kind and finds all that is wrong with them, recording nothing. */
@Component
class Checking {

    private static final Map<ImportKind, List<String>> UNIT_COLUMNS = Map.of(
            ImportKind.UNITS, List.of("parent"),
            ImportKind.UNIT_EVENTS, List.of("unit", "parent", "new_code"),
            ImportKind.UNIT_EVENT_PEOPLE, List.of("cell"),
            ImportKind.MEMBERS, List.of("cell"),
            ImportKind.MOVEMENTS, List.of("to_cell", "from_cell"));

    private final Jobs jobs;
    private final List<Receiver> receivers;
    private final TransactionTemplate trial;

    Checking(Jobs jobs, List<Receiver> receivers, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.receivers = receivers;
        this.trial = new TransactionTemplate(transactions);
        // Also while the file is read in a transaction of the caller's, which must not be rolled back with it.
        this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Receiver receiver(ImportKind kind) {
        return receivers.stream()
                .filter(receiver -> receiver.kinds().contains(kind))
                .findFirst()
                .orElseThrow();
    }

    /** @param rows data rows, with problems or without */
    record Checked(int rows, int problems, Found found) {}

    /** @param source hands every line over, the headings first */
    Checked check(Actor by, Register register, ImportKind kind, Telling telling, Consumer<Consumer<Line>> source) {
        var findings = new Findings(telling);
        Map<String, String> saved = saved(register, kind);
        var counts = new TreeMap<String, Integer>();
        var reader = reader(by, register, kind, saved, findings, counts);
        source.accept(reader);
        reader.end();
        return new Checked(
                reader.count(), findings.count(), new Found(findings.problems(), findings.notes(), listed(counts)));
    }

    /** Checks what it reads piece by piece, each in a transaction of its own that leaves nothing behind. */
    RowReader reader(
            Actor by,
            Register register,
            ImportKind kind,
            Map<String, String> saved,
            Findings findings,
            Map<String, Integer> counts) {
        var soFar = new FileSoFar();
        return new RowReader(kind, saved, findings, rows -> {
            trial.executeWithoutResult(status -> {
                status.setRollbackOnly();
                receiver(kind).check(by, register, new Rows(kind, rows, soFar), findings);
            });
            count(kind, rows, counts);
        });
    }

    Map<String, String> saved(Register register, ImportKind kind) {
        var saved = trial.execute(status -> jobs.headings(register.id(), kind));
        return saved == null ? Map.of() : saved;
    }

    private static void count(ImportKind kind, List<Row> rows, Map<String, Integer> counts) {
        for (var row : rows) {
            UNIT_COLUMNS.getOrDefault(kind, List.of()).stream()
                    .map(row::text)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(unit -> counts.merge(unit, 1, Integer::sum));
        }
    }

    private static List<Found.Count> listed(Map<String, Integer> counts) {
        List<Found.Count> listed = new ArrayList<>();
        counts.forEach((unit, count) -> listed.add(new Found.Count(unit, count)));
        return listed;
    }
}
