package vn.giaoban.reporting.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.reporting.PeriodConfirmations;
import vn.giaoban.reporting.ReportingPeriods;
import vn.giaoban.reporting.YearProgress;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.ui.Wordings;

/** "Bảng tiến độ kỳ này": how far everyone is in a reporting period, on one A4 landscape. Holds no person. */
@RestController
class ProgressPaperController {

    private final ReportingPeriods periods;
    private final PeriodConfirmations confirmations;
    private final YearProgress progress;
    private final Organisation organisation;
    private final ReportPdf pdf;
    private final Papers papers;
    private final Wordings wordings;
    private final Clock clock;

    ProgressPaperController(
            ReportingPeriods periods,
            PeriodConfirmations confirmations,
            YearProgress progress,
            Organisation organisation,
            ReportPdf pdf,
            Papers papers,
            Wordings wordings,
            Clock clock) {
        this.periods = periods;
        this.confirmations = confirmations;
        this.progress = progress;
        this.organisation = organisation;
        this.pdf = pdf;
        this.papers = papers;
        this.wordings = wordings;
        this.clock = clock;
    }

    /** As settled, once the period is; else as known now. Plans are of the year, so admissions count from its beginning. */
    @GetMapping("/periods/{period}/progress.pdf")
    ResponseEntity<byte[]> print(Actor by, AsOf at, @PathVariable long period) {
        var found = periods.period(by, period, at);
        var closing = found.closing();
        var day = new AsOf(found.lastDay(), closing == null ? at.known() : closing.known());
        var words = wordings.vietnamese();
        var paper = ProgressPaper.of(
                found,
                organisation.unit(found.unit(), day),
                progress.of(by, found.unit(), day),
                confirmations.lines(by, period, at),
                words,
                words.text("reporting.paper.made", PaperText.clean(by.login()), clock.instant()),
                papers.made(words));
        var name = ContentDisposition.attachment()
                .filename("bang-tien-do-" + period + ".pdf", StandardCharsets.US_ASCII)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", name.toString())
                .cacheControl(CacheControl.noStore())
                .body(pdf.write("reporting/web/ProgressPaper.jte", paper));
    }
}
