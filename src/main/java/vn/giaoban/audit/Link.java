package vn.giaoban.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the chain, or one stretch of reads: the digest of what was recorded, tied to the link before.
 *
 * @param entry 0 for a link of reads
 * @param reads null for a link of an entry
 */
record Link(long position, long entry, @Nullable Stretch reads, byte[] content, byte[] previous, byte[] hash) {

    /** Reads numbered after one up to another. */
    record Stretch(long after, long until) {}

    static Link after(Head head, Stretch reads, byte[] ofReads) {
        var content = content(reads, ofReads);
        var position = head.position() + 1;
        return new Link(position, 0, reads, content, head.bytes(), hash(position, 0, content, head.bytes()));
    }

    static byte[] content(Stretch reads, byte[] ofReads) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("reads " + reads.after() + ' ' + reads.until() + '\n').getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(ofReads);
        return sha256(bytes.toByteArray());
    }

    static Link after(Head head, long entry, byte[] ofEntry, List<Part> parts) {
        var content = content(ofEntry, parts);
        var position = head.position() + 1;
        return new Link(position, entry, null, content, head.bytes(), hash(position, entry, content, head.bytes()));
    }

    /** Over the entry and its parts in the order of their tables. */
    static byte[] content(byte[] ofEntry, List<Part> parts) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ofEntry);
        for (var part : parts) {
            bytes.writeBytes((part.table() + ' ' + part.made() + ' ' + part.superseded() + '\n')
                    .getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(HexFormat.of().parseHex(part.digest()));
        }
        return sha256(bytes.toByteArray());
    }

    boolean holdsItself() {
        return Arrays.equals(hash, hash(position, entry, content, previous));
    }

    private static byte[] hash(long position, long entry, byte[] content, byte[] previous) {
        return sha256(ByteBuffer.allocate(16 + content.length + previous.length)
                .putLong(position)
                .putLong(entry)
                .put(content)
                .put(previous)
                .array());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
