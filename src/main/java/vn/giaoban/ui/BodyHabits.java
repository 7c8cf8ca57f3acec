package vn.giaoban.ui;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Done with every JSON body before its controller, as {@link RequestHabits} with every form: text no database can hold is refused. */
@RestControllerAdvice
class BodyHabits extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        check("", body);
        return body;
    }

    /** @throws UiRefusal with the innermost name */
    private static void check(String name, @Nullable Object value) {
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            throw UiRefusal.unreadableText(name);
        } else if (value instanceof Iterable<?> many) {
            many.forEach(one -> check(name, one));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> check(String.valueOf(key).replace('\0', ' '), one));
        } else if (value instanceof Record read) {
            for (var component : read.getClass().getRecordComponents()) {
                check(component.getName(), valueOf(read, component));
            }
        }
    }

    private static @Nullable Object valueOf(Record read, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // bodies are records of their controllers, seldom public
            return accessor.invoke(read);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
