package vn.giaoban.figures;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

@Repository
class FreezeRows {

    private final JdbcClient sql;

    FreezeRows(JdbcClient sql) {
        this.sql = sql;
    }

    record Row(
            FreezeId id,
            Reading reading,
            String login,
            @Nullable String note,
            String content,
            String digest,
            Instant at,
            @Nullable String chainMark) {}

    RegisterId registerOf(UnitId unit) {
        return sql.sql("select register_id from organisation_api.unit where unit_id = :unit")
                .param("unit", unit.value())
                .query((row, n) -> new RegisterId(row.getShort(1)))
                .single();
    }

    FreezeId insert(
            RegisterId register,
            Reading reading,
            String login,
            @Nullable String note,
            String content,
            String digest,
            String chainMark,
            Entry entry) {
        return new FreezeId(sql.sql("""
                        insert into figures.freeze (register_id, unit_id, from_day, until_day, structure, former, hierarchy_id, known_at,
                                                    login, note, content, digest, chain_mark, entry_id, recorded_at)
                        values (:register, :unit, :from, :until, :structure, :former, :hierarchy, :known,
                                :login, :note, :content, :digest, :chain, :entry, :at)
                        returning freeze_id
                        """)
                .param("register", register.value())
                .param("unit", reading.unit().value())
                .param("from", reading.from())
                .param("until", reading.until())
                .param("structure", reading.structure().toString())
                .param("former", reading.former())
                .param("hierarchy", reading.hierarchy())
                .param("known", reading.known().atOffset(ZoneOffset.UTC))
                .param("login", login)
                .param("note", note)
                .param("content", content)
                .param("digest", digest)
                .param("chain", chainMark)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .query(Long.class)
                .single());
    }

    Optional<Row> find(FreezeId freeze) {
        return select("where freeze_id = :key", freeze.value()).stream().findFirst();
    }

    /** Newest first. */
    List<Row> of(UnitId unit) {
        return select("where unit_id = :key order by recorded_at desc, freeze_id desc", unit.value());
    }

    /** Oldest first, after one. */
    Optional<Row> next(FreezeId after) {
        return select("where freeze_id > :key order by freeze_id limit 1", after.value()).stream()
                .findFirst();
    }

    private List<Row> select(String where, long key) {
        return sql.sql("""
                        select freeze_id, unit_id, from_day, until_day, structure, former, hierarchy_id, known_at, login, note, content,
                               digest, recorded_at, chain_mark
                          from figures.freeze
                        """ + where)
                .param("key", key)
                .query((row, n) -> new Row(
                        new FreezeId(row.getLong(1)),
                        new Reading(
                                new UnitId(row.getLong(2)),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                TreeChoice.of(row.getString(5)).orElseThrow(),
                                row.getShort(7),
                                row.getBoolean(6),
                                row.getTimestamp(8).toInstant()),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getTimestamp(13).toInstant(),
                        row.getString(14)))
                .list();
    }
}
