package vn.giaoban.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a running server says of itself in {@code postmaster.pid}.
 *
 * @param ready whether it takes connections; the file's eighth line
 */
record Postmaster(long pid, int port, boolean ready) {

    /** The live server of this data directory; a file whose process is gone, or is no server of ours, counts as none. */
    static Optional<Postmaster> of(Path data) {
        try {
            var lines = Files.readAllLines(file(data), StandardCharsets.ISO_8859_1);
            if (lines.size() < 4) {
                return Optional.empty();
            }
            var pid = Long.parseLong(lines.get(0).strip());
            if (!runs(pid, data)) {
                return Optional.empty();
            }
            var ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
            return Optional.of(new Postmaster(pid, Integer.parseInt(lines.get(3).strip()), ready));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // not there, or being written
        }
    }

    /**
     * Removes a file that names a live process which is no server of ours: in a restarted container the number of the dead server soon
     * belongs to another, and PostgreSQL, believing the file, would refuse to start. A file whose process is gone is left to PostgreSQL,
     * which finds by it any part of the dead server that is still at work.
     */
    static void removeFileOfStranger(Path data) throws IOException {
        try {
            var pid = Long.parseLong(Files.readAllLines(file(data), StandardCharsets.ISO_8859_1)
                    .get(0)
                    .strip());
            if (ProcessHandle.of(pid).isPresent() && !runs(pid, data)) {
                Files.delete(file(data));
            }
        } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
            // none, or none that PostgreSQL could believe
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Asks the process, not only its number. */
    private static boolean runs(long pid, Path data) throws IOException {
        var process = Path.of("/proc", Long.toString(pid));
        if (!Files.isReadable(process.resolve("comm"))
                || !Files.readString(process.resolve("comm"), StandardCharsets.ISO_8859_1)
                        .strip()
                        .equals("postgres")) {
            return false;
        }
        try {
            return process.resolve("cwd").toRealPath().equals(data.toRealPath());
        } catch (IOException e) {
            return true; // another user's process: its name must do
        }
    }
}
