package vn.giaoban.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post as it was typed.
 *
 * @param q text by which a member was looked for
 * @param holder the member chosen, as register-number; empty for a name only
 * @param name of somebody who is in no register
 */
public record PostForm(
        @NotBlank(message = "{organisation.post-missing}") @Size(max = 40) @Nullable
        String post,

        @Size(max = 300) @Nullable String village,
        @Size(max = 100) @Nullable String q,
        @Size(max = 40) @Nullable String holder,
        @Size(max = 100) @Nullable String name,

        @NotNull(message = "{organisation.post-from-missing}") @Nullable
        LocalDate from,

        @Size(max = 100) @Nullable String number) {

    static PostForm empty(@Nullable String q) {
        return new PostForm(null, null, q, null, null, null, null);
    }
}
