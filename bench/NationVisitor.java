import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody signed in, as a browser and as a program. */
final class NationVisitor {

    private static final String PASSWORD = "giaoban";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;
    private final String basic;

    NationVisitor(String base, String login) throws IOException, InterruptedException {
        this.base = base;
        this.basic = "Basic " + Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        post("/login", "/login", Map.of("username", login, "password", PASSWORD));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException if it is no 200 */
    String get(String path) throws IOException, InterruptedException {
        var request = request(path);
        if (path.startsWith("/api/")) {
            request.header("Authorization", basic);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body().lines().limit(3).toList());
        }
        return answer.body();
    }

    /** @param form the page whose form it is: its token is sent along */
    HttpResponse<String> post(String form, String path, Map<String, String> fields) throws IOException, InterruptedException {
        var page = http.send(request(form).build(), HttpResponse.BodyHandlers.ofString()).body();
        var key = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"").matcher(page);
        var body = new StringBuilder(key.find() ? "_csrf=" + encoded(key.group(1)) : "none=");
        fields.forEach((name, value) -> body.append('&').append(name).append('=').append(encoded(value)));
        var answer = http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400 || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(10));
    }
}
