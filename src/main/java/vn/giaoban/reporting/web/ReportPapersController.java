package vn.giaoban.reporting.web;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.reporting.Reports;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;

/** The giao ban report as files. They hold no person, so nothing of anybody is read. */
@RestController
class ReportPapersController {

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private final Reports reports;
    private final Papers papers;
    private final ReportDocx docx;
    private final ReportPdf pdf;
    private final ReportXlsx xlsx;

    ReportPapersController(Reports reports, Papers papers, ReportDocx docx, ReportPdf pdf, ReportXlsx xlsx) {
        this.reports = reports;
        this.papers = papers;
        this.docx = docx;
        this.pdf = pdf;
        this.xlsx = xlsx;
    }

    @GetMapping("/reports/{unit}/report.docx")
    ResponseEntity<byte[]> docx(Actor by, AsOf at, @PathVariable UnitId unit, ReportAsked asked) {
        return file(by, at, unit, asked, docx::write, ".docx", OFFICE + "wordprocessingml.document");
    }

    @GetMapping("/reports/{unit}/report.pdf")
    ResponseEntity<byte[]> pdf(Actor by, AsOf at, @PathVariable UnitId unit, ReportAsked asked) {
        return file(by, at, unit, asked, pdf::write, ".pdf", MediaType.APPLICATION_PDF_VALUE);
    }

    @GetMapping("/reports/{unit}/report.xlsx")
    ResponseEntity<byte[]> xlsx(Actor by, AsOf at, @PathVariable UnitId unit, ReportAsked asked) {
        return file(by, at, unit, asked, xlsx::write, ".xlsx", OFFICE + "spreadsheetml.sheet");
    }

    private ResponseEntity<byte[]> file(
            Actor by,
            AsOf at,
            UnitId unit,
            ReportAsked asked,
            Function<Paper, byte[]> writer,
            String ending,
            String type) {
        var report = reports.giaoBan(by, unit, asked.period(at.day()), asked.tree(), asked.instant());
        var name = ContentDisposition.attachment()
                .filename(Papers.fileName(report) + ending, StandardCharsets.US_ASCII)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Disposition", name.toString())
                .cacheControl(CacheControl.noStore())
                .body(writer.apply(papers.of(by, report)));
    }
}
