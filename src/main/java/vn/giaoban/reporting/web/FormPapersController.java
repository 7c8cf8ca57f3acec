package vn.giaoban.reporting.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.reporting.forms.FilledForms;
import vn.giaoban.reporting.forms.Forms;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;

/** Statistical forms as files: the whole set, or one of them. They hold no person, so nothing of anybody is read. */
@RestController
class FormPapersController {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private final Forms forms;
    private final FormPapers papers;
    private final ReportPdf pdf;
    private final FormsDocx docx;
    private final ReportXlsx xlsx;

    FormPapersController(Forms forms, FormPapers papers, ReportPdf pdf, FormsDocx docx, ReportXlsx xlsx) {
        this.forms = forms;
        this.papers = papers;
        this.pdf = pdf;
        this.docx = docx;
        this.xlsx = xlsx;
    }

    @GetMapping("/forms/{unit}/forms.pdf")
    ResponseEntity<byte[]> pdf(
            Actor by, AsOf at, @PathVariable UnitId unit, ReportAsked asked, @RequestParam @Nullable String only) {
        var filled = filled(by, at, unit, asked, only);
        return file(filled, pdf.write(papers.of(by, filled)), ".pdf", MediaType.APPLICATION_PDF_VALUE);
    }

    @GetMapping("/forms/{unit}/forms.docx")
    ResponseEntity<byte[]> docx(
            Actor by, AsOf at, @PathVariable UnitId unit, ReportAsked asked, @RequestParam @Nullable String only) {
        var filled = filled(by, at, unit, asked, only);
        return file(filled, docx.write(papers.of(by, filled)), ".docx", OFFICE + "wordprocessingml.document");
    }

    @GetMapping("/forms/{unit}/forms.xlsx")
    ResponseEntity<byte[]> xlsx(
            Actor by, AsOf at, @PathVariable UnitId unit, ReportAsked asked, @RequestParam @Nullable String only) {
        var filled = filled(by, at, unit, asked, only);
        return file(filled, xlsx.write(papers.tables(by, filled)), ".xlsx", OFFICE + "spreadsheetml.sheet");
    }

    private FilledForms filled(Actor by, AsOf at, UnitId unit, ReportAsked asked, @Nullable String only) {
        var period = asked.period(at.day());
        var chosen = only == null || only.isBlank()
                ? forms.set(period.lastDay()).forms()
                : java.util.List.of(forms.form(period.lastDay(), only));
        return forms.fill(by, unit, chosen, period, asked.tree(), asked.instant());
    }

    private static ResponseEntity<byte[]> file(FilledForms filled, byte[] content, String ending, String type) {
        var words = "bieu-"
                + (filled.forms().size() == 1 ? filled.forms().get(0).form().code() + "-" : "")
                + filled.unit().code() + "-" + filled.period().code();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(Papers.fileName(words) + ending, StandardCharsets.US_ASCII)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
