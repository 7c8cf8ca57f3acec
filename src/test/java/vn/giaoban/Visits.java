package vn.giaoban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.giaoban.shared.Actor;

/** Asks pages and the API as somebody who is signed in without a form and without an account. A bean of every test with an application. */
public class Visits {

    private final MockMvcTester browser;

    Visits(MockMvcTester browser) {
        this.browser = browser;
    }

    /** For a request that these methods do not make. */
    public static RequestPostProcessor as(Actor actor) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
    }

    public MvcTestResultAssert get(Actor by, String path, Object... variables) {
        return assertThat(browser.get().uri(path, variables).with(as(by)).exchange());
    }

    /** Sends a form; each field is {@code name=value}, and a name may come again. */
    public MvcTestResultAssert post(Actor by, String path, String... fields) {
        return assertThat(browser.post()
                .uri(path)
                .with(csrf())
                .with(as(by))
                .params(parameters(fields))
                .exchange());
    }

    /** Sends a form: its fields by name, and more of them as {@code name=value}. */
    public MvcTestResultAssert post(Actor by, String path, Map<String, String> form, String... more) {
        var fields = new ArrayList<String>();
        form.forEach((name, value) -> fields.add(name + "=" + value));
        fields.addAll(List.of(more));
        return post(by, path, fields.toArray(String[]::new));
    }

    /** Sends a form with one file in its field {@code file}. */
    public MvcTestResultAssert upload(
            Actor by, String path, String name, String mediaType, byte[] content, String... fields) {
        return assertThat(browser.post()
                .uri(path)
                .with(csrf())
                .with(as(by))
                .params(parameters(fields))
                .multipart()
                .file(new MockMultipartFile("file", name, mediaType, content))
                .exchange());
    }

    /** Sends JSON as a program does. */
    public MvcTestResultAssert postJson(Actor by, String path, String json) {
        return assertThat(browser.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(as(by))
                .exchange());
    }

    private static MultiValueMap<String, String> parameters(String[] fields) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (var field : fields) {
            var name = field.substring(0, field.indexOf('='));
            parameters.add(name, field.substring(name.length() + 1));
        }
        return parameters;
    }
}
