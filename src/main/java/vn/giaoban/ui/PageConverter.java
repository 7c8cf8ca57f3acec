package vn.giaoban.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/**
 * Writes a {@link Page} as HTML, so that controllers return values instead of view names. The page is finished before its first byte is
 * sent: a fault half way becomes the page that says so.
 */
@Component
public class PageConverter extends AbstractHttpMessageConverter<Page> {

    private final TemplateEngine templates;
    private final Frame frame;

    PageConverter(TemplateEngine templates, Frame frame) {
        super(StandardCharsets.UTF_8, MediaType.TEXT_HTML);
        this.templates = templates;
        this.frame = frame;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Page readInternal(Class<? extends Page> type, HttpInputMessage input) {
        throw new UnsupportedOperationException("pages are only written");
    }

    @Override
    protected void writeInternal(Page page, HttpOutputMessage output) throws IOException {
        var html = new StringOutput();
        templates.render(page.template(), Map.of("page", page, "ui", frame.ui()), html);
        var bytes = html.toString().getBytes(StandardCharsets.UTF_8);
        output.getHeaders().setContentLength(bytes.length);
        output.getBody().write(bytes);
    }
}
