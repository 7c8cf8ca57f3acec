package vn.giaoban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaoban.organisation.TwoProvinces.P;
import static vn.giaoban.organisation.TwoProvinces.SYSTEM;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoban.CommittingTest;
import vn.giaoban.Visits;
import vn.giaoban.organisation.Terms.NewTerm;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Other names, terms with posts, papers of decisions, the catalogue. */
@CommittingTest(freshForEachMethod = true)
@ExtendWith(ActingAsSystem.class)
class NamesAndTermsTest {

    private static final byte[] PDF = "%PDF-1.7 a decision".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Autowired
    Visits visits;

    @Autowired
    Officers officers;

    @Autowired
    Entries entries;

    @Autowired
    TwoProvinces provinces;

    @Autowired
    UnitEvents events;

    @Autowired
    Organisation organisation;

    @Autowired
    Aliases aliases;

    @Autowired
    Terms terms;

    @Autowired
    Posts posts;

    @Autowired
    DecisionFiles files;

    Actor officer = new Actor(0, "nobody", Set.of(), List.of());
    Actor stranger = new Actor(0, "nobody", Set.of(), List.of());

    @BeforeEach
    void aSmallTree() {
        provinces.enter();
        officer = officers.over("P", Verb.CHANGE_STRUCTURE);
        stranger = officers.named(8, "stranger", "P", Verb.SEE_FIGURES);
    }

    @Test
    void aUnitIsFoundByItsOtherNameOnTheDaysOfThatName() {
        aliases.add(officer, id("P"), "Đảng bộ tỉnh Bắc  Cạn", null, day("2022-01-01"), on("2024-03-19"));

        assertThat(organisation.search("bac can", on("2021-12-31"), 5))
                .extracting(Unit::code)
                .containsExactly("P");
        assertThat(organisation.search("bac can", on("2022-01-01"), 5)).isEmpty();
        assertThat(aliases.of(id("P"), entries.latest()))
                .extracting(Alias::name)
                .containsExactly("Đảng bộ tỉnh Bắc Cạn");
    }

    @Test
    void anotherNameIsEnteredAndTakenBackOnItsPage() {
        visits.post(officer, "/units/" + id("P") + "/aliases?on=2024-03-19", "name=Tỉnh Pê")
                .hasStatus(303);
        visits.get(stranger, "/units/{unit}?on=2024-03-19", id("P"))
                .hasStatusOk()
                .bodyText()
                .contains("Tỉnh Pê");
        visits.post(officer, "/units/" + id("P") + "/aliases?on=2024-03-19", "name=Tỉnh Pê")
                .hasStatus(422)
                .bodyText()
                .contains("đã được ghi cho những ngày này");
        var alias = aliases.of(id("P"), entries.latest()).get(0).id();
        visits.post(stranger, "/units/" + id("P") + "/aliases/" + alias + "/withdraw?on=2024-03-19")
                .hasStatus(404);
        visits.post(officer, "/units/" + id("P") + "/aliases/" + alias + "/withdraw?on=2024-03-19")
                .hasStatus(303);
        assertThat(aliases.of(id("P"), entries.latest())).isEmpty();
    }

    @Test
    void termsDoNotOverlapAndSayWhenTheyHaveExpired() {
        terms.begin(officer, term("PX", "Nhiệm kỳ 2020–2022", "2020-03-01", "2022-03-01"), on("2024-03-19"));
        assertThatThrownBy(
                        () -> terms.begin(officer, term("PX", "Nhiệm kỳ khác", "2021-03-01", null), on("2024-03-19")))
                .hasMessageContaining("terms-overlap");
        assertThatThrownBy(() -> terms.begin(stranger, term("PX", "x", "2023-03-01", null), on("2024-03-19")))
                .hasMessageContaining("unit-not-found");

        assertThat(terms.onOrBefore(id("PX"), on("2024-03-19"))).hasValueSatisfying(term -> {
            assertThat(term.name()).isEqualTo("Nhiệm kỳ 2020–2022");
            assertThat(term.holdsOn(day("2024-03-19"))).isFalse();
        });
        assertThat(terms.onOrBefore(id("PX"), on("2020-02-29"))).isEmpty();
        visits.get(stranger, "/units/{unit}/committee?on=2024-03-19", id("PX"))
                .hasStatusOk()
                .bodyText()
                .contains("Nhiệm kỳ đã hết ngày 28/02/2022")
                .doesNotContain("Ghi nhiệm kỳ");
    }

