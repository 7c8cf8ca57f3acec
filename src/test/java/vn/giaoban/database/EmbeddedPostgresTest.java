package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.Charsets;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The launcher from outside: what survives, what is refused, as whom it runs. Slow (each start makes a database); no Spring. */
class EmbeddedPostgresTest {

    private static final int NOBODY = 65534;

    Path place = Path.of("never");
    Path home = place;
    Path programs = Path.of("target", "postgres");
    final List<Process> children = new ArrayList<>();

    @BeforeEach
    void anEmptyDirectory() throws IOException {
        // Not below our own directories, which may be closed to other users.
        place = Files.createTempDirectory("giaoban-launcher");
        home = place.resolve("postgres");
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        children.forEach(Process::destroyForcibly);
        FileSystemUtils.deleteRecursively(place);
    }

    @Test
    void dataStayAndTheServerGoes() throws Exception {
        long first;
        try (var server = start()) {
            first = server.pid();
            owner(server).sql("create schema probe").update();
            owner(server)
                    .sql("create table probe.word as select 'còn đây' as word")
                    .update();
            assertThatThrownBy(() -> start())
                    .isInstanceOf(DatabaseFault.class)
                    .hasMessageContaining("tiến trình Giao Ban khác");
        }
        assertEnded(first);

        // As after a restarted container: the dead server's number belongs to someone else. And half-made directories
        // of a killed start.
        var cluster = home.resolve("cluster-18");
        Files.writeString(
                cluster.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + cluster.resolve("data") + "\n1\n1\n\n127.0.0.1\n1 1\nready\n");
        Files.createDirectories(home.resolve("cluster-18.unfinished-x/data"));
        try (var server = start()) {
            assertThat(owner(server)
                            .sql("select word from probe.word")
                            .query(String.class)
                            .single())
                    .isEqualTo("còn đây");
        }
    }

    @Test
    void theServerOfAKilledApplicationIsTakenOverAndStopped() throws Exception {
        var child = start(List.of(), classPath());
        var pid = pid(child);
        child.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(pid)).isPresent();

