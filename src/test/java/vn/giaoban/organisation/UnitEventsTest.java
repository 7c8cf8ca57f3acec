package vn.giaoban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaoban.organisation.TwoProvinces.P;
import static vn.giaoban.organisation.TwoProvinces.Q;
import static vn.giaoban.organisation.TwoProvinces.SYSTEM;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.CommittingTest;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

@CommittingTest(freshForEachMethod = true)
@ExtendWith(ActingAsSystem.class)
class UnitEventsTest {

    static final LocalDate APRIL = LocalDate.of(2024, 4, 1);
    static final LocalDate MAY = LocalDate.of(2024, 5, 1);
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    @Autowired
    Entries entries;

    @Autowired
    TwoProvinces provinces;

    @Autowired
    Officers officers;

    @Autowired
    UnitEvents events;

    @Autowired
    Organisation organisation;

    @Autowired
    History history;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void aSmallTree() {
        provinces.enter();
    }

    @Test
    void handedOverUnitKeepsItsOldPlaceOnEarlierDays() {
        events.apply(SYSTEM, Plan.of(UnitEvent.handOver(P, APRIL, "PA", "PY")));

        assertThat(path("PA1", APRIL.minusDays(1))).containsExactly("TW", "P", "PX", "PA", "PA1");
        assertThat(path("PA1", APRIL)).containsExactly("TW", "P", "PY", "PA", "PA1");
        assertThat(path("QA1", APRIL)).containsExactly("TW", "Q", "QX", "QA", "QA1");
    }

    @Test
    void whatStoodUnderAnAbsorbedUnitStandsUnderTheOneThatAbsorbedIt() {
        events.apply(SYSTEM, Plan.of(UnitEvent.absorb(P, APRIL, "PB", "PC")));

        assertThat(path("PB1", APRIL)).containsExactly("TW", "P", "PY", "PC", "PB1");
        assertThat(path("PB", APRIL)).containsExactly("TW", "P", "PY", "PC");
        assertThat(organisation.find(id("PB"), at(APRIL))).isEmpty();
        assertThat(organisation.succession(entries.latest()).standsFor(id("PB"), APRIL))
                .isEqualTo(id("PC"));
    }

    @Test
    void aMoveRecordedLateIntoAUnitThatHasClosedGoesOnUnderItsSuccessor() {
        events.apply(SYSTEM, Plan.of(UnitEvent.absorb(P, MAY, "PB", "PC")));
        events.apply(SYSTEM, Plan.of(UnitEvent.move(P, APRIL, "PA2", "PB")));

        assertThat(path("PA2", APRIL)).containsExactly("TW", "P", "PX", "PB", "PA2");
        assertThat(path("PA2", MAY)).containsExactly("TW", "P", "PY", "PC", "PA2");
    }

    @Test
    void provincesAreConsolidatedIntoANewOneAndThatIsUndone() {
        var before = everything();
        var plan = new Plan(
                "Hợp nhất",
                List.of(
                        UnitEvent.consolidate(
                                        P,
                                        REFORM,
                                        List.of("P", "Q"),
                                        NewUnit.of("PQ", "Đảng bộ tỉnh Q", "dang-bo-tinh", "TW"))
                                .named("merge"),
                        UnitEvent.dissolve(P, REFORM, "PX").into("PQ"),
                        UnitEvent.dissolve(P, REFORM, "PY").into("PQ"),
                        UnitEvent.dissolve(Q, REFORM, "QX").into("PQ"),
                        UnitEvent.dissolve(Q, REFORM, "QY").into("PQ")),
                null);

        var outcome = events.apply(SYSTEM, plan);

        assertThat(path("PA1", REFORM)).containsExactly("TW", "PQ", "PA", "PA1");
        assertThat(path("QC1", REFORM)).containsExactly("TW", "PQ", "QC", "QC1");
        assertThat(path("PA1", REFORM.minusDays(1))).containsExactly("TW", "P", "PX", "PA", "PA1");
        assertThat(organisation.below(id("PQ"), at(REFORM))).hasSize(1 + 6 + 8);

        events.undo(SYSTEM, outcome.events().get(1));

        assertThat(everything()).isEqualTo(before);
        assertThat(organisation.find(id("PQ"), at(REFORM))).isEmpty();
    }

