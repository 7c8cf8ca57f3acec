package vn.giaoban.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.CommittingTest;
import vn.giaoban.figures.Figures;
import vn.giaoban.figures.Question;
import vn.giaoban.figures.TreeChoice;
import vn.giaoban.organisation.Drafts;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;

/** The demonstration in a database: the published figures come out of it, and the reorganisation of 2025 passes and is undone. */
@CommittingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemonstrationTest {

    private static final Actor SYSTEM =
            Actor.system(Set.of(LoadSteps.CENTRE, Spec.BAC_KAN.register(), Spec.THAI_NGUYEN.register()));

    @Autowired
    Loader loader;

    @Autowired
    Figures figures;

    @Autowired
    Organisation organisation;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ConstraintsLater constraintsLater;

    boolean loaded;
    List<String> constraintsBefore = List.of();

    @BeforeEach
    void load() {
        if (!loaded) {
            constraintsBefore = constraints();
            loader.load(percent -> {});
            loaded = true;
        }
    }

    @Test
    @Order(1)
    void the_published_figures_come_out() {
        assertThat(figure("BK", "direct-organisations", Spec.CONFERENCE)).isEqualTo(11);
        assertThat(figure("BK", "base-organisations", Spec.CONFERENCE)).isEqualTo(426);
        assertThat(figure("BK", "cells", Spec.CONFERENCE)).isEqualTo(2_093);
        assertThat(figure("BK", "part-organisations", Spec.CONFERENCE)).isEqualTo(4);
        assertThat(figure("BK", "caucuses", Spec.CONFERENCE)).isEqualTo(10);
        assertThat(figure("BK", "members", Spec.CONFERENCE)).isEqualTo(37_340);
        assertThat(figure("BK", "base-organisations", LocalDate.of(2023, 11, 30)))
                .isEqualTo(455);
        assertThat(figure("BK", "members", LocalDate.of(2023, 11, 30))).isEqualTo(36_866);
        assertThat(figure("TN", "members", Spec.CONFERENCE)).isEqualTo(Spec.THAI_NGUYEN.members());
    }

    @Test
    @Order(2)
    void later_entries_changed_what_was_known() {
        var known = Instant.parse("2024-04-01T00:00:00Z");
        var question = on("BK", Spec.CONFERENCE).known(known);
        var then = Acting.as(SYSTEM, () -> figures.read(SYSTEM, question))
                .figure("members")
                .orZero();
        assertThat(then).isNotEqualTo(37_340).isBetween(36_900L, 37_600L);
    }

    @Test
    @Order(3)
    void nothing_is_loaded_twice() {
        var before = steps();
        loader.load(percent -> {});
        assertThat(steps()).isEqualTo(before);
        assertThat(loader.isLoaded()).isTrue();
    }

    @Test
    @Order(3)
    void every_constraint_is_back() {
        assertThat(constraints())
                .isEqualTo(constraintsBefore)
                .anySatisfy(one -> assertThat(one).contains("one_cell_per_day"));
    }

    @Test
    @Order(3)
    void a_constraint_that_a_row_breaks_is_not_put_back() {
        var before = constraints();
        Acting.as(SYSTEM, () -> {
            constraintsLater.takeAway();
            assertThat(constraints()).hasSizeLessThan(before.size());
            var broken = stray(-1);
            assertThatThrownBy(constraintsLater::putBack).isInstanceOf(DataIntegrityViolationException.class);
            stray(broken);
            constraintsLater.putBack();
        });
        assertThat(constraints()).isEqualTo(before);
    }

    /** Puts one opening into a unit (which may not be there). */
    private long stray(long unit) {
        return Objects.requireNonNull(transaction.execute(status -> {
            sql.sql("set local role giaoban_owner").update();
            var before = sql.sql("select min(unit_id) from membership.opening where member_id = :one")
                    .param("one", someone())
                    .query(Long.class)
                    .single();
            sql.sql("update membership.opening set unit_id = :unit where member_id = :one")
                    .param("unit", unit)
                    .param("one", someone())
                    .update();
            return before;
        }));
    }

    private long someone() {
        return sql.sql("select min(member_id) from membership.opening")
                .query(Long.class)
                .single();
    }

    private List<String> constraints() {
        return sql.sql("""
                        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                          from pg_constraint where contype in ('f', 'x') order by 1
                        """).query(String.class).list();
    }

    @Test
    @Order(4)
    void the_reorganisation_passes_and_is_undone() {
        Acting.as(SYSTEM, () -> {
            var members = figure("BK", "members", LocalDate.of(2025, 6, 30))
                    + figure("TN", "members", LocalDate.of(2025, 6, 30));
            var applied = new ArrayList<Long>();
            for (var draft : drafts.all(SYSTEM)) {
                assertThat(drafts.preview(SYSTEM, draft.id()).faults()).isEmpty();
                drafts.apply(SYSTEM, draft.id());
                applied.add(0, draft.id());
            }
            var after = Plans2025.PROVINCES;
            assertThat(figure("TNG", "members", after)).isEqualTo(members);
            assertThat(isOpen("BK", after)).isFalse();
            var kinds = organisation.below(id("TNG"), new AsOf(after, figures.latest())).stream()
                    .map(one -> one.kind())
                    .toList();
            assertThat(kinds)
                    .doesNotContain("dang-bo-huyen", "dang-bo-thanh-pho", "dang-bo-khoi", "dang-doan", "ban-can-su");
            var question = on("TNG", after).in(TreeChoice.restatedTo(after));
            assertThat(figures.read(SYSTEM, question).figure("members").orZero())
                    .isEqualTo(members);
            for (var draft : applied) {
                drafts.undo(SYSTEM, draft);
            }
            assertThat(figure("BK", "members", after)).isEqualTo(members - figure("TN", "members", after));
        });
    }

    private long steps() {
        return sql.sql("select count(*) from demonstration.step")
                .query(Long.class)
                .single();
    }

    private long figure(String unit, String indicator, LocalDate day) {
        return Acting.as(
                SYSTEM,
                () -> figures.read(SYSTEM, on(unit, day)).figure(indicator).orZero());
    }

    private Question on(String unit, LocalDate day) {
        return Question.of(id(unit), day, day.plusDays(1));
    }

    private UnitId id(String code) {
        return organisation.named(code).orElseThrow();
    }

    private boolean isOpen(String code, LocalDate day) {
        return organisation.find(id(code), new AsOf(day, figures.latest())).isPresent();
    }
}
