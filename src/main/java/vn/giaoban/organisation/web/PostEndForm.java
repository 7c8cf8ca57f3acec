package vn.giaoban.organisation.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** @param last day on which the post was held */
public record PostEndForm(
        @NotNull(message = "{organisation.post-last-missing}") @Nullable
        LocalDate last) {}
