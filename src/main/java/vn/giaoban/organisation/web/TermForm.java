package vn.giaoban.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Term;
import vn.giaoban.organisation.Terms.NewTerm;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/** A term as it was typed. @param until its last day */
public record TermForm(
        @NotBlank(message = "{organisation.term-name-missing}") @Size(max = 100) @Nullable
        String name,

        @NotNull(message = "{organisation.term-from-missing}") @Nullable
        LocalDate from,

        @Nullable LocalDate until) {

    static final TermForm EMPTY = new TermForm(null, null, null);

    static TermForm of(Term term) {
        return new TermForm(
                term.name(),
                term.from(),
                term.until().equals(Days.FOREVER) ? null : term.until().minusDays(1));
    }

    NewTerm toTerm(UnitId unit) {
        return new NewTerm(
                unit,
                Objects.requireNonNull(name),
                Objects.requireNonNull(from),
                until == null ? null : until.plusDays(1));
    }
}
