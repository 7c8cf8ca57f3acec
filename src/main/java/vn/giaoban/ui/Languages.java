package vn.giaoban.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/** Vietnamese, unless the reader has asked for English. What the browser prefers does not count: the office's browsers are often English. */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class Languages implements LocaleResolver {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    static final Locale ENGLISH = Locale.ENGLISH;

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return "en".equals(Cookies.read(request, Preferences.LANGUAGE)) ? ENGLISH : VIETNAMESE;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen under /preferences");
    }
}
