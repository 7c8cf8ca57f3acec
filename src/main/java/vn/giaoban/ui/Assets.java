package vn.giaoban.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * Style sheets and scripts, all from this host. The address carries a hash of the content, so that browsers may keep a file for a year and
 * still see a new one at once.
 */
@Component
class Assets {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    String address(String name) {
        return addresses.computeIfAbsent(name, Assets::hashed);
    }

    /** The same form that Spring's version strategy for resources reads: {@code app-<md5>.css}. */
    private static String hashed(String name) {
        try (var file = new ClassPathResource("static/assets/" + name).getInputStream()) {
            var dot = name.lastIndexOf('.');
            return "/assets/" + name.substring(0, dot) + "-" + DigestUtils.md5DigestAsHex(file) + name.substring(dot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
