package vn.giaoban.ui;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Gathers for each page what the modules contribute to the frame around it. */
@Component
class Frame {

    private final TemplateEngine templates;
    private final Wordings wordings;
    private final SelectedDay selectedDay;
    private final Assets assets;
    private final ObjectProvider<Visitors> visitors;
    private final ObjectProvider<MenuEntry> menu;
    private final ObjectProvider<Demonstration> demonstration;
    private final boolean demonstrationByProperty;

    Frame(
            TemplateEngine templates,
            Wordings wordings,
            SelectedDay selectedDay,
            Assets assets,
            ObjectProvider<Visitors> visitors,
            ObjectProvider<MenuEntry> menu,
            ObjectProvider<Demonstration> demonstration,
            @Value("${giaoban.demo:true}") boolean demonstrationByProperty) {
        this.templates = templates;
        this.wordings = wordings;
        this.selectedDay = selectedDay;
        this.assets = assets;
        this.visitors = visitors;
        this.menu = menu;
        this.demonstration = demonstration;
        this.demonstrationByProperty = demonstrationByProperty;
    }

    /** For the page that answers the running request. */
    Ui ui() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return new Ui(wordings.current(), request, this);
    }

    Content piece(Page piece, Ui ui) {
        return output -> templates.render(piece.template(), Map.of("page", piece, "ui", ui), output);
    }

    @Nullable
    Visitor visitor() {
        return visitors.stream().findFirst().flatMap(Visitors::current).orElse(null);
    }

    List<MenuEntry> menu(Visitor visitor) {
        return menu.stream()
                .filter(entry -> entry.shownTo().test(visitor.actor()))
                .sorted(Comparator.comparing(MenuEntry::position))
                .toList();
    }

    LocalDate selectedDay(HttpServletRequest request) {
        return selectedDay.day(request);
    }

    LocalDate today() {
        return selectedDay.today();
    }

    Instant now() {
        return selectedDay.now();
    }

    boolean demonstration() {
        return demonstration.stream().findFirst().map(Demonstration::on).orElse(demonstrationByProperty);
    }

    String asset(String name) {
        return assets.address(name);
    }
}
