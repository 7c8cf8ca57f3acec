package vn.giaoban.organisation.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Finder;
import vn.giaoban.ui.Knowledge;
import vn.giaoban.ui.MenuEntry;

/** What this module adds to the frame of every page. */
@Configuration(proxyBeanMethods = false)
class OrganisationFrame {

    @Bean
    Knowledge knowledge(Entries entries) {
        return entries::latest;
    }

    @Bean
    MenuEntry unitsMenu() {
        return MenuEntry.forAll(10, "organisation.menu", "/units").notForCells();
    }

    @Bean
    MenuEntry plansMenu() {
        return MenuEntry.forVerb(15, "organisation.plans.menu", "/plans", Verb.CHANGE_STRUCTURE);
    }

    @Bean
    Finder unitFinder(Organisation organisation) {
        return new Finder() {
            @Override
            public int position() {
                return 10;
            }

            @Override
            public String heading() {
                return "organisation.units";
            }

            @Override
            public List<Found> find(Actor by, String text, AsOf at, int limit) {
                return by.onlyReports()
                        ? List.of()
                        : organisation.search(text, at, limit).stream()
                                .map(unit ->
                                        new Found(unit.name(), detail(organisation, unit, at), "/units/" + unit.id()))
                                .toList();
            }
        };
    }

    private static String detail(Organisation organisation, Unit unit, AsOf at) {
        var above = unit.parent() == null
                ? ""
                : organisation.unit(unit.parent(), at).name();
        return unit.code() + (above.isEmpty() ? "" : " · " + above);
    }
}
