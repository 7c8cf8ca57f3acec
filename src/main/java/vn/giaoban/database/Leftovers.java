package vn.giaoban.database;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;

/**
 * Directories that appear whole or not at all: made under another name, then renamed. What a killed process left under such a name is
 * removed by the next.
 */
final class Leftovers {

    private static final Logger log = System.getLogger(Leftovers.class.getName());

    private Leftovers() {}

    /** An empty directory in which {@code target} is to be made ready. */
    static Path next(Path target) throws IOException {
        var stem = target.getFileName() + ".unfinished-";
        try (var siblings = Files.list(target.toAbsolutePath().getParent())) {
            for (var old : siblings.filter(file -> file.getFileName().toString().startsWith(stem))
                    .toList()) {
                removeAsFarAsPossible(old);
            }
        }
        return Files.createDirectory(target.resolveSibling(stem + UUID.randomUUID()));
    }

    static void rename(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            remove(unfinished); // another process was quicker
        }
    }

    /** A program that outlived its killed application may still be writing there; then the start after this one clears it away. */
    private static void removeAsFarAsPossible(Path old) {
        try {
            remove(old);
        } catch (IOException e) {
            log.log(Logger.Level.DEBUG, old + " stays for now", e);
        }
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
