package vn.giaoban.importing.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.giaoban.importing.Found;
import vn.giaoban.importing.Import;
import vn.giaoban.importing.ImportKind;
import vn.giaoban.importing.ImportState;
import vn.giaoban.importing.ImportingRefusal;
import vn.giaoban.importing.Imports;
import vn.giaoban.importing.Note;
import vn.giaoban.importing.Problem;
import vn.giaoban.importing.Upload;
import vn.giaoban.shared.Actor;

/** Imports for scripts, as docs/import.md fixes them. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {

    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    /**
     * What the preview says.
     *
     * @param problems how many there are; {@code errors} lists the first ten thousand
     */
    record Previewed(
            long id,
            ImportKind kind,
            ImportState state,
            int rows,
            int problems,
            List<Problem> errors,
            List<Note> notes,
            @Nullable Instant recordedAt,
            @Nullable String why) {

        static Previewed of(Import job, Found found) {
            return new Previewed(
                    job.id(),
                    job.kind(),
                    job.state(),
                    job.rows(),
                    job.problems(),
                    found.problems(),
                    found.notes(),
                    job.recordedAt(),
                    job.why());
        }
    }

    record Confirmed(long id, ImportState state) {}

    @PostMapping("/{kind}")
    @ResponseStatus(HttpStatus.CREATED)
    Previewed upload(
            Actor by,
            @PathVariable String kind,
            @RequestHeader("X-Register") String register,
            @RequestParam @Nullable MultipartFile file)
            throws IOException {
        var wanted = ImportKind.find(kind).orElseThrow(() -> ImportingRefusal.kindNotFound(kind));
        if (file == null) {
            throw ImportingRefusal.noFile();
        }
        var job = imports.upload(
                by, register, wanted, new Upload(String.valueOf(file.getOriginalFilename()), file.getBytes()));
        return Previewed.of(job, imports.found(by, job.id()));
    }

    @PostMapping("/{id}/confirm")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Confirmed confirm(Actor by, @PathVariable long id) {
        imports.confirm(by, id);
        return new Confirmed(id, ImportState.RUNNING);
    }

    /** What was found is told while it waits for its sender; who asks ten times a second whether it is done is not told each time. */
    @GetMapping("/{id}")
    Previewed state(Actor by, @PathVariable long id) {
        var job = imports.job(by, id);
        var waits = job.state() == ImportState.PREVIEWED || job.state() == ImportState.REFUSED;
        return Previewed.of(job, waits ? imports.found(by, id) : Found.NOTHING);
    }
}
