package vn.giaoban.organisation.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A paper as it was sent. */
public record FileForm(@Nullable MultipartFile file) {

    String name() {
        return file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    byte[] content() {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
