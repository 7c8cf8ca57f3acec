package vn.giaoban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoban.organisation.TwoProvinces.P;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

@CommittingTest(freshForEachMethod = true)
@ExtendWith(ActingAsSystem.class)
class UnitPagesTest {

    @Autowired
    Officers officers;

    @Autowired
    Visits visits;

    @Autowired
    Entries entries;

    @Autowired
    TwoProvinces provinces;

    @Autowired
    UnitEvents events;

    @Autowired
    Organisation organisation;

    @Autowired
    History history;

    Actor officer = new Actor(0, "nobody", Set.of(), List.of());

    @BeforeEach
    void aSmallTree() {
        provinces.enter();
        officer = officers.over("P", Verb.CHANGE_STRUCTURE);
    }

    @Test
    void theTreeOpensAlongOnePath() {
        visits.get(officer, "/units?on=2024-03-19&open={unit}", id("PA"))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng bộ tỉnh P", "Đảng bộ huyện PX", "Chi bộ thôn PA1")
                .doesNotContain("Chi bộ thôn PC1");
    }

    @Test
    void aUnitShowsItsPlaceAndWhatIsBelow() {
        visits.get(officer, "/units/{unit}?on=2024-03-19", id("PA"))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng bộ xã PA", "Đảng ủy xã PA", "Đảng bộ huyện PX", "Chi bộ thôn PA2", "Ghi thay đổi");
    }

    @Test
    void unitsBelowAndEventsAreTakenAway() {
        visits.get(officer, "/units/{unit}/below/export?on=2024-03-19&format=csv", id("PX"))
                .hasStatusOk()
                .bodyText()
                .contains("PA1,,Chi bộ thôn PA1,", "Chi bộ trực thuộc,,PA,")
                .doesNotContain("\nPX,,");
        visits.get(officer, "/units/{unit}/events/export?format=csv", id("PA"))
                .hasStatusOk()
                .bodyText()
                .contains("Ngày có hiệu lực,Sự kiện,");
    }

    @Test
    void aUnitThatHasClosedTellsWhatBecameOfIt() {
        events.apply(TwoProvinces.SYSTEM, Plan.of(UnitEvent.absorb(P, LocalDate.of(2024, 4, 1), "PB", "PC")));

        visits.get(officer, "/units/{unit}?on=2024-05-01", id("PB"))
                .hasStatusOk()
                .bodyText()
                .contains("không hoạt động", "Sáp nhập", "Đảng bộ xã PC");
    }

    @Test
    void anEventIsPreviewedAndThenApplied() {
        var form = "/units/" + id("PB") + "/events/ABSORB";
        visits.post(officer, form, "day=1/4/2024", "other=PC")
                .hasStatusOk()
                .bodyText()
                .contains("Chưa có gì được ghi", "Chi bộ thôn PB1");
        assertThat(organisation.find(id("PB"), at())).isPresent();

        // what was not previewed is previewed, not applied
        visits.post(
                        officer,
                        form,
                        "day=2/4/2024",
                        "other=PC",
                        "previewed=" + previewed(form, "day=1/4/2024", "other=PC"),
                        "apply=true")
                .hasStatusOk()
                .bodyText()
                .contains("Chưa có gì được ghi");
        assertThat(organisation.find(id("PB"), at())).isPresent();

        apply(form, "day=1/4/2024", "other=PC").hasStatus(303);
        assertThat(organisation.find(id("PB"), at())).isEmpty();
    }

    @Test
    void aDividedOrganisationSharesOutItsCellsAsOneEventThatIsUndoneAsOne() {
        var form = "/units/" + id("PA") + "/events/DIVIDE";
        var typed = new String[] {
            "day=1/4/2024",
            "name-0=Đảng bộ xã PA mới, phần một",
            "code-0=PD",
            "kind-0=dang-bo-co-so",
            "name-1=Đảng bộ xã PA mới, phần hai",
            "code-1=PE",
            "kind-1=dang-bo-co-so",
            "principal=1",
            "below-PA1=PD"
        };
        previewed(form, typed);
        apply(form, typed).hasStatus(303);

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
        visits.get(officer, form + "?on=2024-03-19")
                .hasStatusOk()
                .bodyText()
                .contains("Đảng bộ xã PB (PB)")
                .doesNotContain("Đảng bộ xã PC (PC)");
        apply(form, "day=1/4/2024", "also=PB", "name-0=Đảng bộ xã Mới", "code-0=PN", "kind-0=dang-bo-co-so")
                .hasStatus(303);
        assertThat(organisation.path(id("PB1"), at()))
                .extracting(Unit::code)
                .containsExactly("TW", "P", "PX", "PN", "PB1");
    }

    @Test
    void aMoveOffersOnlyWhereTheRulesLetItStand() {
        visits.get(officer, "/units/{unit}/events/MOVE?on=2024-03-19", id("PA1"))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng bộ xã PB (PB)")
                .doesNotContain("Đảng bộ huyện PX (PX)", "Đảng bộ xã QB");
    }

    private String previewed(String form, String... typed) {
        var text = visits.post(officer, form + "?on=2024-03-19", typed)
                .hasStatusOk()
                .actual()
                .getResponse();
        var mark = "name=\"previewed\" value=\"";
        var page = new String(text.getContentAsByteArray(), StandardCharsets.UTF_8);
        var from = page.indexOf(mark) + mark.length();
        return page.substring(from, page.indexOf('"', from));
    }

    private MvcTestResultAssert apply(String form, String... typed) {
        var more = Stream.of("previewed=" + previewed(form, typed), "apply=true");
        return visits.post(
                officer,
                form + "?on=2024-03-19",
                Stream.concat(Stream.of(typed), more).toArray(String[]::new));
    }

    @Test
    void aWrongFormComesBackWithEveryFaultAndWhatWasTyped() {
        visits.post(officer, "/units/" + id("PB") + "/events/ABSORB", "day=32/13/2024", "otherCode=\"><b>PC")
                .hasStatus(422)
                .bodyText()
                .contains("32/13/2024", "b>PC")
                .doesNotContain("\"><b>PC");
    }

    @Test
    void whoMayNotChangeAUnitMeetsNoFormForIt() {
        visits.get(officer, "/units/{unit}/events/ABSORB?on=2024-03-19", id("QB"))
                .hasStatus(404);
        visits.post(officer, "/units/" + id("QB") + "/events/ABSORB", "day=1/4/2024", "other=QC", "apply=true")
                .hasStatus(404);
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    private AsOf at() {
        return new AsOf(LocalDate.of(2024, 4, 1), entries.latest());
    }
}
