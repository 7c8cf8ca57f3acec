import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Measures the jar as its user meets it: another process, over HTTP, with the demonstration. Prints one line for each thing: median, 95th
 * percentile, smallest and largest of its runs, and what the processors did. Ends with 1 if a figure differs from plain SQL.
 *
 * <p>Run by {@code bench/run}. One file, so that it needs no build.
 */
class Bench {

    private static final int PORT = 18_900;
    private static final String BASE = "http://127.0.0.1:" + PORT;
    private static final String PASSWORD = "giaoban";
    private static final int MEMBERS = 40_000;

    private final Path jar;
    private final Path place;
    private final int runs;
    private final List<String> only;
    private Path data;
    private Process application;

    Bench(Path jar, Path place, int runs, List<String> only) {
        this.jar = jar;
        this.place = place;
        this.runs = runs;
        this.only = only;
    }

    public static void main(String[] arguments) throws Exception {
        var options = new HashMap<String, String>();
        Arrays.stream(arguments)
                .filter(one -> one.startsWith("--"))
                .forEach(one -> options.put(one.substring(2).split("=", 2)[0], one.split("=", 2)[1]));
        var bench = new Bench(
                Path.of(arguments[0]).toAbsolutePath(),
                Path.of(arguments[1]).toAbsolutePath(),
                Integer.parseInt(options.getOrDefault("runs", "20")),
                List.of(options.getOrDefault("only", "start,pages,figures,import").split(",")));
        System.exit(bench.run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        environment();
        var right = true;
        try {
            starts();
            if (only.contains("figures")) {
                right = figures();
            }
            if (only.contains("pages")) {
                pages();
            }
            if (only.contains("import")) {
                imports();
            }
            System.out.println("memory of the JVM at the end     " + memory());
            System.out.println("load at the end                  " + load());
        } finally {
            stop();
        }
        return right;
    }

    private static void environment() throws IOException {
        var model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.split(":", 2)[1].strip())
                .orElse("?");
        var memory = Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\s+", " ");
        System.out.printf(
                "%s, %d processors, %s, Java %s, JVM of the application -Xmx288m -XX:+UseSerialGC%nload at the beginning            %s%n%n",
                model, Runtime.getRuntime().availableProcessors(), memory, Runtime.version(), load());
    }

    private static String load() {
        return text(Path.of("/proc/loadavg")).strip();
    }

    // --- starts

    private void starts() throws Exception {
        var measured = only.contains("start");
        var first = new Times();
        var times = measured ? Math.max(3, runs / 4) : 1;
        for (var n = 0; n < times; n++) {
            stop();
            data = Files.createTempDirectory(Files.createDirectories(place), "data-");
            first.add(start());
        }
        if (measured) {
            first.print("first start, with demonstration", "s", 1e9);
            var later = new Times();
            for (var n = 0; n < times; n++) {
                stop();
                later.add(start());
            }
            later.print("later start", "s", 1e9);
        }
        System.out.println("memory of the JVM after start    " + memory());
    }

