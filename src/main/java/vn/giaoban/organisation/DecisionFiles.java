package vn.giaoban.organisation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/**
 * Papers of decisions: PDF or a picture, told by its content, never by its name. They may name persons, so they are shown to who may
 * change the structure or keeps the register over a unit of the event. Kept in the database, so a backup has them.
 */
@Service
@Transactional(readOnly = true)
public class DecisionFiles {

    /** Bytes of one file. */
    public static final int LONGEST = 10 * 1024 * 1024;

    private static final int MOST_PER_EVENT = 5;

    private final JdbcClient sql;
    private final Entries entries;
    private final Organisation organisation;
    private final History history;

    DecisionFiles(JdbcClient sql, Entries entries, Organisation organisation, History history) {
        this.sql = sql;
        this.entries = entries;
        this.organisation = organisation;
        this.history = history;
    }

    /** Empty for who may not read them. */
    public List<DecisionFile> of(Actor by, EventId event, AsOf at) {
        if (!mayRead(by, event, at)) {
            return List.of();
        }
        return sql.sql("""
                        select e.register_id, e.event_file_id, e.event_id, e.name, f.type, encode(e.sha256, 'hex') as sha256,
                               length(f.content) as bytes, e.recorded_at
                          from organisation.event_file e
                          join organisation.decision_file f on (f.register_id, f.sha256) = (e.register_id, e.sha256)
                         where e.event_id = :event and e.recorded_at <= :known and :known < e.superseded_at
                         order by e.event_file_id
                        """)
                .param("event", event.value())
                .param("known", Timestamp.from(at.known()))
                .query(DecisionFiles::file)
                .list();
    }

    /** @throws OrganisationRefusal "not found", also if it is not this reader's */
    public DecisionFile file(Actor by, EventId event, long file, AsOf at) {
        return of(by, event, at).stream()
                .filter(one -> one.id() == file)
                .findFirst()
                .orElseThrow(OrganisationRefusal::fileNotFound);
    }

    /** @throws OrganisationRefusal "not found", also if it is not this reader's */
    public byte[] content(Actor by, EventId event, long file, AsOf at) {
        if (!mayRead(by, event, at)) {
            throw OrganisationRefusal.fileNotFound();
        }
        return sql.sql("""
                        select f.content
                          from organisation.event_file e
                          join organisation.decision_file f on (f.register_id, f.sha256) = (e.register_id, e.sha256)
                         where e.event_id = :event and e.event_file_id = :file and e.superseded_at = 'infinity'
                        """)
                .param("event", event.value())
                .param("file", file)
                .query(byte[].class)
                .optional()
                .orElseThrow(OrganisationRefusal::fileNotFound);
    }

