package vn.giaoban.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom the server's programs run. PostgreSQL refuses to run as root, so root steps into a user namespace ({@code unshare -U}: the files
 * stay root's, and it also works under directories that only root may enter), or where namespaces are forbidden becomes another user.
 *
 * @param prefix put before each command
 * @param uid who owns the server's files
 * @param gid the group of the server's files
 * @param other whether these files belong to another user than ours
 */
record ServerUser(List<String> prefix, int uid, int gid, boolean other) {

    private static final int ROOT = 0;

    /** Decides by the owner of the files if there are any, else takes the first way that works. */
    static ServerUser forFilesIn(Path cluster) {
        var me = owner(Path.of("/proc/self"));
        if (Files.exists(cluster)) {
            var owner = owner(cluster);
            if (me != ROOT && owner != me) {
                throw ofAnother(cluster, owner, me);
            }
            if (me == ROOT && owner != ROOT) {
                return become(owner, group(cluster));
            }
        }
        if (me != ROOT) {
            return new ServerUser(List.of(), me, group(Path.of("/proc/self")), false);
        }
        if (namespacesAllowed()) {
            return new ServerUser(List.of("unshare", "-U", "--"), ROOT, ROOT, false);
        }
        if (Files.exists(cluster)) {
            throw new DatabaseFault(
                    "Dữ liệu ở " + cluster
                            + " thuộc về root, mà máy này không cho phép không gian tên người dùng (unshare -U).",
                    "Hãy chuyển quyền sở hữu thư mục cho một người dùng thường (chown -R) rồi chạy lại.");
        }
        return known("postgres")
                .or(() -> known("nobody"))
                .orElseThrow(() -> new DatabaseFault(
                        "PostgreSQL không chạy được bằng root, và máy này không có người dùng postgres hay nobody.",
                        "Hãy chạy Giao Ban bằng một người dùng thường."));
    }

    /** Refuses a directory in which we cannot write, before anything fails less clearly. */
    static void checkOurs(Path home) {
        if (!Files.isWritable(home)) {
            throw ofAnother(home, owner(home), owner(Path.of("/proc/self")));
        }
    }

    private static DatabaseFault ofAnother(Path files, int owner, int me) {
        return new DatabaseFault(
                "Dữ liệu ở " + files + " thuộc về người dùng có uid " + owner + ", còn Giao Ban đang chạy bằng uid "
                        + me + ".",
                "Hãy chạy bằng đúng người dùng đã tạo dữ liệu, hoặc chuyển quyền sở hữu (chown -R) cả thư mục, hoặc chọn thư mục khác bằng"
                        + " --giaoban.data=…");
    }

    static ServerUser become(int uid, int gid) {
        return new ServerUser(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"), uid, gid, true);
    }

    List<String> command(Path program, String... arguments) {
        return Stream.of(prefix.stream(), Stream.of(program.toString()), Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }

    /** Hands a file of ours to the server; nothing to do where it runs as we do. */
    void own(Path file) throws IOException {
        if (other) {
            Files.setAttribute(file, "unix:gid", gid);
            Files.setAttribute(file, "unix:uid", uid);
        }
    }

    private static boolean namespacesAllowed() {
        try {
            var probe = new ProcessBuilder("unshare", "-U", "--", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<ServerUser> known(String name) {
        try {
            for (var line : Files.readAllLines(Path.of("/etc/passwd"), StandardCharsets.ISO_8859_1)) {
                var fields = new ArrayList<>(List.of(line.split(":", -1)));
                if (fields.size() > 3 && fields.get(0).equals(name)) {
                    return Optional.of(become(Integer.parseInt(fields.get(2)), Integer.parseInt(fields.get(3))));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static int owner(Path file) {
        return attribute(file, "unix:uid");
    }

    private static int group(Path file) {
        return attribute(file, "unix:gid");
    }

    private static int attribute(Path file, String name) {
        try {
            return (Integer) Files.getAttribute(file.toRealPath(), name, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
