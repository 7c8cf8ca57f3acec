package vn.giaoban.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Another name as it was typed. @param until the last day on which it was used */
public record AliasForm(
        @NotBlank(message = "{organisation.alias-name-missing}") @Size(max = 300) @Nullable
        String name,

        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    static final AliasForm EMPTY = new AliasForm(null, null, null);
}