        try (var server = start()) {
            assertThat(server.pid()).isEqualTo(pid);
            assertThat(owner(server).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
        assertEnded(pid);
    }

    @Test
    void killedWhileMakingTheFirstDatabaseItBeginsAgain() throws Exception {
        var child = start(List.of(), classPath());
        while (!hasUnfinishedCluster()) {
            assertThat(child.isAlive()).isTrue();
            Thread.sleep(5);
        }
        Thread.sleep(150);
        child.destroyForcibly().waitFor();

        try (var server = start()) {
            assertThat(owner(server)
                            .sql("select count(*) from pg_extension")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(4);
        }
    }

    @Test
    void anOrdinaryUserMayRunItAndRootThenRunsItAsThatUser() throws Exception {
        assumeTrue(ServerUser.owner(Path.of("/proc/self")) == 0, "only root can become another user");
        var asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
        Files.createDirectory(home);
        programs = home;
        Files.setAttribute(home, "unix:uid", NOBODY);
        Files.setAttribute(place, "posix:permissions", PosixFilePermissions.fromString("rwxr-xr-x"));
        var classPath = copied(classPath());

        var child = start(asNobody, classPath);
        assertThat(ServerUser.owner(Path.of("/proc", Long.toString(pid(child)))))
                .isEqualTo(NOBODY);
        child.getOutputStream().close();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();

        try (var server = start()) {
            assertThat(ServerUser.owner(Path.of("/proc", Long.toString(server.pid()))))
                    .isEqualTo(NOBODY);
            assertThat(owner(server).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }

        Files.setAttribute(home, "unix:uid", 0);
        Files.setAttribute(home.resolve("cluster-18"), "unix:uid", 0);
        assertThat(firstLine(start(asNobody, classPath)))
                .startsWith("refused")
                .contains("thuộc về người dùng có uid 0");
    }

    @Test
    void rolesAreAsRowPoliciesNeedThem() throws Exception {
        try (var server = start()) {
            var nobody = client(server, "");
            assertThatThrownBy(() -> nobody.sql("create schema probe").update())
                    .hasStackTraceContaining("permission denied");
            assertThat(nobody.sql(
                                    "select rolname from pg_roles where rolname like 'giaoban%' and (rolsuper or rolbypassrls or rolcreaterole)")
                            .query(String.class)
                            .list())
                    .isEmpty();

            owner(server).sql("create schema probe").update();
            owner(server).sql("create table probe.word (word text)").update();
            var application = client(server, "giaoban_app");
            assertThatThrownBy(() -> application
                            .sql("select word from probe.word")
                            .query()
                            .listOfRows())
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> application
                            .sql("create table public.word (word text)")
                            .update())
                    .hasStackTraceContaining("permission denied");

            assertThat(application
                            .sql(
                                    "select word from (values ('ơ'), ('o'), ('đu'), ('da'), ('dạ'), ('ă'), ('ô')) as v (word) order by word")
                            .query(String.class)
                            .list())
                    .containsExactly("ă", "da", "dạ", "đu", "o", "ô", "ơ");
        }
    }

    /** The file goes before the process does; one that nobody waits for stays as a zombie where process 1 is no init. */
    private static void assertEnded(long pid) throws Exception {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        for (var tries = 0; Files.exists(stat) && !Files.readString(stat).contains(") Z "); tries++) {
            assertThat(tries).as("process %s is still there", pid).isLessThan(1000);
            Thread.sleep(10);
        }
    }

    private boolean hasUnfinishedCluster() throws IOException {
        if (!Files.exists(home)) {
            return false;
        }
        try (var files = Files.list(home)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("cluster-18.unfinished")
                    && Files.exists(file.resolve("data")));
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, programs, Map.of("fsync", "off"));
    }

    private static JdbcClient owner(EmbeddedPostgres server) {
        return client(server, "giaoban_owner");
    }

    private static JdbcClient client(EmbeddedPostgres server, String role) {
        var address = server.application();
        var url = address.url() + (role.isEmpty() ? "" : "?options=-c%20role%3D" + role);
        return JdbcClient.create(new DriverManagerDataSource(url, address.user(), address.password()));
    }

    private Process start(List<String> as, String classPath) throws IOException {
        var command = new ArrayList<>(as);
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                StartAndWait.class.getName(),
                home.toString(),
                programs.toAbsolutePath().toString()));
        var child = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .start();
        children.add(child);
        return child;
    }

    private static long pid(Process child) throws IOException {
        var line = firstLine(child);
        assertThat(line).startsWith("pid ");
        return Long.parseLong(line.substring(4));
    }

    private static String firstLine(Process child) throws IOException {
        var line = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }

    /** What the launcher needs and no more: it knows nothing of Spring. */
    private static String classPath() throws URISyntaxException {
        var places = new ArrayList<String>();
        for (var type : List.of(
                StartAndWait.class,
                EmbeddedPostgres.class,
                TarArchiveInputStream.class,
                XZInputStream.class,
                Driver.class,
                IOUtils.class,
                StringUtils.class,
                Charsets.class,
                NullMarked.class)) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        var archive = String.valueOf(Binaries.class.getResource("/postgres-linux-x86_64.txz"));
        places.add(archive.substring("jar:file:".length(), archive.indexOf('!')));
        return String.join(":", places);
    }

    /** Another user may not be able to enter the directories that our class path lies in. */
    private String copied(String classPath) throws IOException {
        var copies = new ArrayList<String>();
        for (var place : classPath.split(":")) {
            var from = Path.of(place);
            var to = home.resolveSibling("lib-" + copies.size()).resolve(from.getFileName());
            Files.createDirectories(to.getParent());
            FileSystemUtils.copyRecursively(from, to);
            copies.add(to.toString());
        }
        return String.join(":", copies);
    }
}
