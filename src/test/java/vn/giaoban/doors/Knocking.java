package vn.giaoban.doors;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.giaoban.access.AccessFixture;
import vn.giaoban.access.Account;

/** Knocks at a door as it wants it: a query, a form with its key, a file, a JSON body. */
@Lazy
@Component
class Knocking {

    static final byte[] FILE =
            "ref;Họ và tên khai sinh;Ngày sinh\n1;Ai Đó;01/01/1970\n".getBytes(StandardCharsets.UTF_8);

    private final MockMvcTester http;

    Knocking(MockMvcTester http) {
        this.http = http;
    }

    MvcTestResult at(Door door, String path, Map<String, String> values, Account account) {
        return at(door, URI.create(path), values, account);
    }

    MvcTestResult at(Door door, URI path, Map<String, String> values, Account account) {
        if (door.method().equals(HttpMethod.GET)) {
            var asked = http.get().uri(path);
            // as part of the address: what a form of the method GET does
            values.forEach(asked::queryParam);
            return asked.with(AccessFixture.as(account)).exchange();
        }
        if (door.body() != Door.Body.FORM) {
            var body = values.entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
            return http.post()
                    .uri(path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(door.body() == Door.Body.LIST ? "[" + body + "]" : body)
                    .with(AccessFixture.as(account))
                    .exchange();
        }
        if (takesFile(door)) {
            var sent = http.post()
                    .uri(path)
                    .multipart()
                    .file(new MockMultipartFile("file", "tep.csv", null, FILE))
                    .header("X-Register", values.getOrDefault("register", "P"));
            values.forEach(sent::param);
            return sent.with(AccessFixture.as(account)).with(csrf()).exchange();
        }
        var posted = http.post().uri(path);
        values.forEach(posted::param);
        return posted.with(AccessFixture.as(account)).with(csrf()).exchange();
    }

    static boolean takesFile(Door door) {
        return door.parameters().stream().anyMatch(parameter -> parameter.name().equals("file"));
    }

    private static String quoted(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    }
}
