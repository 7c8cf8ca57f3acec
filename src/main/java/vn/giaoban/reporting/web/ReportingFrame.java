package vn.giaoban.reporting.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitPart;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.MenuEntry;
import vn.giaoban.ui.Wording;

/** What this module adds to the pages of others. */
@Configuration(proxyBeanMethods = false)
class ReportingFrame {

    @Bean
    MenuEntry giaoBanMenu() {
        return MenuEntry.forVerb(18, "reporting.menu", "/reports", Verb.SEE_FIGURES)
                .notForCells();
    }

    @Bean
    MenuEntry formsMenu() {
        return MenuEntry.forVerb(19, "reporting.forms.menu", "/forms", Verb.SEE_FIGURES)
                .notForCells();
    }

    @Bean
    UnitPart reportsOfUnit(Organisation organisation) {
        return new UnitPart() {
            @Override
            public int position() {
                return 40;
            }

            @Override
            public List<Way> ways(Actor by, Unit unit, AsOf at, Wording words) {
                return unit.counts() && organisation.may(by, Verb.SEE_FIGURES, unit.id(), at)
                        ? List.of(
                                new Way(words.text("reporting.way"), "/reports/" + unit.id()),
                                new Way(words.text("reporting.forms.way"), "/forms/" + unit.id()),
                                new Way(words.text("reporting.periods.title"), "/units/" + unit.id() + "/periods"),
                                new Way(words.text("reporting.checks"), "/checks/" + unit.id()))
                        : List.of();
            }
        };
    }
}