    /** Nanoseconds until the page of sign-in answers. */
    private long start() throws Exception {
        var begun = System.nanoTime();
        application = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx288m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + PORT,
                        "--giaoban.data=" + data)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("application.log").toFile())
                .start();
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        while (true) {
            if (!application.isAlive()) {
                throw new IllegalStateException("it did not start: " + text(place.resolve("application.log")));
            }
            try {
                http.send(HttpRequest.newBuilder(URI.create(BASE + "/login")).build(), HttpResponse.BodyHandlers.discarding());
                return System.nanoTime() - begun;
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
    }

    private void stop() throws InterruptedException {
        if (application != null) {
            application.destroy();
            if (!application.waitFor(60, TimeUnit.SECONDS)) {
                application.destroyForcibly().waitFor();
            }
            application = null;
        }
    }

    private String memory() {
        return text(Path.of("/proc/" + application.pid() + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\s+", " "))
                .reduce((one, other) -> one + ", " + other)
                .orElse("?");
    }

    // --- pages

    private void pages() throws Exception {
        var officer = new Visitor("tochuc.tinh");
        var province = id("BK");
        var cell = id(answers("""
                        select code from organisation.unit u join organisation.unit_state s on s.unit_id = u.unit_id
                         where s.kind_code = 'chi-bo' and s.until_day = 'infinity' and s.superseded_at = 'infinity' order by code limit 1
                        """).get(0));
        page(officer, "report of the province", "/reports/" + province + "?period=2024-03");
        page(officer, "unit page of the province", "/units/" + province);
        page(officer, "unit page of a cell", "/units/" + cell);
        page(officer, "list of members of the province", "/members?unit=" + province);
        page(officer, "list of members of a cell", "/members?unit=" + cell);
        page(officer, "checks of the province", "/checks/" + province);
        System.out.println("memory of the JVM after pages    " + memory());
    }

    private void page(Visitor visitor, String what, String path) throws Exception {
        var cold = visitor.get(path);
        for (var n = 0; n < 5; n++) {
            visitor.get(path);
        }
        var warm = new Times();
        for (var n = 0; n < runs; n++) {
            warm.add(visitor.get(path));
        }
        warm.print(what + ", warm", "ms", 1e6);
        System.out.printf(Locale.ROOT, "%-40s %9.1f ms%n", what + ", first time", cold / 1e6);
    }

    // --- figures against plain SQL

    /** What the report says, and the same written by hand over the base tables, without a line of the application's SQL. */
    private static final Map<String, String> BY_HAND = Map.of(
            "members", """
                    with recursive below as (
                        select unit_id from organisation.unit where code = 'BK'
                        union
                        select s.unit_id from organisation.unit_state s join below b on s.parent_id = b.unit_id
                         where s.superseded_at = 'infinity' and s.from_day <= '{day}' and '{day}' < s.until_day),
                    home as (
                        select unit_id, unit_id as entered from below
                        union
                        select h.unit_id, c.unit_id from home h join organisation.closing c on c.successor_id = h.entered
                         where c.superseded_at = 'infinity' and c.day <= '{day}')
                    select count(*) from membership.belonging m
                     where m.superseded_at = 'infinity' and m.from_day <= '{day}' and '{day}' < m.until_day
                       and m.unit_id in (select entered from home)
                    """,
            "cells", """
                    with recursive below as (
                        select unit_id, ''::text as kind from organisation.unit where code = 'BK'
                        union
                        select s.unit_id, s.kind_code from organisation.unit_state s join below b on s.parent_id = b.unit_id
                         where s.superseded_at = 'infinity' and s.from_day <= '{day}' and '{day}' < s.until_day)
                    select count(*) from below where kind = 'chi-bo'
                    """,
            "admissions", """
                    with recursive below as (
                        select unit_id from organisation.unit where code = 'BK'
                        union
                        select s.unit_id from organisation.unit_state s join below b on s.parent_id = b.unit_id
                         where s.superseded_at = 'infinity')
                    select count(*) from membership.movement m
                     where m.superseded_at = 'infinity' and m.kind = 'admission' and m.day >= '{from}' and m.day < '{until}'
                       and m.to_unit in (select unit_id from below)
                    """);

    private boolean figures() throws Exception {
        var officer = new Visitor("tochuc.tinh");
        var right = true;
        for (var asked : BY_HAND.entrySet()) {
            var application = new Times();
            var hand = new Times();
            for (var n = 0; n < Math.max(6, runs); n++) {
                // Another month each time: nothing is answered from memory.
                var from = java.time.LocalDate.of(2021, 1, 1).plusMonths(n);
                var until = from.plusMonths(1);
                var path = "/api/v1/figures/BK?from=" + from + "&until=" + until + "&indicators=" + asked.getKey();
                application.add(officer.get(path));
                var begun = System.nanoTime();
                var counted = answers(asked.getValue()
                                .replace("{day}", until.minusDays(1).toString())
                                .replace("{from}", from.toString())
                                .replace("{until}", until.toString()))
                        .get(0);
                hand.add(System.nanoTime() - begun);
                var said = Pattern.compile("\"value\":\\s*\"?([0-9]+)").matcher(officer.last());
                if (!said.find() || !said.group(1).equals(counted)) {
                    System.out.printf("WRONG %s of %s: %s by hand, %s said%n", asked.getKey(), from, counted, officer.last());
                    right = false;
                }
            }
            application.print(asked.getKey() + " of a month, over HTTP", "ms", 1e6);
            hand.print(asked.getKey() + " of a month, plain SQL", "ms", 1e6);
            System.out.printf(Locale.ROOT, "%-40s %9.2f%n", "  ratio of medians", application.median() / (double) hand.median());
        }
        return right;
    }

    // --- import

    /** Into the province's own register, among the 37,000 who are there: people who belonged before it was opened. */
    private void imports() throws Exception {
        var officer = new Visitor("tochuc.tinh");
        var cells = answers("""
                select u.code from organisation.unit u join organisation.unit_state s on s.unit_id = u.unit_id
                  join record.register r on r.register_id = u.register_id and r.code = 'BK'
                 where s.kind_code = 'chi-bo' and s.from_day <= r.first_day and s.until_day = 'infinity' and s.superseded_at = 'infinity'
                 order by u.code
                """);
        var times = Math.max(3, runs / 4);
        var preview = new Times();
        var whole = new Times();
        for (var n = 1; n <= times; n++) {
            var members = members(n, cells);
            var begun = System.nanoTime();
            var id = officer.preview("BK", "members", members);
            preview.add(System.nanoTime() - begun);
            officer.confirm(id);
            whole.add(System.nanoTime() - begun);
        }
        preview.print("import of 40,000 members, preview", "s", 1e9);
        whole.print("import of 40,000 members, whole", "s", 1e9);
        System.out.printf(Locale.ROOT, "%-40s %9.0f rows/s%n", "  rows a second, preview included", MEMBERS * 1e9 / whole.median());
    }

    private static String members(int run, List<String> cells) {
        var csv = new StringBuilder(
                "ref,family_and_given_name,birth,sex,ethnicity,religion,education,theory,occupation,citizen_number,cv_number,cell,"
                        + "belongs_from,degree,opening\n");
        var middle = List.of("Thị", "Văn", "Đức", "Minh", "Hồng", "Thanh", "Ngọc", "Quang");
        var given = List.of("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hạnh", "Huệ", "Khánh", "Lan", "Mai", "Nga", "Phúc", "Sơn", "Yến");
        for (var n = 0; n < MEMBERS; n++) {
            csv.append("bench-%d-%d,Nông %s %s,%02d/%02d/%d,%s,Tày,Không,Đại học,Trung cấp,Giáo viên,099%09d,B%d-%06d,%s,2015-01-01,%s,yes\n"
                    .formatted(
                            run,
                            n,
                            middle.get(n % 8),
                            given.get(n / 8 % 15),
                            1 + n % 28,
                            1 + n / 28 % 12,
                            1950 + n / 336 % 50,
                            n % 2 == 0 ? "M" : "F",
                            900_000_000 + run * 1_000_000 + n,
                            run,
                            n,
                            cells.get(n % cells.size()),
                            n % 20 == 0 ? "probationary" : "official"));
        }
        return csv.toString();
    }

    // --- the database, as its own superuser on the loopback

    private List<String> answers(String sql) throws SQLException, IOException {
        try (var statement = connection().createStatement();
                var rows = statement.executeQuery(sql)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    private Connection connection;

    private Connection connection() throws SQLException, IOException {
        if (connection == null || connection.isClosed()) {
            try (var clusters = Files.list(data.resolve("postgres"))) {
                var cluster = clusters.filter(one -> one.getFileName().toString().startsWith("cluster-"))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                var port = Files.readAllLines(cluster.resolve("data/postmaster.pid")).get(3);
                connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/giaoban", "postgres", text(cluster.resolve("superuser.password")));
            }
        }
        return connection;
    }

    private String id(String code) throws SQLException, IOException {
        return answers("select unit_id from organisation.unit where code = '" + code + "'").get(0);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // --- somebody signed in

    private static final class Visitor {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private final String basic;
        private String last = "";

        Visitor(String login) throws IOException, InterruptedException {
            basic = "Basic " + Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            var form = send(HttpRequest.newBuilder(URI.create(BASE + "/login"))).body();
            var key = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"").matcher(form);
            var fields = (key.find() ? "_csrf=" + encoded(key.group(1)) + "&" : "") + "username=" + login + "&password=" + PASSWORD;
            var answer = send(HttpRequest.newBuilder(URI.create(BASE + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(fields)));
            if (answer.statusCode() >= 400 || answer.headers().firstValue("Location").orElse("").contains("error")) {
                throw new IllegalStateException("not signed in: " + answer.statusCode());
            }
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        /** Nanoseconds of a whole answer. */
        long get(String path) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(BASE + path));
            if (path.startsWith("/api/")) {
                request.header("Authorization", basic);
            }
            var begun = System.nanoTime();
            var answer = send(request);
            var took = System.nanoTime() - begun;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            last = answer.body();
            return took;
        }

        String last() {
            return last;
        }

        String post(String path, String type, byte[] body, Map<String, String> headers) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(BASE + path))
                    .header("Authorization", basic)
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            var answer = send(request);
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        }

        long preview(String register, String kind, String csv) throws IOException, InterruptedException {
            var border = "----bench";
            var body = "--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bench.csv\"\r\n"
                    + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + border + "--\r\n";
            var answer = post(
                    "/api/v1/imports/" + kind,
                    "multipart/form-data; boundary=" + border,
                    body.getBytes(StandardCharsets.UTF_8),
                    Map.of("X-Register", register));
            var id = Pattern.compile("\"id\":\\s*\"?([0-9]+)").matcher(answer);
            if (!id.find() || !answer.matches("(?s).*\"problems\":\\s*0\\b.*")) {
                throw new IllegalStateException("problems in " + kind + ": " + answer.substring(0, Math.min(2_000, answer.length())));
            }
            return Long.parseLong(id.group(1));
        }

        void confirm(long id) throws IOException, InterruptedException {
            post("/api/v1/imports/" + id + "/confirm", "application/json", new byte[0], Map.of());
            do {
                Thread.sleep(20);
                get("/api/v1/imports/" + id);
            } while (last.contains("\"RUNNING\""));
            if (!last.contains("\"DONE\"")) {
                throw new IllegalStateException("import " + id + ": " + last);
            }
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    // --- numbers

    private static final class Times {

        private final List<Long> nanos = new ArrayList<>();

        void add(long time) {
            nanos.add(time);
        }

        long median() {
            return at(0.5);
        }

        private long at(double part) {
            var sorted = nanos.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1L, (long) Math.ceil(part * sorted.size()) - 1));
        }

        void print(String what, String unit, double divisor) {
            System.out.printf(
                    Locale.ROOT,
                    "%-40s %9.1f %s median, %.1f p95, %.1f to %.1f in %d runs%n",
                    what,
                    median() / divisor,
                    unit,
                    at(0.95) / divisor,
                    at(0.0001) / divisor,
                    at(1) / divisor,
                    nanos.size());
        }
    }
}
