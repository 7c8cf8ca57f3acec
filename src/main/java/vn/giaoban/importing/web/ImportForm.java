package vn.giaoban.importing.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.giaoban.importing.ImportKind;
import vn.giaoban.importing.ImportingRefusal;
import vn.giaoban.importing.Upload;

/** What the clerk chose to send. */
public record ImportForm(
        @NotBlank(message = "{importing.choose-kind}") @Nullable
        String kind,

        @NotBlank(message = "{importing.choose-register}") @Nullable
        String register,

        @NotNull(message = "{importing.no-file}") @Nullable MultipartFile file) {

    static final ImportForm EMPTY = new ImportForm(null, null, null);

    ImportKind toKind() {
        var code = String.valueOf(kind);
        return ImportKind.find(code).orElseThrow(() -> ImportingRefusal.kindNotFound(code));
    }

    Upload toUpload() {
        return SentFile.of(file);
    }
}
