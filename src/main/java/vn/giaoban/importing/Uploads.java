package vn.giaoban.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.importing.sheet.Line;

/** What was uploaded, sealed, until it is confirmed or a week old. */
@Repository
class Uploads {

    /** Lines sealed together: a page of a preview opens one or two. */
    static final int TOGETHER = 1_000;

    private final JdbcClient sql;
    private final Vault vault;

    Uploads(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /** Collects lines as they are read, without keeping them open. */
    final class Keeper implements Consumer<Line> {

        private final List<byte[]> parts = new ArrayList<>();
        private List<Line> open = new ArrayList<>(TOGETHER);
        private int lines;

        @Override
        public void accept(Line line) {
            // The headings lie alone, so that every full part of data rows has the same length.
            if (lines++ == 0) {
                parts.add(vault.seal("HEADINGS", Sealed.lines(List.of(line))));
                return;
            }
            open.add(line);
            if (open.size() == TOGETHER) {
                close();
            }
        }

        private void close() {
            parts.add(vault.seal("LINES", Sealed.lines(open)));
            open = new ArrayList<>(TOGETHER);
        }

        void store(Import job) {
            if (!open.isEmpty()) {
                close();
            }
            for (int i = 0; i < parts.size(); i++) {
                insert(job, i == 0 ? "HEADINGS" : "LINES", i == 0 ? 0 : i - 1, parts.get(i));
            }
        }
    }

    Keeper keeper() {
        return new Keeper();
    }

    void store(Import job, Found found) {
        sql.sql("delete from importing.sealed where register_id = :register and import_id = :id and part = 'FINDINGS'")
                .param("register", job.register().value())
                .param("id", job.id())
                .update();
        insert(job, "FINDINGS", 0, vault.seal("FINDINGS", Sealed.found(found)));
    }

    private void insert(Import job, String part, int number, byte[] content) {
        sql.sql("""
                        insert into importing.sealed (register_id, import_id, part, number, content)
                        values (:register, :id, :part, :number, :content)
                        """)
                .param("register", job.register().value())
                .param("id", job.id())
                .param("part", part)
                .param("number", number)
                .param("content", content)
                .update();
    }

    Found found(Import job) {
        return content(job, "FINDINGS", 0)
                .map(part -> Sealed.found(vault.open("FINDINGS", part)))
                .orElse(Found.NOTHING);
    }

    /** Empty when it is gone. */
    Optional<Line> headings(Import job) {
        return content(job, "HEADINGS", 0)
                .map(part -> Sealed.lines(vault.open("HEADINGS", part)).get(0));
    }

    /** Headings first, then every data row. */
    void lines(Import job, Consumer<Line> sink) {
        headings(job).ifPresent(sink);
        for (int number = 0; ; number++) {
            var part = part(job, number);
            if (part.isEmpty()) {
                return;
            }
            part.forEach(sink);
        }
    }

    /** The data rows from one on, counted from 0. */
    List<Line> lines(Import job, int from, int count) {
        List<Line> lines = new ArrayList<>();
        for (int number = from / TOGETHER; lines.size() < from % TOGETHER + count; number++) {
            var part = part(job, number);
            if (part.isEmpty()) {
                break;
            }
            lines.addAll(part);
        }
        return lines.stream().skip(from % TOGETHER).limit(count).toList();
    }

    private List<Line> part(Import job, int number) {
        return content(job, "LINES", number)
                .map(part -> Sealed.lines(vault.open("LINES", part)))
                .orElse(List.of());
    }

    private Optional<byte[]> content(Import job, String part, int number) {
        return sql.sql("""
                        select content
                          from importing.sealed
                         where register_id = :register and import_id = :id and part = :part and number = :number
                        """)
                .param("register", job.register().value())
                .param("id", job.id())
                .param("part", part)
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    void forget(Import job) {
        sql.sql("delete from importing.sealed where register_id = :register and import_id = :id")
                .param("register", job.register().value())
                .param("id", job.id())
                .update();
    }
}