    /**
     * @param name what the sender called it; shown, never trusted
     * @throws OrganisationRefusal if it is empty, too large, neither PDF nor JPEG nor PNG, attached already, or one too many
     */
    @Transactional
    public void attach(Actor by, EventId event, String name, byte[] content, AsOf at) {
        checkMayChange(by, event, at);
        var type = type(content).orElseThrow(OrganisationRefusal::fileOfOtherType);
        if (content.length > LONGEST) {
            throw OrganisationRefusal.fileTooLarge(LONGEST / 1024 / 1024);
        }
        var register = register(event);
        var digest = sha256(content);
        var attached = attached(event);
        if (attached.contains(HexFormat.of().formatHex(digest))) {
            throw OrganisationRefusal.fileTwice();
        }
        if (attached.size() >= MOST_PER_EVENT) {
            throw OrganisationRefusal.tooManyFiles(MOST_PER_EVENT);
        }
        var entry = entries.begin(by, Set.of(register), "organisation.decision-file", null);
        sql.sql("""
                        insert into organisation.decision_file (register_id, sha256, type, content, entry_id, recorded_at)
                        values (:register, :sha256, :type, :content, :entry, :at)
                            on conflict do nothing
                        """)
                .param("register", register.value())
                .param("sha256", digest)
                .param("type", type)
                .param("content", content)
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
        sql.sql("""
                        insert into organisation.event_file (register_id, event_id, sha256, name, entry_id, recorded_at)
                        values (:register, :event, :sha256, :name, :entry, :at)
                        """)
                .param("register", register.value())
                .param("event", event.value())
                .param("sha256", digest)
                .param("name", named(name, type))
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    /** Takes a wrong paper off the event; it stays in the record of what was known before. */
    @Transactional
    public void detach(Actor by, EventId event, long file, AsOf at) {
        checkMayChange(by, event, at);
        var entry = entries.begin(by, Set.of(register(event)), "organisation.decision-file", null);
        var detached = sql.sql("""
                        update organisation.event_file set superseded_at = :at, superseded_by = :entry
                         where event_id = :event and event_file_id = :file and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("event", event.value())
                .param("file", file)
                .update();
        if (detached == 0) {
            throw OrganisationRefusal.fileNotFound();
        }
    }

    public boolean mayAttach(Actor by, EventId event, AsOf at) {
        return over(by, Verb.CHANGE_STRUCTURE, event, at);
    }

    private boolean mayRead(Actor by, EventId event, AsOf at) {
        return over(by, Verb.CHANGE_STRUCTURE, event, at) || over(by, Verb.KEEP_REGISTER, event, at);
    }

    private void checkMayChange(Actor by, EventId event, AsOf at) {
        if (!mayAttach(by, event, at)) {
            throw OrganisationRefusal.eventNotFound();
        }
    }

    /** Over an event that is not there nobody has a right: it is answered as one that is not theirs. */
    private boolean over(Actor by, Verb verb, EventId event, AsOf at) {
        return history.find(event, at.known())
                .filter(found -> over(by, verb, found, at))
                .isPresent();
    }

    /** Over one of the units of the event on its day or the eve: a unit that it ended is over after that. */
    private boolean over(Actor by, Verb verb, RecordedEvent found, AsOf at) {
        var days =
                List.of(new AsOf(found.day(), at.known()), new AsOf(found.day().minusDays(1), at.known()));
        return by.isSystem()
                || java.util.stream.Stream.concat(found.subjects().stream(), found.opened().stream())
                        .anyMatch(unit -> days.stream().anyMatch(day -> organisation.may(by, verb, unit.id(), day)));
    }

    private RegisterId register(EventId event) {
        return sql.sql("select register_id from organisation.event where event_id = :event")
                .param("event", event.value())
                .query((row, n) -> new RegisterId(row.getShort(1)))
                .optional()
                .orElseThrow(OrganisationRefusal::eventNotFound);
    }

    private List<String> attached(EventId event) {
        return sql.sql("""
                        select encode(sha256, 'hex') from organisation.event_file where event_id = :event and superseded_at = 'infinity'
                        """).param("event", event.value()).query(String.class).list();
    }

    /** By its first bytes. */
    static Optional<String> type(byte[] content) {
        if (begins(content, 0x25, 0x50, 0x44, 0x46, 0x2D)) {
            return Optional.of("application/pdf");
        } else if (begins(content, 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of("image/png");
        } else if (begins(content, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        return Optional.empty();
    }

    private static boolean begins(byte[] content, int... first) {
        return content.length > first.length && Arrays.equals(content, 0, first.length, bytes(first), 0, first.length);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** The last part of the path the sender gave, without what could confuse a reader or a file system; its ending is that of its type. */
    private static String named(String given, String type) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = Vietnamese.normal(last.replaceAll("[\\p{C}\"<>:|?*;]", " "));
        var ending = type.equals("application/pdf") ? ".pdf" : type.equals("image/png") ? ".png" : ".jpg";
        var stem = clean.replaceAll("(?i)\\.(pdf|png|jpe?g)$", "");
        return (stem.isBlank() ? "quyet-dinh" : stem.substring(0, Math.min(150, stem.length()))) + ending;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static DecisionFile file(ResultSet row, int n) throws SQLException {
        return new DecisionFile(
                new RegisterId(row.getShort("register_id")),
                row.getLong("event_file_id"),
                new EventId(row.getLong("event_id")),
                row.getString("name"),
                row.getString("type"),
                row.getString("sha256"),
                row.getLong("bytes"),
                instant(row));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getTimestamp("recorded_at").toInstant();
    }
}