    @Test
    void whatWasKnownBeforeAnEventCanStillBeRead() {
        var known = entries.latest();
        entries.backdated(
                known.plusSeconds(60), () -> events.apply(SYSTEM, Plan.of(UnitEvent.absorb(P, APRIL, "PB", "PC"))));

        assertThat(organisation.path(id("PB1"), new AsOf(APRIL, known)))
                .extracting(Unit::code)
                .contains("PB");
    }

    @Test
    void districtsMayNotBeFoundedAfterTheReform() {
        var faults = events.check(
                SYSTEM,
                Plan.of(UnitEvent.establish(P, REFORM, NewUnit.of("PZ", "Đảng bộ huyện Z", "dang-bo-huyen", "P"))));

        assertThat(faults).extracting(fault -> fault.refusal().code()).contains("organisation.kind-not-that-day");
    }

    @Test
    void everyFaultOfAPlanIsTold() {
        var faults = events.check(
                SYSTEM,
                Plan.of(
                        UnitEvent.absorb(P, APRIL, "NOWHERE", "PC"),
                        UnitEvent.rename(P, APRIL, "PB", "Tên mới"),
                        UnitEvent.consolidate(
                                P, APRIL, List.of("PB"), NewUnit.of("có dấu cách", "x", "không-có", "PX"))));

        assertThat(faults).extracting(Fault::event).containsOnly(0, 2);
        assertThat(faults)
                .extracting(fault -> fault.refusal().code())
                .contains("organisation.unknown-unit", "organisation.malformed-code", "organisation.unknown-kind");
    }

    @Test
    void aUnitCannotStandUnderItself() {
        var faults = events.check(SYSTEM, Plan.of(UnitEvent.move(P, APRIL, "P", "PX")));

        assertThat(faults).extracting(fault -> fault.refusal().code()).contains("organisation.stands-under-itself");
    }

    @Test
    void absorbingInACircleIsRefused() {
        var faults = events.check(
                SYSTEM, Plan.of(UnitEvent.absorb(P, APRIL, "PA", "PB"), UnitEvent.absorb(P, APRIL, "PB", "PA")));

        assertThat(faults).isNotEmpty();
    }

    @Test
    void previewLeavesNothing() {
        var before = everything();

        var preview = events.preview(SYSTEM, Plan.of(UnitEvent.absorb(P, APRIL, "PB", "PC")));

        assertThat(preview.mayBeApplied()).isTrue();
        assertThat(preview.differences())
                .extracting(UnitDifference::what)
                .contains(UnitDifference.What.CLOSED, UnitDifference.What.MOVED);
        assertThat(everything()).isEqualTo(before);
        events.apply(SYSTEM, Plan.of(UnitEvent.absorb(P, APRIL, "PB", "PC")));
    }

    @Test
    void anEventCannotBeUndoneWhileALaterOneRestsOnIt() {
        var founded = events.apply(
                SYSTEM,
                Plan.of(UnitEvent.establish(P, APRIL, NewUnit.of("PD", "Đảng bộ xã D", "dang-bo-co-so", "PX"))));
        events.apply(SYSTEM, Plan.of(UnitEvent.handOver(P, MAY, "PD", "PY")));

        assertThatThrownBy(() -> events.undo(SYSTEM, founded.events().get(0)))
                .isInstanceOf(OrganisationRefusal.class)
                .hasMessageContaining("rested-upon");
    }

    @Test
    void correctionMovesAnEventToAnotherDay() {
        events.apply(SYSTEM, Plan.of(UnitEvent.absorb(P, APRIL, "PB", "PC").named("e1")));
        events.apply(
                SYSTEM, Plan.of(UnitEvent.absorb(P, MAY, "PB", "PC").named("e1").correcting("e1")));

        assertThat(path("PB1", APRIL)).containsExactly("TW", "P", "PX", "PB", "PB1");
        assertThat(path("PB1", MAY)).containsExactly("TW", "P", "PY", "PC", "PB1");
    }

    @Test
    void onlyWhoMayChangeTheStructureOfAllItsUnitsMayRecordAnEvent() {
        var officer = officers.over("P", Verb.CHANGE_STRUCTURE);

        assertThat(events.check(officer, Plan.of(UnitEvent.absorb(P, APRIL, "PB", "PC"))))
                .isEmpty();
        assertThat(events.check(officer, Plan.of(UnitEvent.absorb(P, APRIL, "PB", "QC"))))
                .isNotEmpty();
    }

