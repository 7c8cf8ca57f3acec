package vn.giaoban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static vn.giaoban.organisation.TwoProvinces.P;
import static vn.giaoban.organisation.TwoProvinces.Q;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.giaoban.membership.Batch;
import vn.giaoban.membership.Intake;
import vn.giaoban.membership.MemberColumns;
import vn.giaoban.membership.NewMember;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.TwoProvinces;
import vn.giaoban.organisation.UnitEvents;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * Tries every page and every path of the API that answers a GET, for units and people outside one's own. What must not come back are the
 * people's names and a number of members that occurs nowhere else.
 */
@CommittingTest
class NothingLeaksTest {

    /** In the cell of others; their number, 47, is looked for too. */
    static final String SECRET = "Bí Mật Thị Tuyệt";

    static final int SECRETS = 47;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Entries entries;

    @Autowired
    Registers registers;

    @Autowired
    UnitEvents events;

    @Autowired
    Organisation organisation;

    @Autowired
    Intake intake;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @BeforeEach
    void peopleOnBothSides() {
        if (organisation.named("P").isPresent()) {
            return;
        }
        TwoProvinces.enter(entries, registers, events, transactions);
        Acting.as(
                TwoProvinces.SYSTEM,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    var entry = entries.begin(TwoProvinces.SYSTEM, Set.of(P, Q), "test", null);
                    intake.store(
                            TwoProvinces.SYSTEM,
                            entry,
                            P,
                            new Batch(people("p", "Người Của Mình", "PA1", 5), List.of(), List.of()));
                    intake.store(
                            TwoProvinces.SYSTEM,
                            entry,
                            Q,
                            new Batch(people("q", SECRET, "QA1", SECRETS), List.of(), List.of()));
                }));
    }

    private static List<NewMember> people(String ref, String name, String cell, int count) {
        var people = new ArrayList<NewMember>();
        for (var n = 1; n <= count; n++) {
            var faults = new ArrayList<Object>();
            var member = MemberColumns.read(
                    n,
                    Map.of(
                            "ref",
                            ref + n,
                            "family_and_given_name",
                            name,
                            "birth",
                            "0" + (1 + n % 9) + "/03/19" + (50 + n % 40),
                            "sex",
                            "nữ",
                            "cell",
                            cell,
                            "belongs_from",
                            "01/02/2015",
                            "degree",
                            "chính thức",
                            "opening",
                            "có"),
                    faults::add);
            assertThat(faults).isEmpty();
            people.add(java.util.Objects.requireNonNull(member));
        }
        return people;
    }

    @Test
    void noPathThatAnswersTellsAnythingOfAnotherProvince() {
        var random = new Random(7);
        var tops = List.of("P", "PX", "PA", "PA1");
        for (var top : tops) {
            var grants = new ArrayList<Grant>();
            Arrays.stream(Verb.values())
                    .filter(verb -> top.equals("P") || random.nextBoolean())
                    .forEach(verb -> grants.add(new Grant(verb, id(top))));
            for (var registersSeen : List.of(Set.of(P), Set.of(P, Q))) {
                tryEverything(new Actor(77, "stranger", registersSeen, grants));
            }
        }
    }

    private void tryEverything(Actor stranger) {
        var outside = Map.of(
                "unit", List.of(id("Q").toString(), id("QA1").toString(), id("TW").toString()),
                "code", List.of("Q", "QA1", "TW"),
                "indicator", List.of("members", "admissions"),
                "register", List.of("3"),
                "member", List.of("1", "6", "20", "52"));
        var query = "?from=2024-01-01&until=2024-07-01&period=2024-H1&on=2024-03-19&q=bi%20mat&unit=" + id("QA1")
                + "&reason=xem&structure=as-was";
        for (var mapping : mappings.getHandlerMethods().keySet()) {
            if (!mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                continue;
            }
            for (var pattern : mapping.getPatternValues()) {
                for (var path : filled(pattern, outside)) {
                    var answer =
                            browser.get().uri(path + query).with(as(stranger)).exchange();
                    var body = new String(
                            answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
                    assertThat(body).as(path).doesNotContain(SECRET).doesNotContain("Tuyệt");
                    assertThat(body).as(path).doesNotContainPattern("[>:\"\\s]" + SECRETS + "[<,}\"\\s]");
                }
            }
        }
    }

    private static List<String> filled(String pattern, Map<String, List<String>> values) {
        var paths = List.of(pattern);
        var variable = java.util.regex.Pattern.compile("\\{\\*?([a-zA-Z]+)[^}]*}");
        while (paths.stream().anyMatch(path -> path.contains("{"))) {
            var next = new ArrayList<String>();
            for (var path : paths) {
                var match = variable.matcher(path);
                if (match.find()) {
                    for (var value : values.getOrDefault(match.group(1), List.of("1", "2"))) {
                        next.add(path.substring(0, match.start()) + value + path.substring(match.end()));
                    }
                } else {
                    next.add(path);
                }
            }
            paths = next;
        }
        return paths;
    }

    private RequestPostProcessor as(Actor actor) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    /** That the test can fail: who may see them does find them. */
    @Test
    void whoMaySeeThemFindsThem() {
        var own = new Actor(
                78,
                "own",
                Set.of(Q),
                List.of(new Grant(Verb.SEE_FIGURES, id("Q")), new Grant(Verb.SEE_PERSONS, id("Q"))));
        assertThat(browser.get()
                        .uri("/api/v1/figures/Q?from=2024-01-01&until=2024-07-01&indicators=members")
                        .with(as(own)))
                .bodyText()
                .contains(":" + SECRETS);
    }
}
