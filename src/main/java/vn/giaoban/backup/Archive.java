package vn.giaoban.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.backup.Manifest.Content;

/** A backup that is being read. Whatever does not agree with its manifest is a {@link BackupFault}. */
final class Archive implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    static Archive open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupFault("Không có tệp " + file.toAbsolutePath() + ".", "Hãy kiểm tra lại đường dẫn.");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw BackupFault.damaged("không mở được (có thể bị cắt cụt)", e);
        }
        try {
            return new Archive(zip, manifest(zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads everything once, so that a damaged file is refused before anything is done. */
    void verify() throws IOException {
        var expected = manifest.tables().stream()
                .map(content -> content.table().file())
                .collect(Collectors.toSet());
        expected.add(ArchiveWriter.MANIFEST);
        var found = zip.stream().map(entry -> entry.getName()).collect(Collectors.toSet());
        if (!found.equals(expected) || manifest.tables().size() != expected.size() - 1) {
            throw BackupFault.damaged("các phần của tệp không khớp với bản kê", null);
        }
        for (var content : manifest.tables()) {
            try (var text = text(content)) {
                text.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** The text of a table; at its end, the digest is compared. */
    InputStream text(Content content) {
        var entry = zip.getEntry(content.table().file());
        if (entry == null) {
            throw BackupFault.damaged("thiếu bảng " + content.table().name(), null);
        }
        try {
            return new Checked(zip.getInputStream(entry), content);
        } catch (IOException e) {
            throw BackupFault.damaged("bảng " + content.table().name() + " không đọc được", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(ArchiveWriter.MANIFEST);
        if (entry == null) {
            throw BackupFault.damaged("không có bản kê " + ArchiveWriter.MANIFEST, null);
        }
        try (var text = zip.getInputStream(entry)) {
            var manifest = JSON.readValue(text.readAllBytes(), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupFault(
                        "Tệp sao lưu có định dạng " + manifest.format() + ", chương trình này đọc định dạng "
                                + Manifest.FORMAT + ".",
                        "Hãy phục hồi bằng đúng phiên bản Giao Ban đã sao lưu.");
            }
            return manifest;
        } catch (JacksonException | IOException e) {
            throw BackupFault.damaged("không đọc được bản kê", e);
        }
    }

    private static final class Checked extends InputStream {

        private final DigestInputStream text;
        private final Content content;
        private long bytes;
        private boolean ended;

        Checked(InputStream text, Content content) {
            this.text = new DigestInputStream(text, sha256());
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count;
            try {
                count = text.read(into, from, length);
            } catch (IOException e) {
                throw BackupFault.damaged("bảng " + content.table().name() + " không giải nén được", e);
            }
            if (count > 0) {
                bytes += count;
            } else if (count < 0 && !ended) {
                ended = true;
                compare();
            }
            return count;
        }

        private void compare() {
            var digest = HexFormat.of().formatHex(text.getMessageDigest().digest());
            if (bytes != content.bytes() || !digest.equals(content.sha256())) {
                throw BackupFault.damaged("bảng " + content.table().name() + " khác với lúc sao lưu", null);
            }
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
