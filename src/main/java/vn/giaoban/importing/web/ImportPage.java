package vn.giaoban.importing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoban.importing.Found;
import vn.giaoban.importing.Import;
import vn.giaoban.importing.ImportState;
import vn.giaoban.importing.Problem;
import vn.giaoban.importing.Sample;
import vn.giaoban.ui.Column;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;
import vn.giaoban.ui.Wording;

/**
 * One import: what was found in the file, what is in it, and what became of it.
 *
 * @param sample null for everybody but the sender, and when what was in the file is gone
 */
public record ImportPage(
        Import job,
        String register,
        Found found,
        @Nullable Sample sample,
        Pager pager,
        ImportProgress progress,
        FormErrors errors)
        implements Page {

    private static final int SHOWN = 200;

    public boolean running() {
        return job.state() == ImportState.RUNNING;
    }

    public boolean done() {
        return job.state() == ImportState.DONE;
    }

    public boolean lost() {
        return job.state() == ImportState.LOST;
    }

    public boolean faulty() {
        return job.problems() > 0 && job.state() == ImportState.PREVIEWED;
    }

    /** The problems that the page shows; the workbook of faults has all. */
    public List<Problem> problems() {
        return found.problems().stream().limit(SHOWN).toList();
    }

    public boolean moreProblems() {
        return job.problems() > SHOWN;
    }

    public List<Found.Count> counts() {
        return found.counts().stream().limit(SHOWN).toList();
    }

    public String heading(Problem problem) {
        return problem.column() == null ? "" : job.kind().heading(problem.column());
    }

    public String said(Sample.SampleRow row) {
        return found.problems().stream()
                .filter(problem -> problem.row() == row.number())
                .map(Problem::message)
                .collect(Collectors.joining(" "));
    }

    public List<Column> sampleColumns(Wording words, Sample sample) {
        var columns = new ArrayList<Column>();
        columns.add(Column.number(words.text("importing.row")));
        sample.headings().forEach(heading -> columns.add(Column.text(heading.text())));
        columns.add(Column.text(words.text("importing.fault-text")));
        return columns;
    }

    public List<Option> columnOptions(Wording words) {
        var options = new ArrayList<Option>();
        options.add(new Option("-", words.text("importing.ignored")));
        job.kind().headings().forEach((code, heading) -> options.add(new Option(code, heading)));
        return options;
    }
}
