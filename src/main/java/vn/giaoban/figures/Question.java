package vn.giaoban.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoban.shared.UnitId;

/**
 * What is asked.
 *
 * @param known null: everything committed until now
 * @param indicators codes; empty: all
 * @param by code of a breakdown, or of two with a comma between them: {@link Division}
 * @param hierarchy code; null: the territorial one
 */
public record Question(
        UnitId unit,
        LocalDate from,
        LocalDate until,
        TreeChoice structure,
        boolean former,
        @Nullable Instant known,
        List<String> indicators,
        @Nullable String by,
        @Nullable String hierarchy) {

    public Question {
        indicators = List.copyOf(indicators);
    }

    public static Question of(UnitId unit, LocalDate from, LocalDate until) {
        return new Question(unit, from, until, TreeChoice.AS_WAS, false, null, List.of(), null, null);
    }

    public Question in(TreeChoice other) {
        return new Question(unit, from, until, other, former, known, indicators, by, hierarchy);
    }

    public Question known(@Nullable Instant instant) {
        return new Question(unit, from, until, structure, former, instant, indicators, by, hierarchy);
    }

    public Question only(String... codes) {
        return new Question(unit, from, until, structure, former, known, List.of(codes), by, hierarchy);
    }

    public Question only(List<String> codes) {
        return new Question(unit, from, until, structure, former, known, codes, by, hierarchy);
    }

    public Question by(@Nullable String division) {
        return new Question(unit, from, until, structure, former, known, indicators, division, hierarchy);
    }

    public Question of(UnitId other) {
        return new Question(other, from, until, structure, former, known, indicators, by, hierarchy);
    }

    public Question during(LocalDate newFrom, LocalDate newUntil) {
        return new Question(unit, newFrom, newUntil, structure, former, known, indicators, by, hierarchy);
    }

    public Question along(@Nullable String code) {
        return new Question(unit, from, until, structure, former, known, indicators, by, code);
    }

    public Question formerArea() {
        return new Question(unit, from, until, structure, true, known, indicators, by, hierarchy);
    }
}