    @Test
    void aPostIsEnteredAndLeftAndStandsInItsTerm() {
        terms.begin(officer, term("PX", "Nhiệm kỳ 2020–2025", "2020-03-01", "2025-03-01"), on("2024-03-19"));
        var form = "/units/" + id("PX") + "/posts";
        visits.post(officer, form + "?on=2024-03-19", "post=bi-thu", "name=Người Ngoài", "from=1/6/2021")
                .hasStatus(303);
        var reader = officers.named(9, "reader", "P", Verb.SEE_PERSONS);
        for (var page : List.of("/units/{unit}?on=2024-03-19", "/units/{unit}/committee?on=2024-03-19")) {
            visits.get(reader, page, id("PX")).hasStatusOk().bodyText().contains("Người Ngoài");
            visits.get(stranger, page, id("PX"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("(đã có người giữ)")
                    .doesNotContain("Người Ngoài");
        }
        visits.post(officer, form + "?on=2024-03-19", "post=bi-thu", "name=Người Khác", "from=1/6/2022")
                .hasStatus(422)
                .bodyText()
                .contains("đã có người giữ chức vụ đó");
        visits.post(officer, form + "?on=2024-03-19", "post=bi-thu", "from=1/6/2022")
                .hasStatus(422)
                .bodyText()
                .contains("Hãy chọn một đảng viên");

        var holding = posts.all(id("PX"), entries.latest()).get(0);
        visits.post(
                        officer,
                        form + "/" + holding.register() + "/" + holding.id() + "/end?on=2024-03-19",
                        "last=31/12/2023")
                .hasStatus(303);

        var ended = posts.all(id("PX"), entries.latest()).get(0);
        assertThat(ended.until()).isEqualTo(day("2024-01-01"));
        assertThat(terms.of(id("PX"), entries.latest()).get(0).includes(ended)).isTrue();
        assertThat(posts.holders(id("PX"), on("2024-03-19"))).isEmpty();
    }

    @Test
    void aDecisionIsToldByItsContentAndOpenedByThoseWithRights() {
        var event = events.apply(SYSTEM, Plan.of(UnitEvent.absorb(P, day("2024-04-01"), "PB", "PC")))
                .events()
                .get(0);

        assertThatThrownBy(() -> files.attach(officer, event, "q.pdf", "<html>".getBytes(), on("2024-05-01")))
                .hasMessageContaining("file-of-other-type");
        assertThatThrownBy(() -> files.attach(stranger, event, "q.pdf", PDF, on("2024-05-01")))
                .hasMessageContaining("event-not-found");
        files.attach(officer, event, "C:\\tmp\\Quyết định \"12\".exe", PDF, on("2024-05-01"));
        assertThatThrownBy(() -> files.attach(officer, event, "again.pdf", PDF, on("2024-05-01")))
                .hasMessageContaining("file-twice");

        var file = files.of(officer, event, on("2024-05-01")).get(0);
        assertThat(file.name()).isEqualTo("Quyết định 12 .exe.pdf");
        assertThat(file.bytes()).isEqualTo(PDF.length);
        visits.get(officer, "/events/{event}/files/{file}", event, file.id())
                .hasStatusOk()
                .hasHeader("Content-Type", "application/pdf")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .satisfies(answer ->
                        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(PDF));
        visits.get(stranger, "/events/{event}/files/{file}", event, file.id()).hasStatus(404);
        assertThat(files.of(stranger, event, on("2024-05-01"))).isEmpty();

        files.detach(officer, event, file.id(), on("2024-05-01"));
        assertThat(files.of(officer, event, on("2024-05-01"))).isEmpty();
    }

    @Test
    void codesAreTakenAsTheyAreWritten() {
        events.apply(
                SYSTEM,
                Plan.of(UnitEvent.establish(
                        P, day("2024-04-01"), NewUnit.of("xã.Nà_Pán-1", "Đảng bộ xã Nà Pán", "dang-bo-co-so", "PX"))));
        assertThat(organisation.named("xã.Nà_Pán-1")).isPresent();
        assertThat(organisation.named("XÃ.NÀ_PÁN-1")).isEmpty();
        for (var wrong : List.of("a b", "a;b", "-a", "a/b", "", "x".repeat(31), "a\u0301", "a\u0000")) {
            assertThatThrownBy(() -> events.apply(
                            SYSTEM,
                            Plan.of(UnitEvent.establish(
                                    P, day("2024-04-01"), NewUnit.of(wrong, "Đảng bộ xã", "dang-bo-co-so", "PX")))))
                    .as(wrong)
                    .hasMessageContaining("malformed-code");
        }
    }

    @Test
    void theCatalogueSaysWhatEndedAndWhatWasNotChecked() {
        visits.get(stranger, "/catalogue?on=2025-08-01")
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Đảng bộ huyện",
                        "đã hết",
                        "294-QĐ/TW, 26/5/2025, 10.1",
                        "chưa đối chiếu",
                        "Hợp tác xã",
                        "Bí thư");
    }

    @Test
    void whatAUnitCameFromIsDrawnOverGenerations() {
        events.apply(SYSTEM, Plan.of(UnitEvent.absorb(P, day("2024-04-01"), "PB", "PC")));
        events.apply(
                SYSTEM,
                Plan.of(UnitEvent.consolidate(
                        P,
                        day("2024-06-01"),
                        List.of("PA", "PC"),
                        NewUnit.of("PD", "Đảng bộ xã PD", "dang-bo-co-so", "PX"))));

        visits.get(stranger, "/units/{unit}?on=2024-07-01", id("PD"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<svg",
                        "Đảng bộ xã PB → Đảng bộ xã PC: Sáp nhập 01/04/2024",
                        "Đảng bộ xã PA → Đảng bộ xã PD: Hợp nhất");
        visits.get(stranger, "/units/{unit}?on=2024-07-01", id("PB"))
                .hasStatusOk()
                .bodyText()
                .contains("<svg", "Đảng bộ xã PC → Đảng bộ xã PD");
    }

    private NewTerm term(String unit, String name, String from, @org.jspecify.annotations.Nullable String until) {
        return new NewTerm(id(unit), name, day(from), until == null ? null : day(until));
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    private AsOf on(String day) {
        return new AsOf(day(day), entries.latest());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
