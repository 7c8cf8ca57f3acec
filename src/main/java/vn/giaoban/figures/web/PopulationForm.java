package vn.giaoban.figures.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A population as it was typed, also with the dots of thousands. */
public record PopulationForm(
        @NotNull(message = "{figures.population.day-missing}") @Nullable
        LocalDate day,

        @NotBlank(message = "{figures.population.value-missing}")
        @Pattern(regexp = "[0-9][0-9.  ]{0,14}", message = "{figures.population.value-wrong}")
        @Nullable
        String value,

        @NotBlank(message = "{figures.population-needs-a-source}")
        @Size(max = 300, message = "{figures.population-needs-a-source}")
        @Nullable
        String source) {

    static final PopulationForm EMPTY = new PopulationForm(null, null, null);

    LocalDate requiredDay() {
        return Objects.requireNonNull(day);
    }

    long number() {
        return Long.parseLong(Objects.requireNonNull(value).replaceAll("[^0-9]", ""));
    }

    String requiredSource() {
        return Objects.requireNonNull(source).strip();
    }
}
