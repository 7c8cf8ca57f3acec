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

        assertThat(browser.post()
                        .uri(form)
                        .with(as(officer))
                        .with(csrf())
                        .param("day", "1/4/2024")
                        .param("other", "PC")
                        .param("apply", "true"))
                .hasStatus(303);
        assertThat(organisation.find(id("PB"), at())).isEmpty();
    }

    @Test
    void aWrongFormComesBackWithEveryFaultAndWhatWasTyped() {
        assertThat(browser.post()
                        .uri("/units/" + id("PB") + "/events/ABSORB")
                        .with(as(officer))
                        .with(csrf())
                        .param("day", "32/13/2024")
                        .param("other", "\"><b>PC"))
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
