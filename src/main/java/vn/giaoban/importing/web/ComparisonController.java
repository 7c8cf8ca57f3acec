package vn.giaoban.importing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.giaoban.importing.ComparedLine;
import vn.giaoban.importing.Comparison;
import vn.giaoban.importing.Comparison.Kind;
import vn.giaoban.importing.Comparison.State;
import vn.giaoban.importing.Comparisons;
import vn.giaoban.importing.Upload;
import vn.giaoban.membership.Matching;
import vn.giaoban.membership.MemberId;
import vn.giaoban.membership.Person;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Pager;

/** Lists of other systems against the register: sent, compared, worked off, signed. */
@RestController
class ComparisonController {

    private static final int LINES = 50;
    private static final int PAPER = 1_000;

    private final Comparisons comparisons;
    private final Matching matching;
    private final Organisation organisation;

    ComparisonController(Comparisons comparisons, Matching matching, Organisation organisation) {
        this.comparisons = comparisons;
        this.matching = matching;
        this.organisation = organisation;
    }

    /** As typed. */
    public record CompareForm(
            @NotNull(message = "{importing.compare.unit-missing}") @Nullable
            UnitId unit,

            @NotNull(message = "{importing.compare.day-missing}") @Nullable
            LocalDate day,

            @NotNull(message = "{importing.no-file}") @Nullable
            MultipartFile file) {

        Upload toUpload() {
            return SentFile.of(file);
        }
    }

    /** As typed. */
    public record DecisionForm(
            Comparison.@Nullable Decision decision,
            @Size(max = 300) @Nullable String words) {}

    @GetMapping("/comparisons")
    Page all(Actor by, AsOf at, @RequestParam(required = false) @Nullable UnitId unit) {
        return start(by, at, new CompareForm(unit, at.day(), null), FormErrors.NONE);
    }

    @PostMapping("/comparisons")
    ResponseEntity<Page> compare(Actor by, AsOf at, @Valid CompareForm form, BindingResult binding) {
        return Attempt.of(
                        binding,
                        () -> comparisons.start(
                                by,
                                Objects.requireNonNull(form.unit()),
                                new AsOf(Objects.requireNonNull(form.day()), at.known()),
                                form.toUpload()))
                .then(id -> Answers.seeOther("/comparisons/{id}", id))
                .orAgain(errors -> start(by, at, form, errors));
    }

    private Page start(Actor by, AsOf at, CompareForm form, FormErrors errors) {
        var tops = Stream.of(Verb.CONFIRM, Verb.KEEP_REGISTER)
                .flatMap(verb -> by.where(verb).stream())
                .distinct()
                .sorted()
                .flatMap(top -> organisation.find(top, at).stream())
                .toList();
        var units = new ArrayList<Unit>();
        for (var top : tops) {
            units.add(top);
            units.addAll(organisation.children(top.id(), at));
        }
        var chosen = form.unit();
        if (chosen != null && units.stream().noneMatch(unit -> unit.id().equals(chosen))) {
            organisation.find(chosen, at).ifPresent(units::add);
        }
        var latest = comparisons.latest(by, 20);
        return new ComparisonsPage(
                latest.stream().map(one -> named(one, at)).toList(),
                units.stream().distinct().toList(),
                form,
                errors);
    }

    private ComparisonsPage.Named named(Comparison comparison, AsOf at) {
        return new ComparisonsPage.Named(
                comparison, organisation.lastName(comparison.unit(), at.known()).name());
    }

    @GetMapping("/comparisons/{id}")
    Page comparison(
            Actor by,
            AsOf at,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page) {
        return page(by, at, id, kind(kind), page, FormErrors.NONE);
    }

    private Page page(Actor by, AsOf at, long id, @Nullable Kind asked, int page, FormErrors errors) {
        var comparison = comparisons.comparison(by, id);
        var counts = comparisons.counts(by, id);
        var kind = asked != null ? asked : counts.keySet().stream().findFirst().orElse(null);
        var pager = Pager.of(page, LINES, kind == null || !counts.containsKey(kind) ? 0 : counts.get(kind)[0]);
        var lines = kind == null ? List.<ComparedLine>of() : comparisons.lines(by, id, kind, pager.skipped(), LINES);
        return new ComparisonPage(
                named(comparison, at),
                comparison.state() == State.RUNNING ? progress(comparison) : null,
                counts,
                kind,
                lines,
                people(by, lines, false),
                pager,
                errors);
    }

    private Map<MemberId, Person> people(Actor by, List<ComparedLine> lines, boolean paper) {
        return matching.shown(
                by,
                lines.stream()
                        .flatMap(line -> Stream.of(line.member(), line.otherMember()))
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .toList(),
                paper);
    }

    private static @Nullable Kind kind(String text) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/comparisons/{id}/progress")
    ResponseEntity<? extends Page> progress(Actor by, @PathVariable long id) {
        var comparison = comparisons.comparison(by, id);
        return comparison.state() == State.RUNNING ? ResponseEntity.ok(progress(comparison)) : Answers.reload();
    }

    private ImportProgress progress(Comparison comparison) {
        var progress = comparisons.progress(comparison);
        return new ImportProgress(
                "/comparisons/" + comparison.id() + "/progress",
                progress.map(one -> one.step()).orElse("importing.step-keeping"),
                progress.map(one -> one.done()).orElse(0),
                progress.map(one -> one.total()).orElse(1),
                true);
    }

    @PostMapping("/comparisons/{id}/lines/{line}")
    ResponseEntity<Page> decide(
            Actor by,
            AsOf at,
            @PathVariable long id,
            @PathVariable int line,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            @Valid DecisionForm form,
            BindingResult binding) {
        return Attempt.of(binding, () -> comparisons.decide(by, id, line, form.decision(), form.words()))
                .then(done -> Answers.saying("importing.compare.decided")
                        .seeOther("/comparisons/{id}?kind={kind}&page={page}", id, kind, page))
                .orAgain(errors -> page(by, at, id, kind(kind), page, errors));
    }

    /** The signed record: the numbers, and every line with what was decided of it. */
    @GetMapping("/comparisons/{id}/minutes")
    Page minutes(Actor by, AsOf at, @PathVariable long id) {
        var comparison = comparisons.comparison(by, id);
        var lines = comparisons.lines(by, id, null, 0, PAPER);
        return new ComparisonMinutesPage(
                named(comparison, at), comparisons.counts(by, id), lines, people(by, lines, true), PAPER);
    }
}
