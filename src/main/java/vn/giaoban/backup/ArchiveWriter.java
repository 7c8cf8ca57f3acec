package vn.giaoban.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.backup.Manifest.Content;
import vn.giaoban.backup.Manifest.Table;

/** A zip file with one text for each table and the manifest at its end. */
final class ArchiveWriter implements AutoCloseable {

    static final String MANIFEST = "manifest.json";

    /** Writes a table's text and says how many rows it has. */
    interface Source {
        long writeTo(OutputStream sink) throws SQLException, IOException;
    }

    private final ZipOutputStream zip;

    ArchiveWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    Content add(Table table, Source source) throws SQLException, IOException {
        zip.putNextEntry(entry(table.file()));
        var sink = new Measured(zip);
        var rows = source.writeTo(sink);
        zip.closeEntry();
        return new Content(table, rows, sink.bytes, HexFormat.of().formatHex(sink.digest.digest()));
    }

    void finish(Manifest manifest) throws IOException {
        zip.putNextEntry(entry(MANIFEST));
        zip.write(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Without the time of day: the same data make the same file. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }

    private static final class Measured extends FilterOutputStream {

        private final MessageDigest digest = Archive.sha256();
        private long bytes;

        Measured(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] text, int from, int length) throws IOException {
            out.write(text, from, length);
            digest.update(text, from, length);
            bytes += length;
        }
    }
}
