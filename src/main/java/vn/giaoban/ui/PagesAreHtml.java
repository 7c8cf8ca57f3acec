package vn.giaoban.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** A page may hold more than its template shows, so it is never written as anything but HTML, whatever the request accepts. */
@ControllerAdvice
class PagesAreHtml implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return converter != PageConverter.class;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Page) {
            throw new PageNotAcceptable();
        }
        return body;
    }

    /** Unchecked, because {@link ResponseBodyAdvice} declares nothing. */
    static final class PageNotAcceptable extends RuntimeException {
        final HttpMediaTypeNotAcceptableException reason =
                new HttpMediaTypeNotAcceptableException(List.of(MediaType.TEXT_HTML));
    }
}
