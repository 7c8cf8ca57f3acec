package vn.giaoban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static vn.giaoban.organisation.TwoProvinces.P;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import vn.giaoban.CommittingTest;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.Actor.Grant;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

@CommittingTest(freshForEachMethod = true)
@ExtendWith(ActingAsSystem.class)
class UnitPagesTest {

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
    History history;

    @Autowired
    PlatformTransactionManager transactions;

    Actor officer = new Actor(0, "nobody", Set.of(), List.of());

    @BeforeEach
    void aSmallTree() {
        TwoProvinces.enter(entries, registers, events, transactions);
        officer = new Actor(7, "officer", Set.of(P), List.of(new Grant(Verb.CHANGE_STRUCTURE, id("P"))));
    }

    @Test
    void theTreeOpensAlongOnePath() {
        assertThat(browser.get()
                        .uri("/units?on=2024-03-19&open={unit}", id("PA"))
                        .with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng bộ tỉnh P", "Đảng bộ huyện PX", "Chi bộ thôn PA1")
                .doesNotContain("Chi bộ thôn PC1");
    }

    @Test
    void aUnitShowsItsPlaceAndWhatIsBelow() {
        assertThat(browser.get().uri("/units/{unit}?on=2024-03-19", id("PA")).with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng bộ xã PA", "Đảng ủy xã PA", "Đảng bộ huyện PX", "Chi bộ thôn PA2", "Ghi thay đổi");
    }

    @Test
    void unitsBelowAndEventsAreTakenAway() {
        assertThat(browser.get()
                        .uri("/units/{unit}/below/export?on=2024-03-19&format=csv", id("PX"))
                        .with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("PA1,,Chi bộ thôn PA1,", "Chi bộ trực thuộc,,PA,")
                .doesNotContain("\nPX,,");
        assertThat(browser.get()
                        .uri("/units/{unit}/events/export?format=csv", id("PA"))
                        .with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("Ngày có hiệu lực,Sự kiện,");
    }

    @Test
    void aUnitThatHasClosedTellsWhatBecameOfIt() {
        events.apply(TwoProvinces.SYSTEM, Plan.of(UnitEvent.absorb(P, LocalDate.of(2024, 4, 1), "PB", "PC")));

        assertThat(browser.get().uri("/units/{unit}?on=2024-05-01", id("PB")).with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("không hoạt động", "Sáp nhập", "Đảng bộ xã PC");
    }

    @Test
    void anEventIsPreviewedAndThenApplied() {
        var form = "/units/" + id("PB") + "/events/ABSORB";
        assertThat(browser.post()
                        .uri(form)
                        .with(as(officer))
                        .with(csrf())
                        .param("day", "1/4/2024")
                        .param("other", "PC"))
                .hasStatusOk()
                .bodyText()
                .contains("Chưa có gì được ghi", "Chi bộ thôn PB1");
        assertThat(organisation.find(id("PB"), at())).isPresent();

        // what was not previewed is previewed, not applied
        assertThat(browser.post()
                        .uri(form)
                        .with(as(officer))
                        .with(csrf())
                        .param("day", "2/4/2024")
                        .param("other", "PC")
                        .param("previewed", previewed(form, "day", "1/4/2024", "other", "PC"))
                        .param("apply", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("Chưa có gì được ghi");
        assertThat(organisation.find(id("PB"), at())).isPresent();

        assertThat(apply(form, "day", "1/4/2024", "other", "PC")).hasStatus(303);
        assertThat(organisation.find(id("PB"), at())).isEmpty();
    }

    @Test
    void aDividedOrganisationSharesOutItsCellsAsOneEventThatIsUndoneAsOne() {
        var form = "/units/" + id("PA") + "/events/DIVIDE";
        var typed = new String[] {
            "day",
            "1/4/2024",
            "name-0",
            "Đảng bộ xã PA mới, phần một",
            "code-0",
            "PD",
            "kind-0",
            "dang-bo-co-so",
            "name-1",
            "Đảng bộ xã PA mới, phần hai",
            "code-1",
            "PE",
            "kind-1",
            "dang-bo-co-so",
            "principal",
            "1",
            "below-PA1",
            "PD"
        };
        previewed(form, typed);
        assertThat(apply(form, typed)).hasStatus(303);

        assertThat(organisation.path(id("PA1"), at()))
                .extracting(Unit::code)
                .containsExactly("TW", "P", "PX", "PD", "PA1");
        assertThat(organisation.path(id("PA2"), at()))
                .extracting(Unit::code)
                .containsExactly("TW", "P", "PX", "PE", "PA2");
        assertThat(organisation.unit(id("PD"), at()).name()).isEqualTo("Đảng bộ xã PA mới, phần một");
        assertThat(organisation.path(id("PA"), at()))
                .extracting(Unit::code)
                .last()
                .isEqualTo("PE");

        var event = history.of(id("PA"), entries.latest()).get(0);
        assertThat(event.planName()).isEqualTo("Chia Đảng bộ xã PA");
        events.undo(officer, event.id());
        assertThat(organisation.path(id("PA1"), at()))
                .extracting(Unit::code)
                .containsExactly("TW", "P", "PX", "PA", "PA1");
    }

    @Test
    void unitsThatAreConsolidatedAreTickedNotTyped() {
        var form = "/units/" + id("PA") + "/events/CONSOLIDATE";
        assertThat(browser.get().uri(form + "?on=2024-03-19").with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng bộ xã PB (PB)")
                .doesNotContain("Đảng bộ xã PC (PC)");
        assertThat(apply(
                        form,
                        "day",
                        "1/4/2024",
                        "also",
                        "PB",
                        "name-0",
                        "Đảng bộ xã Mới",
                        "code-0",
                        "PN",
                        "kind-0",
                        "dang-bo-co-so"))
                .hasStatus(303);
        assertThat(organisation.path(id("PB1"), at()))
                .extracting(Unit::code)
                .containsExactly("TW", "P", "PX", "PN", "PB1");
    }

    @Test
    void aMoveOffersOnlyWhereTheRulesLetItStand() {
        assertThat(browser.get()
                        .uri("/units/{unit}/events/MOVE?on=2024-03-19", id("PA1"))
                        .with(as(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng bộ xã PB (PB)")
                .doesNotContain("Đảng bộ huyện PX (PX)", "Đảng bộ xã QB");
    }

    private String previewed(String form, String... typed) {
        var page = browser.perform(send(form, typed));
        assertThat(page).hasStatusOk();
        var text = String.valueOf(assertedBody(page));
        var mark = "name=\"previewed\" value=\"";
        var from = text.indexOf(mark) + mark.length();
        return text.substring(from, text.indexOf('"', from));
    }

    private MvcTestResult apply(String form, String... typed) {
        return browser.perform(
                send(form, typed).param("previewed", previewed(form, typed)).param("apply", "true"));
    }

    private MockHttpServletRequestBuilder send(String form, String... typed) {
        var request = MockMvcRequestBuilders.post(form + "?on=2024-03-19")
                .with(as(officer))
                .with(csrf());
        for (var i = 0; i < typed.length; i += 2) {
            request = request.param(typed[i], typed[i + 1]);
        }
        return request;
    }

    private static String assertedBody(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException utf8) {
            throw new IllegalStateException(utf8);
        }
    }

    @Test
    void aWrongFormComesBackWithEveryFaultAndWhatWasTyped() {
        assertThat(browser.post()
                        .uri("/units/" + id("PB") + "/events/ABSORB")
                        .with(as(officer))
                        .with(csrf())
                        .param("day", "32/13/2024")
                        .param("otherCode", "\"><b>PC"))
                .hasStatus(422)
                .bodyText()
                .contains("32/13/2024", "b>PC")
                .doesNotContain("\"><b>PC");
    }

    @Test
    void whoMayNotChangeAUnitMeetsNoFormForIt() {
        assertThat(browser.get()
                        .uri("/units/{unit}/events/ABSORB?on=2024-03-19", id("QB"))
                        .with(as(officer)))
                .hasStatus(404);
        assertThat(browser.post()
                        .uri("/units/" + id("QB") + "/events/ABSORB")
                        .with(as(officer))
                        .with(csrf())
                        .param("day", "1/4/2024")
                        .param("other", "QC")
                        .param("apply", "true"))
                .hasStatus(404);
    }

    private RequestPostProcessor as(Actor actor) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    private AsOf at() {
        return new AsOf(LocalDate.of(2024, 4, 1), entries.latest());
    }
}
