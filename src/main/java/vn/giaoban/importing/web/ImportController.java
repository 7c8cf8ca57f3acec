package vn.giaoban.importing.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.importing.Import;
import vn.giaoban.importing.ImportKind;
import vn.giaoban.importing.ImportState;
import vn.giaoban.importing.ImportingRefusal;
import vn.giaoban.importing.Imports;
import vn.giaoban.importing.Workbooks;
import vn.giaoban.shared.Actor;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;

/** Imports for people. */
@RestController
class ImportController {

    private static final int LISTED = 50;
    private static final int SAMPLE = 50;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final Workbooks workbooks;

    ImportController(Imports imports, Workbooks workbooks) {
        this.imports = imports;
        this.workbooks = workbooks;
    }

    /** A form with nothing to type but its button. */
    record Pressed() {}

    @GetMapping("/imports")
    ImportsPage list(Actor by) {
        return new ImportsPage(imports.recent(by, LISTED));
    }

    @GetMapping("/imports/new")
    ImportFormPage form(Actor by) {
        return new ImportFormPage(ImportForm.EMPTY, imports.registers(by), FormErrors.NONE);
    }

    @PostMapping("/imports")
    ResponseEntity<Page> upload(Actor by, @Valid @ModelAttribute ImportForm form, BindingResult binding) {
        return Attempt.of(
                        binding,
                        () -> imports.upload(by, String.valueOf(form.register()), form.toKind(), form.toUpload()))
                .then(job -> Answers.seeOther("/imports/{id}", job.id()))
                .orAgain(errors -> new ImportFormPage(form, imports.registers(by), errors));
    }

    @GetMapping("/imports/{id}")
    ImportPage show(Actor by, @PathVariable long id, @RequestParam(defaultValue = "1") int page) {
        return page(by, imports.job(by, id), page, FormErrors.NONE);
    }

    private ImportPage page(Actor by, Import job, int number, FormErrors errors) {
        var pager = Pager.of(number, SAMPLE, job.rows());
        var sample = job.account() == by.account()
                ? imports.sample(by, job.id(), (int) pager.skipped(), SAMPLE).orElse(null)
                : null;
        return new ImportPage(
                job, imports.register(job).name(), imports.found(by, job.id()), sample, pager, progress(job), errors);
    }

    private ImportProgress progress(Import job) {
        var path = "/imports/" + job.id() + "/progress";
        return imports.progress(job)
                .map(progress -> new ImportProgress(path, progress.step(), progress.done(), progress.total(), true))
                .orElseGet(() -> new ImportProgress(path, "importing.step-committing", 1, 1, false));
    }

    /** When it has ended, the whole page is asked for again. */
    @GetMapping("/imports/{id}/progress")
    ResponseEntity<Page> progress(Actor by, @PathVariable long id) {
        var job = imports.job(by, id);
        var answer = ResponseEntity.ok();
        if (job.state() != ImportState.RUNNING) {
            answer.header("HX-Refresh", "true");
        }
        return answer.body(progress(job));
    }

    @PostMapping("/imports/{id}/confirm")
    ResponseEntity<Page> confirm(Actor by, @PathVariable long id, Pressed pressed, BindingResult binding) {
        return Attempt.of(binding, () -> imports.confirm(by, id))
                .then(done -> Answers.saying("importing.confirmed").seeOther("/imports/{id}", id))
                .orAgain(errors -> page(by, imports.job(by, id), 1, errors));
    }

    @PostMapping("/imports/{id}/matching")
    ResponseEntity<Page> match(Actor by, @PathVariable long id, @RequestParam MultiValueMap<String, String> all) {

        Map<String, String> chosen = new HashMap<>();
        var headings = all.getOrDefault("heading", List.of());
        for (int i = 0; i < headings.size(); i++) {
            chosen.put(
                    headings.get(i),
                    String.valueOf(all.getOrDefault("column" + i, List.of("")).get(0)));
        }
        imports.match(by, id, chosen);
        return Answers.saying("importing.matched").seeOther("/imports/{id}", id);
    }

    @GetMapping("/imports/{id}/faults")
    void faults(Actor by, @PathVariable long id, HttpServletResponse response) throws IOException {
        var job = imports.job(by, id);
        attach(response, "loi-" + job.kind().code() + "-" + id + ".xlsx");
        workbooks.faults(by, id, response.getOutputStream());
    }

    @GetMapping("/imports/templates/{kind}")
    void template(@PathVariable String kind, HttpServletResponse response) throws IOException {
        var wanted = ImportKind.find(kind).orElseThrow(() -> ImportingRefusal.kindNotFound(kind));
        attach(response, "mau-" + wanted.code() + ".xlsx");
        workbooks.template(wanted, response.getOutputStream());
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setContentType(WORKBOOK);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
