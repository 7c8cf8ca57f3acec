package vn.giaoban.ui.web;

import java.util.Comparator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Vietnamese;
import vn.giaoban.ui.Finder;
import vn.giaoban.ui.Page;

/** The search box: every kind of thing answers for itself. */
@RestController
class SearchController {

    private static final int AT_MOST = 20;
    private static final int LONGEST = 100;

    private final ObjectProvider<Finder> finders;

    SearchController(ObjectProvider<Finder> finders) {
        this.finders = finders;
    }

    @GetMapping("/search")
    Page search(Actor by, AsOf at, @RequestParam(defaultValue = "") String q) {
        var text = Vietnamese.normal(q.substring(0, Math.min(q.length(), LONGEST)));
        var kinds = finders.stream()
                .filter(finder -> !text.isEmpty())
                .sorted(Comparator.comparing(Finder::position))
                .map(finder -> new SearchPage.Kind(finder.heading(), finder.more(), finder.find(by, text, at, AT_MOST)))
                .filter(kind -> !kind.found().isEmpty())
                .toList();
        return new SearchPage(text, kinds);
    }
}
