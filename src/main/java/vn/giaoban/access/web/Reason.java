package vn.giaoban.access.web;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** A form of one field. */
public record Reason(@Nullable String reason) {

    String text() {
        return requireNonNullElse(reason, "");
    }
}
