package vn.giaoban.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One data directory of PostgreSQL with its secret and its log: made, started, taken over, stopped. */
final class Cluster {

    /** Crash recovery of a large database takes its time; a server that dies is noticed at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Binaries binaries;
    private final Path root;
    private final ServerUser user;

    private Cluster(Binaries binaries, Path root, ServerUser user) {
        this.binaries = binaries;
        this.root = root;
        this.user = user;
    }

    /** The cluster of this major version under {@code home}; made if there is none. */
    static Cluster in(Path home, Binaries binaries, boolean durable) throws IOException, InterruptedException {
        var root = home.resolve("cluster-" + binaries.major());
        var user = ServerUser.forFilesIn(root);
        if (!Files.exists(root)) {
            var unfinished = Leftovers.next(root);
            new Cluster(binaries, unfinished, user).initialise(durable);
            Leftovers.rename(unfinished, root);
        }
        return new Cluster(binaries, root, user);
    }

    /** How its superuser signs in to our database on the server that is running under {@code home}, whoever started it. */
    static Optional<DatabaseAddress> running(Path home) throws IOException {
        for (var root : under(home)) {
            var server = Postmaster.of(root.resolve("data")).filter(Postmaster::ready);
            if (server.isPresent()) {
                var url = "jdbc:postgresql://127.0.0.1:" + server.get().port() + "/" + Bootstrap.DATABASE;
                return Optional.of(new DatabaseAddress(url, "postgres", Files.readString(secret(root))));
            }
        }
        return Optional.empty();
    }

    static boolean exists(Path home) throws IOException {
        return !under(home).isEmpty();
    }

    private static List<Path> under(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (var entries = Files.list(home)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("cluster-[0-9]+"))
                    .toList();
        }
    }

    String password() throws IOException {
        return Files.readString(secret(root));
    }

    /** Starts the server, or takes over one that outlived its application. */
    Postmaster start(Map<String, String> settings) throws IOException, InterruptedException {
        var survivor = Postmaster.of(data());
        if (survivor.isPresent()) {
            return awaitSurvivor();
        }
        Postmaster.removeFileOfStranger(data());
        var starting = process(
                        "pg_ctl",
                        "-D",
                        data().toString(),
                        "-l",
                        log().toString(),
                        "-w",
                        "-t",
                        Long.toString(PATIENCE.toSeconds()),
                        "-o",
                        options(settings),
                        "start")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (true) {
            var ended = starting.waitFor(10, TimeUnit.MILLISECONDS);
            var running = Postmaster.of(data()).filter(Postmaster::ready);
            if (running.isPresent()) {
                return running.get();
            }
            if (ended) {
                throw broken("PostgreSQL không khởi động được.", log());
            }
        }
    }

    void stop() throws IOException, InterruptedException {
        if (stop("fast") != 0 && Postmaster.of(data()).isPresent()) {
            stop("immediate");
        }
    }

    int stop(String mode) throws IOException, InterruptedException {
        return process("pg_ctl", "-D", data().toString(), "-m", mode, "-w", "-t", "60", "stop")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private Postmaster awaitSurvivor() throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var running = Postmaster.of(data());
            if (running.isEmpty()) {
                break;
            }
            if (running.get().ready()) {
                return running.get();
            }
            Thread.sleep(20);
        }
        throw broken("PostgreSQL còn chạy từ lần trước nhưng không trả lời.", log());
    }

    private void initialise(boolean durable) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        Files.createFile(
                secret(root), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret(root), randomSecret());
        user.own(root);
        user.own(secret(root));
        var output = root.resolve("initdb.log");
        // The C locale is on every machine; words are sorted by ICU, which the archive brings along.
        var initialising = process(
                        "initdb",
                        "-D",
                        data().toString(),
                        "--username=postgres",
                        "--pwfile=" + secret(root),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=icu",
                        "--icu-locale=vi-VN",
                        "--no-instructions",
                        durable ? "--data-checksums" : "--no-sync")
                .redirectOutput(output.toFile())
                .start();
        if (initialising.waitFor() != 0) {
            throw broken("Không tạo được cơ sở dữ liệu PostgreSQL ở " + root + ".", output);
        }
    }

    static String randomSecret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Loopback only, no sockets in the file system, and no log of statements: they hold personal data. */
    private static String options(Map<String, String> settings) throws IOException {
        var options = settings.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "='" + setting.getValue() + "'")
                .collect(Collectors.joining(" "));
        return "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c port=" + freePort() + " " + options;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private ProcessBuilder process(String program, String... arguments) {
        var builder = new ProcessBuilder(user.command(binaries.program(program), arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        // The server outlives a change of our directory, and another user might not be able to enter it.
        return builder.directory(new File("/")).redirectErrorStream(true);
    }

    private static DatabaseFault broken(String what, Path log) {
        return new DatabaseFault(what + "\n" + tail(log), "Nhật ký đầy đủ: " + log);
    }

    private static String tail(Path log) {
        try {
            var lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException e) {
            return List.of(e.getClass().getSimpleName(), String.valueOf(e.getMessage()))
                    .toString();
        }
    }

    private Path data() {
        return root.resolve("data");
    }

    private Path log() {
        return root.resolve("server.log");
    }

    private static Path secret(Path root) {
        return root.resolve("superuser.password");
    }
}
