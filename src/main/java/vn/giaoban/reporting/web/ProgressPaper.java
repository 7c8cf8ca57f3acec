package vn.giaoban.reporting.web;

import static vn.giaoban.reporting.web.PaperCell.count;
import static vn.giaoban.reporting.web.PaperCell.percent;
import static vn.giaoban.reporting.web.PaperCell.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.PeriodConfirmations.Line;
import vn.giaoban.reporting.PeriodConfirmations.State;
import vn.giaoban.reporting.ReportingPeriod;
import vn.giaoban.reporting.YearProgress.Progress;
import vn.giaoban.reporting.web.PaperTable.Column;
import vn.giaoban.reporting.web.PaperTable.Row;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;
import vn.giaoban.ui.Wording;

/**
 * The progress of everyone in a reporting period, in words; everything decided.
 *
 * @param issuer lines of the name of the committee
 * @param reading days, limit or closing, and who has confirmed
 * @param mark that the data are made up; empty otherwise
 */
public record ProgressPaper(
        List<String> issuer,
        String party,
        String title,
        String reading,
        PaperTable table,
        String note,
        String signer,
        String made,
        String mark) {

    private static final int HEAD_WIDTH = 40;

    /** So many units fit on a sheet in type of 12 points. */
    private static final int ROOMY = 14;

    /** Whether the type is smaller, so that more fit on the one sheet. */
    public boolean isTight() {
        return table.rows().size() > ROOMY;
    }

    static ProgressPaper of(
            ReportingPeriod period,
            Unit unit,
            Progress progress,
            List<Line> lines,
            Wording words,
            String made,
            String mark) {
        var confirmed =
                lines.stream().filter(line -> line.state() == State.CONFIRMED).count();
        var closing = period.closing();
        var then = period.period().yearAgo();
        return new ProgressPaper(
                PaperText.lines(
                        PaperText.upper(unit.committeeName().isBlank() ? unit.name() : unit.committeeName()),
                        HEAD_WIDTH),
                words.text("reporting.paper.party"),
                words.text(
                        "reporting.paper.progress.title",
                        PaperText.clean(period.name()).toUpperCase(Locale.forLanguageTag("vi"))),
                closing == null
                        ? words.text(
                                "reporting.paper.progress.days",
                                period.from(),
                                period.lastDay(),
                                period.confirmBy(),
                                confirmed,
                                lines.size())
                        : words.text(
                                "reporting.paper.progress.closed",
                                period.from(),
                                period.lastDay(),
                                period.at(),
                                confirmed,
                                lines.size()),
                table(progress, states(lines), words),
                words.text("reporting.paper.progress.typed", then.from(), then.lastDay()),
                words.text("reporting.paper.progress.signer"),
                made,
                mark);
    }

    private static Map<UnitId, Line> states(List<Line> lines) {
        var states = new HashMap<UnitId, Line>();
        lines.forEach(line -> states.put(line.unit().id(), line));
        return states;
    }

    private static PaperTable table(Progress progress, Map<UnitId, Line> states, Wording words) {
        var months = progress.months();
        var columns = new ArrayList<>(List.of(
                new Column(words.text("reporting.paper.progress.order"), 5, true),
                Column.words(words.text("reporting.paper.unit"), 30),
                number(words, "reporting.progress.members"),
                number(words, "reporting.paper.progress.planned"),
                number(words, "reporting.progress.admitted"),
                number(words, "reporting.progress.share"),
                number(words, "reporting.progress.same")));
        if (months != null) {
            columns.add(Column.number(words.text("reporting.progress.idle", months)));
        }
        columns.add(number(words, "reporting.progress.overdue"));
        columns.add(Column.words(words.text("reporting.paper.progress.confirmed"), 28));
        var rows = new ArrayList<Row>();
        for (var line : progress.lines()) {
            rows.add(row(
                    line,
                    plain(Integer.toString(rows.size() + 1)),
                    months != null,
                    state(states.get(line.unit()), words),
                    words));
        }
        rows.add(Row.strong(row(progress.whole(), plain(""), months != null, "", words)
                .cells()
                .toArray(PaperCell[]::new)));
        return new PaperTable("", "", columns, rows);
    }

    private static Column number(Wording words, String key) {
        return Column.number(words.text(key));
    }

    private static Row row(
            vn.giaoban.reporting.YearProgress.Line line,
            PaperCell order,
            boolean withIdle,
            String state,
            Wording words) {
        var planned = line.planned() == null ? null : BigDecimal.valueOf(line.planned());
        var cells = new ArrayList<>(List.of(
                order,
                plain(line.name()),
                count(words, line.members()),
                count(words, planned),
                count(words, line.admitted()),
                percent(words, line.share()),
                count(words, line.yearAgo())));
        if (withIdle) {
            cells.add(count(words, BigDecimal.valueOf(line.idle())));
        }
        cells.add(count(words, BigDecimal.valueOf(line.overdue())));
        cells.add(plain(state));
        return new Row(cells, false);
    }

    private static String state(@Nullable Line line, Wording words) {
        if (line == null) {
            return "";
        }
        var said = words.text("reporting.periods.state." + line.state());
        var confirmation = line.confirmation();
        return confirmation == null ? said : said + " " + words.day(LocalDate.ofInstant(confirmation.at(), Days.ZONE));
    }
}
