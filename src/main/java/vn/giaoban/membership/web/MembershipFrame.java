package vn.giaoban.membership.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.giaoban.membership.ChangeReports;
import vn.giaoban.membership.DataRequests;
import vn.giaoban.membership.Doubles;
import vn.giaoban.membership.DueLists;
import vn.giaoban.membership.Membership;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitPart;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.Finder;
import vn.giaoban.ui.MenuEntry;
import vn.giaoban.ui.StartTasks;
import vn.giaoban.ui.Wording;

/** What this module adds to the frame and to the pages of others. */
@Configuration(proxyBeanMethods = false)
class MembershipFrame {

    @Bean
    MenuEntry membersMenu() {
        return MenuEntry.forVerb(30, "membership.menu", "/members", Verb.SEE_PERSONS);
    }

    @Bean
    MenuEntry reportsMenu() {
        return new MenuEntry(
                31,
                "membership.reports",
                "/changes",
                by -> by.mayAnywhere(Verb.CONFIRM) || by.mayAnywhere(Verb.RECORD));
    }

    @Bean
    MenuEntry dueMenu() {
        return new MenuEntry(
                        32,
                        "membership.due",
                        "/due",
                        by -> by.mayAnywhere(Verb.SEE_PERSONS) || by.mayAnywhere(Verb.SEE_FIGURES))
                .notForCells();
    }

    /** What is due in the first unit of an officer; the secretary of a cell has his month. */
    @Bean
    StartTasks dueAtStart(DueLists due, Organisation organisation, DueController titles) {
        return new StartTasks() {
            @Override
            public int position() {
                return 40;
            }

            @Override
            public List<Figure> tasks(Actor by, AsOf at, Wording words) {
                if (by.onlyReports() || !by.mayAnywhere(Verb.CONFIRM)) {
                    return List.of();
                }
                return by.where(Verb.SEE_PERSONS).stream()
                        .sorted()
                        .flatMap(top -> organisation.find(top, at).stream())
                        .findFirst()
                        .map(top -> due.counts(by, top.id(), at, DueLists.urgent()).stream()
                                .filter(count -> count.size() > 0)
                                .map(count -> new Figure(
                                        titles.title(count.kind(), null, at).title(),
                                        words.number(count.size()),
                                        "/due/" + count.kind().code() + "?unit=" + top.id()))
                                .toList())
                        .orElse(List.of());
            }
        };
    }

    /** What waits for this reader's answer, and doubles that somebody below met. */
    @Bean
    StartTasks waitingReports(ChangeReports reports, Doubles doubles, DataRequests requests) {
        return new StartTasks() {
            @Override
            public int position() {
                return 30;
            }

            @Override
            public List<Figure> tasks(Actor by, AsOf at, Wording words) {
                var tasks = new ArrayList<Figure>();
                var waiting = reports.waiting(by);
                if (waiting > 0) {
                    tasks.add(new Figure(words.text("membership.reports.waiting"), words.number(waiting), "/changes"));
                }
                var asked = by.mayAnywhere(Verb.CONFIRM) || by.mayAnywhere(Verb.KEEP_REGISTER)
                        ? requests.waiting(by)
                        : new DataRequests.Waiting(0, 0);
                if (asked.all() > 0) {
                    tasks.add(new Figure(
                            words.text("membership.requests.task", asked.late()),
                            words.number(asked.all()),
                            "/data-requests"));
                }
                var met = by.mayAnywhere(Verb.KEEP_REGISTER) ? doubles.waiting(by) : 0;
                if (met > 0) {
                    tasks.add(new Figure(words.text("membership.doubles"), words.number(met), "/members/doubles"));
                }
                return tasks;
            }
        };
    }

    @Bean
    UnitPart membersOfUnit(Organisation organisation) {
        return new UnitPart() {
            @Override
            public int position() {
                return 30;
            }

            @Override
            public List<Way> ways(Actor by, Unit unit, AsOf at, Wording words) {
                var ways = new ArrayList<Way>();
                if (unit.counts() && organisation.may(by, Verb.SEE_PERSONS, unit.id(), at)) {
                    ways.add(new Way(words.text("membership.way"), "/members?unit=" + unit.id()));
                }
                if (unit.counts() && organisation.may(by, Verb.SEE_FIGURES, unit.id(), at)) {
                    ways.add(new Way(words.text("membership.due"), "/due?unit=" + unit.id()));
                }
                return ways;
            }
        };
    }

    @Bean
    Finder memberFinder(Membership membership) {
        return new Finder() {
            @Override
            public int position() {
                return 20;
            }

            @Override
            public String heading() {
                return "membership.members";
            }

            @Override
            public List<Found> find(Actor by, String text, AsOf at, int limit) {
                return membership.search(by, text, limit).stream()
                        .map(person -> new Found(
                                person.name(),
                                person.cellName() == null ? "" : person.cellName(),
                                "/members/" + person.id()))
                        .toList();
            }
        };
    }
}
