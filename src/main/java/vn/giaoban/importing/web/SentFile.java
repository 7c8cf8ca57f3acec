package vn.giaoban.importing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import vn.giaoban.importing.ImportingRefusal;
import vn.giaoban.importing.Upload;

/** The file of a form. */
final class SentFile {

    private SentFile() {}

    /** @throws ImportingRefusal if none was sent, or an empty one */
    static Upload of(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw ImportingRefusal.noFile();
        }
        try {
            return new Upload(String.valueOf(file.getOriginalFilename()), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
