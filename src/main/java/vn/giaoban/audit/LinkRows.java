package vn.giaoban.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the chain. */
@Repository
class LinkRows {

    /** Of the advisory lock; the record module has 7201. */
    private static final long LOCK = 7_350;

    private final JdbcClient sql;

    LinkRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** One at a time, until the transaction ends. */
    void lock() {
        sql.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, n) -> true)
                .single();
    }

    Head head() {
        return sql.sql("select position, hash from audit.link order by position desc limit 1")
                .query((row, n) -> Head.of(row.getLong(1), row.getBytes(2)))
                .optional()
                .orElse(Head.NONE);
    }

    Optional<Link> at(long position) {
        return sql.sql(
                        "select position, entry_id, reads_after, reads_until, content, previous, hash from audit.link where position = :position")
                .param("position", position)
                .query(LinkRows::link)
                .optional();
    }

    Optional<Link> of(long entry) {
        return sql.sql(
                        "select position, entry_id, reads_after, reads_until, content, previous, hash from audit.link where entry_id = :entry")
                .param("entry", entry)
                .query(LinkRows::link)
                .optional();
    }

    List<Link> after(long position, int most) {
        return sql.sql("""
                        select position, entry_id, reads_after, reads_until, content, previous, hash
                          from audit.link
                         where position > :position
                         order by position
                         limit :most
                        """)
                .param("position", position)
                .param("most", most)
                .query(LinkRows::link)
                .list();
    }

    /** Entries that are not in the chain, oldest first. */
    List<Long> unsealed(int most) {
        return sql.sql("""
                        select e.entry_id
                          from record_api.entry e
                          left join audit.link l on l.entry_id = e.entry_id
                         where l.entry_id is null
                         order by e.at, e.entry_id
                         limit :most
                        """).param("most", most).query(Long.class).list();
    }

    long countUnsealed() {
        return sql.sql("""
                        select (select count(*) from record_api.entry) - (select count(entry_id) from audit.link)
                        """).query(Long.class).single();
    }

    /**
     * The reads that are in no link, at most so many; nothing if there are none. Waits for those that are being recorded and keeps new ones
     * waiting until the transaction ends.
     */
    Optional<Link.Stretch> unsealedReads(int most) {
        sql.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ReadRows.LOCK)
                .query((row, n) -> true)
                .single();
        return sql.sql("""
                        with sealed as (select coalesce(max(reads_until), 0) as until from audit.link)
                        select s.until as after, max(r.read_id) as until
                          from sealed s
                         cross join lateral (select read_id from audit.read where read_id > s.until order by read_id limit :most) r
                         group by s.until
                        """)
                .param("most", most)
                .query((row, n) -> new Link.Stretch(row.getLong(1), row.getLong(2)))
                .optional();
    }

    byte[] digestOf(Link.Stretch reads) {
        return sql.sql("select digest from audit_api.digest_of_reads(:after, :until)")
                .param("after", reads.after())
                .param("until", reads.until())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /** What is to be digested from now on; new shapes are noted. */
    List<Evidence> evidence() {
        sql.sql("""
                        insert into audit.shape (table_name, columns, superseding)
                        select table_name, columns, superseding from audit_api.evidence
                            on conflict do nothing
                        """).update();
        return sql.sql("""
                        select s.shape_id, s.table_name, s.columns, s.superseding
                          from audit.shape s
                          join audit_api.evidence e
                            on e.table_name = s.table_name and e.columns = s.columns and e.superseding = s.superseding
                         order by s.table_name
                        """).query(LinkRows::toEvidence).list();
    }

    /** What was digested when these links were sealed. */
    List<Evidence> evidenceBetween(long first, long last) {
        return sql.sql("""
                        select s.shape_id, s.table_name, s.columns, s.superseding
                          from audit.shape s
                         where exists (select from audit.part p
                                        where p.shape_id = s.shape_id and p.position between :first and :last)
                            or exists (select from audit_api.evidence e
                                        where e.table_name = s.table_name and e.columns = s.columns
                                          and e.superseding = s.superseding)
                         order by s.table_name
                        """)
                .param("first", first)
                .param("last", last)
                .query(LinkRows::toEvidence)
                .list();
    }

    Map<Long, byte[]> digestsOfEntries(Collection<Long> entries) {
        var digests = new HashMap<Long, byte[]>();
        sql.sql("select entry_id, digest from audit_api.digest_of_entries(:entries)")
                .param("entries", entries.toArray(Long[]::new))
                .query((row, n) -> digests.put(row.getLong(1), row.getBytes(2)))
                .list();
        return digests;
    }

    /** For each entry that touched the table. */
    Map<Long, Part> parts(Evidence evidence, Collection<Long> entries) {
        var parts = new TreeMap<Long, Part>();
        sql.sql("""
                        select entry_id, made, superseded, digest
                          from audit_api.digest_of(:table, :columns, :superseding, :entries)
                        """)
                .param("table", evidence.table())
                .param("columns", evidence.columns().toArray(String[]::new))
                .param("superseding", evidence.superseding())
                .param("entries", entries.toArray(Long[]::new))
                .query((row, n) -> parts.put(row.getLong("entry_id"), part(evidence.table(), row)))
                .list();
        return parts;
    }

    /** As they were when the links were sealed: by position, then by shape. */
    Map<Long, Map<Integer, Part>> sealedParts(long first, long last) {
        var parts = new HashMap<Long, Map<Integer, Part>>();
        sql.sql("""
                        select p.position, p.shape_id, s.table_name, p.rows as made, p.superseded, p.digest
                          from audit.part p
                          join audit.shape s on s.shape_id = p.shape_id
                         where p.position between :first and :last
                        """)
                .param("first", first)
                .param("last", last)
                .query((row, n) -> parts.computeIfAbsent(row.getLong("position"), position -> new TreeMap<>())
                        .put(row.getInt("shape_id"), part(row.getString("table_name"), row)))
                .list();
        return parts;
    }

    void insert(Link link, Instant at) {
        sql.sql("""
                        insert into audit.link (position, entry_id, reads_after, reads_until, content, previous, hash, sealed_at)
                        values (:position, :entry, :after, :until, :content, :previous, :hash, :at)
                        """)
                .param("position", link.position())
                .param("entry", link.reads() == null ? link.entry() : null)
                .param("after", link.reads() == null ? null : link.reads().after())
                .param("until", link.reads() == null ? null : link.reads().until())
                .param("content", link.content())
                .param("previous", link.previous())
                .param("hash", link.hash())
                .param("at", Timestamp.from(at))
                .update();
    }

    void insert(long position, int shape, Part part) {
        sql.sql("""
                        insert into audit.part (position, shape_id, rows, superseded, digest)
                        values (:position, :shape, :made, :superseded, :digest)
                        """)
                .param("position", position)
                .param("shape", shape)
                .param("made", part.made())
                .param("superseded", part.superseded())
                .param("digest", HexFormat.of().parseHex(part.digest()))
                .update();
    }

    private static Part part(String table, ResultSet row) throws SQLException {
        return new Part(
                table,
                row.getInt("made"),
                row.getInt("superseded"),
                HexFormat.of().formatHex(row.getBytes("digest")));
    }

    private static Evidence toEvidence(ResultSet row, int n) throws SQLException {
        return new Evidence(
                row.getInt("shape_id"),
                row.getString("table_name"),
                List.of((String[]) row.getArray("columns").getArray()),
                row.getBoolean("superseding"));
    }

    private static Link link(ResultSet row, int n) throws SQLException {
        var until = row.getLong("reads_until");
        return new Link(
                row.getLong("position"),
                row.getLong("entry_id"),
                until == 0 ? null : new Link.Stretch(row.getLong("reads_after"), until),
                row.getBytes("content"),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }
}
