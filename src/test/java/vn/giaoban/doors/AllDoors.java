package vn.giaoban.doors;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.giaoban.shared.AsOf;

/** All doors, as Spring opened them: a controller that is new is here without anybody's doing. */
@Lazy
@Component
class AllDoors {

    private final RequestMappingHandlerMapping mappings;

    AllDoors(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    List<Door> all() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> isOurs(entry.getValue()))
                .flatMap(entry -> doors(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Door::toString))
                .toList();
    }

    List<Door> that(HttpMethod method) {
        return all().stream().filter(door -> door.method().equals(method)).toList();
    }

    /** Not the tests' own gallery. */
    private static boolean isOurs(HandlerMethod handler) {
        var type = handler.getBeanType();
        return type.getName().startsWith("vn.giaoban.")
                && !type.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .contains("test-classes");
    }

    private static Stream<Door> doors(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern ->
                        methods.stream().map(method -> door(HttpMethod.valueOf(method.name()), pattern, handler)));
    }

    private static Door door(HttpMethod method, String pattern, HandlerMethod handler) {
        var parameters = new ArrayList<Door.Parameter>();
        var body = Door.Body.FORM;
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                body = List.class.isAssignableFrom(parameter.getParameterType()) ? Door.Body.LIST : Door.Body.JSON;
            }
            parameters(parameter).forEach(parameters::add);
        }
        return new Door(method, pattern, Door.variables(pattern), parameters, body);
    }

    private static Stream<Door.Parameter> parameters(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        var type = parameter.getParameterType();
        if (Map.class.isAssignableFrom(type)) {
            return Stream.of(); // whatever was sent
        }
        var named = parameter.getParameterAnnotation(RequestParam.class);
        if (named != null) {
            var name = Stream.of(named.name(), named.value(), parameter.getParameterName())
                    .filter(text -> text != null && !text.isEmpty())
                    .findFirst()
                    .orElseThrow();
            return Stream.of(new Door.Parameter(name, type));
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)
                || parameter.hasParameterAnnotation(RequestHeader.class)
                || !type.isRecord()
                || type.getPackageName().endsWith(".shared") && type != AsOf.class) {
            return Stream.of();
        }
        if (type == AsOf.class) {
            return Stream.of(new Door.Parameter("on", String.class), new Door.Parameter("known", String.class));
        }
        return Arrays.stream(type.getRecordComponents()).map(AllDoors::component);
    }

    private static Door.Parameter component(RecordComponent component) {
        return new Door.Parameter(component.getName(), component.getType());
    }
}
