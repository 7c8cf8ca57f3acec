import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Somebody signed in, as a browser with a session and, once he needs it, as a program with a token. One of them for each thread. */
final class NationVisitor {

    private static final String PASSWORD = "giaoban";
    private static final Pattern KEY = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("<code>(gb_[^<]+)</code>");

    private final HttpClient http;
    private final String base;
    private final String login;
    private String token;

    NationVisitor(String base, String login) throws IOException, InterruptedException {
        this.base = base;
        this.login = login;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        if (post("/login", "/login", Map.of("username", login, "password", PASSWORD)).headers().firstValue("Location").orElse("error").contains("error")) {
            throw new IllegalStateException(login + " cannot sign in");
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whatever it answers. What is under /api/ is asked with a token: no password is compared. */
    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        var request = request(path);
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer " + token());
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** @throws IllegalStateException if it is no 200 */
    String get(String path) throws IOException, InterruptedException {
        var answer = ask(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body().lines().limit(3).toList());
        }
        return answer.body();
    }

    /** @param form the page whose form it is: its key against forgery is sent along */
    HttpResponse<String> post(String form, String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send(keyOf(form), path, fields);
    }

    String keyOf(String form) throws IOException, InterruptedException {
        var key = KEY.matcher(http.send(request(form).build(), HttpResponse.BodyHandlers.ofString()).body());
        if (!key.find()) {
            throw new IllegalStateException(login + " finds no form at " + form);
        }
        return key.group(1);
    }

    HttpResponse<String> send(String key, String path, Map<String, String> fields) throws IOException, InterruptedException {
        var body = new StringBuilder("_csrf=" + encoded(key));
        fields.forEach((name, value) -> body.append('&').append(name).append('=').append(encoded(value)));
        var answer = http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 500) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer;
    }

    /** A form that was accepted sends one elsewhere. */
    HttpResponse<String> accepted(String form, String path, Map<String, String> fields) throws IOException, InterruptedException {
        return accepted(post(form, path, fields), path);
    }

    static HttpResponse<String> accepted(HttpResponse<String> answer, String path) {
        if (answer.statusCode() != 303 && answer.statusCode() != 302) {
            var said = Pattern.compile("(?s)role=\"alert\".*?</div>|class=\"error[^>]*>[^<]*").matcher(answer.body());
            throw new IllegalStateException(path + " was not accepted (" + answer.statusCode() + "): "
                    + (said.find() ? said.group().replaceAll("\\s+|<[^>]*>", " ") : answer.body().lines().limit(3).toList()));
        }
        return answer;
    }

    String apiPost(String path, String type, HttpRequest.BodyPublisher body, Map<String, String> headers) throws IOException, InterruptedException {
        var request = request(path).header("Authorization", "Bearer " + token()).header("Content-Type", type).POST(body);
        headers.forEach(request::header);
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body().lines().limit(5).toList());
        }
        return answer.body();
    }

    private String token() throws IOException, InterruptedException {
        if (token == null) {
            var found = TOKEN.matcher(post("/account", "/account/tokens", Map.of("name", "bench", "days", "30")).body());
            if (!found.find()) {
                throw new IllegalStateException(login + " was given no token");
            }
            token = found.group(1);
        }
        return token;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(30));
    }

    // --- what the application measured itself

    /**
     * Requests answered since the start and the seconds they took, by the application's own metrics (http.server.requests, sign-in and writing
     * of the answer included, the way over the loopback and this client not).
     */
    record Served(long requests, double seconds) {}

    Served served() throws IOException, InterruptedException {
        var requests = 0.0;
        var seconds = 0.0;
        for (var line : http.send(request("/actuator/prometheus").build(), HttpResponse.BodyHandlers.ofString()).body().split("\n")) {
            if (line.startsWith("http_server_requests_seconds_") && !line.contains("uri=\"/actuator")) {
                var value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
                requests += line.startsWith("http_server_requests_seconds_count") ? value : 0;
                seconds += line.startsWith("http_server_requests_seconds_sum") ? value : 0;
            }
        }
        return new Served(Math.round(requests), seconds);
    }

    // --- figures

    private static final Pattern FIGURE = Pattern.compile("\"code\":\\s*\"([^\"]+)\",\\s*\"kind\":[^}]*?\"value\":\\s*(null|\"?[0-9]+)");

    /** Values by code, in the order asked for; null where there is no figure. */
    static Map<String, Long> values(String answer) {
        var values = new TreeMap<String, Long>();
        var found = FIGURE.matcher(answer);
        while (found.find()) {
            values.put(found.group(1), found.group(2).equals("null") ? null : Long.valueOf(found.group(2).replace("\"", "")));
        }
        return values;
    }
}
