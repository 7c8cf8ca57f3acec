package vn.giaoban.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

class OperatorsDoorTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # set,     from,       proxied,  sent,             opens
            '',        127.0.0.1,  false,    -,                true
            '',        127.0.0.1,  true,     -,                false
            '',        10.0.0.9,   false,    -,                false
            '',        10.0.0.9,   false,    Bearer,           false
            '',        10.0.0.9,   false,    'Bearer ',        false
            s3cret,    10.0.0.9,   true,     Bearer s3cret,    true
            ' s3cret', 10.0.0.9,   false,    bearer s3cret,    true
            s3cret,    10.0.0.9,   false,    Bearer s3cre,     false
            s3cret,    10.0.0.9,   false,    Basic s3cret,     false
            s3cret,    127.0.0.1,  false,    -,                false
            """)
    void opensToTheTokenOrWithoutOneToThisHost(
            String set, String from, boolean proxied, @org.jspecify.annotations.Nullable String sent, boolean opens)
            throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.setRemoteAddr(from);
        if (proxied) {
            request.addHeader("X-Forwarded-For", "203.0.113.7");
        }
        if (sent != null) {
            request.addHeader("Authorization", sent);
        }
        try {
            new OperatorsDoor(set).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
            assertThat(SecurityContextHolder.getContext().getAuthentication() != null)
                    .isEqualTo(opens);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