    @Test
    void aTreeReadRowByRowGivesTheAncestryThatIsStored() {
        events.apply(SYSTEM, Plan.of(UnitEvent.handOver(P, APRIL, "PA", "PY")));
        events.apply(SYSTEM, Plan.of(UnitEvent.absorb(P, MAY, "PX", "PY")));
        events.apply(SYSTEM, Plan.of(UnitEvent.absorb(Q, MAY, "QC", "QA")));

        var wrong = sql.sql("""
                        with recursive up (day, unit_id, ancestor_id, distance) as (
                            select d.day, s.unit_id, s.unit_id, 0
                              from (values (date '2024-03-31'), (date '2024-04-01'), (date '2024-05-01')) d (day)
                              join organisation.unit_state s on s.from_day <= d.day and d.day < s.until_day
                               and s.superseded_at = 'infinity'
                             union all
                            select up.day, up.unit_id, s.parent_id, up.distance + 1
                              from up
                              join organisation.unit_state s on s.unit_id = up.ancestor_id and s.from_day <= up.day
                               and up.day < s.until_day and s.superseded_at = 'infinity' and s.parent_id is not null
                        )
                        select count(*)
                          from up
                          full join (select d.day, a.unit_id, a.ancestor_id, a.distance
                                       from (values (date '2024-03-31'), (date '2024-04-01'), (date '2024-05-01')) d (day)
                                       join organisation.ancestry a on a.from_day <= d.day and d.day < a.until_day
                                        and a.superseded_at = 'infinity'
                                      where exists (select from organisation.unit_state s
                                                     where s.unit_id = a.unit_id and s.from_day <= d.day and d.day < s.until_day
                                                       and s.superseded_at = 'infinity')) stored
                         using (day, unit_id, ancestor_id, distance)
                         where up.unit_id is null or stored.unit_id is null
                        """).query(Integer.class).single();
        assertThat(wrong).isZero();
    }

    @Test
    void aUnitTellsWhatHappenedToItAndOutOfWhatItCame() {
        events.apply(
                SYSTEM,
                Plan.of(UnitEvent.consolidate(
                        P, APRIL, List.of("PA", "PB"), NewUnit.of("PAB", "Đảng bộ xã AB", "dang-bo-co-so", "PX"))));
        events.apply(SYSTEM, Plan.of(UnitEvent.absorb(P, MAY, "PAB", "PC")));

        assertThat(history.of(id("PAB"), entries.latest()))
                .extracting(RecordedEvent::kind)
                .containsExactly(UnitEventKind.ABSORB, UnitEventKind.CONSOLIDATE);
        assertThat(history.lineage(id("PAB"), entries.latest()).nodes())
                .extracting(node -> node.code() + node.generation())
                .containsExactlyInAnyOrder("PA-1", "PB-1", "PAB0", "PC1");
    }

    @Test
    void aPreparedPlanIsAppliedOnceAndUndone() {
        drafts.prepare(
                SYSTEM,
                P,
                "Sắp xếp xã",
                List.of(UnitEvent.consolidate(
                        P, APRIL, List.of("PA", "PB"), NewUnit.of("PAB", "Đảng bộ xã AB", "dang-bo-co-so", "PX"))));
        var draft = drafts.all(SYSTEM).get(0);
        assertThat(drafts.preview(SYSTEM, draft.id()).mayBeApplied()).isTrue();
        assertThat(drafts.all(SYSTEM).get(0).applied()).isNull();

        drafts.apply(SYSTEM, draft.id());

        assertThat(path("PA1", APRIL)).contains("PAB");
        assertThatThrownBy(() -> drafts.apply(SYSTEM, draft.id())).hasMessageContaining("draft-applied");
        drafts.undo(SYSTEM, draft.id());
        assertThat(path("PA1", APRIL)).doesNotContain("PAB");
    }

    private List<String> everything() {
        return sql.sql("""
                        select concat_ws('|', unit_id, ancestor_id, distance, from_day, until_day)
                          from organisation.ancestry where superseded_at = 'infinity' order by 1
                        """).query(String.class).list();
    }

    private List<String> path(String code, LocalDate day) {
        return organisation.path(id(code), at(day)).stream().map(Unit::code).toList();
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    private AsOf at(LocalDate day) {
        return new AsOf(day, entries.latest());
    }
}
