package vn.giaoban.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Done with every request before its controller: the chosen day is remembered, and text no database can hold is refused. */
@Component
class RequestHabits implements HandlerInterceptor {

    private static final Duration UNTIL_THE_BROWSER_CLOSES = Duration.ofSeconds(-1);

    private final SelectedDay selectedDay;

    RequestHabits(SelectedDay selectedDay) {
        this.selectedDay = selectedDay;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            if (name.indexOf('\0') >= 0 || Arrays.stream(values).anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw UiRefusal.unreadableText(name.replace('\0', ' '));
            }
        });
        var day = request.getParameter(SelectedDay.NAME);
        if (day != null && request.getMethod().equals("GET") && !RefusalAdvice.isApi(request)) {
            selectedDay
                    .toRemember(day)
                    .ifPresent(value ->
                            Cookies.write(request, response, SelectedDay.NAME, value, UNTIL_THE_BROWSER_CLOSES));
        }
        return true;
    }
}
