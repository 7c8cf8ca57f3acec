package vn.giaoban.reporting.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.reporting.forms.Form;
import vn.giaoban.reporting.forms.Forms;
import vn.giaoban.reporting.forms.SuppliedTemplates;
import vn.giaoban.reporting.forms.TemplateRefusal;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Option;
import vn.giaoban.ui.Page;

/** Empty forms that a superior supplies: taken in, matched, filled. */
@RestController
class TemplatesController {

    private final SuppliedTemplates templates;
    private final Forms forms;
    private final Organisation organisation;
    private final PeriodChoice choice;

    TemplatesController(SuppliedTemplates templates, Forms forms, Organisation organisation, PeriodChoice choice) {
        this.templates = templates;
        this.forms = forms;
        this.organisation = organisation;
        this.choice = choice;
    }

    record FileForm(@Nullable MultipartFile file) {

        byte[] content() {
            if (file == null || file.isEmpty()) {
                throw TemplateRefusal.noFile();
            }
            try {
                return file.getBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String name() {
            return file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        }
    }

    @GetMapping("/forms/{unit}/templates")
    TemplatesPage templates(Actor by, AsOf at, @PathVariable UnitId unit) {
        return page(by, unit, at, FormErrors.NONE);
    }

    private TemplatesPage page(Actor by, UnitId unit, AsOf at, FormErrors errors) {
        return new TemplatesPage(
                organisation.unit(unit, at),
                templates.of(by, unit, at),
                organisation.may(by, Verb.CONFIRM, unit, at),
                errors);
    }

    @PostMapping("/forms/{unit}/templates")
    ResponseEntity<Page> take(Actor by, AsOf at, @PathVariable UnitId unit, FileForm form, BindingResult binding) {
        return Attempt.of(binding, () -> templates.take(by, unit, form.name(), form.content(), at))
                .then(id -> Answers.saying("reporting.templates.taken-in")
                        .seeOther("/forms/{unit}/templates/{template}", unit, id))
                .orAgain(errors -> page(by, unit, at, errors));
    }

    @GetMapping("/forms/{unit}/templates/{template}")
    TemplatePage template(
            Actor by, AsOf at, @PathVariable UnitId unit, @PathVariable long template, ReportAsked asked) {
        var period = asked.period(at.day());
        var ours = forms.set(at.day()).forms();
        return new TemplatePage(
                organisation.unit(unit, at),
                template,
                templates.name(by, unit, template, at),
                templates.sheets(by, unit, template, at).stream()
                        .map(sheet -> sheet(sheet, ours))
                        .toList(),
                ours.stream()
                        .map(form -> new Option(form.code(), form.number() + " – " + form.title()))
                        .toList(),
                period,
                choice.periods(by, at, unit, period, at.known()),
                organisation.may(by, Verb.CONFIRM, unit, at),
                FormErrors.NONE);
    }

    private static TemplatePage.Sheet sheet(SuppliedTemplates.Sheet sheet, List<Form> ours) {
        var form = ours.stream()
                .filter(one -> one.code().equals(sheet.form()))
                .findFirst()
                .orElse(null);
        return new TemplatePage.Sheet(
                sheet,
                form == null ? "" : form.code(),
                form == null
                        ? List.of()
                        : form.rows().stream()
                                .filter(row -> row.formula() != null)
                                .toList(),
                form == null ? List.of() : form.columns(),
                sheet.lines().entrySet().stream()
                        .map(line -> new Option(line.getKey().toString(), line.getKey() + ": " + line.getValue()))
                        .toList(),
                sheet.places().entrySet().stream()
                        .map(place -> new Option(place.getKey().toString(), place.getValue()))
                        .toList());
    }

    /** @param typed {@code sheet0}, {@code form0}, {@code row0-B1}, {@code column0-2} and so on for each sheet */
    @PostMapping("/forms/{unit}/templates/{template}")
    ResponseEntity<Page> match(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            @PathVariable long template,
            @RequestParam Map<String, String> typed) {
        templates.match(by, unit, template, said(typed), at);
        return Answers.saying("reporting.templates.kept")
                .seeOther("/forms/{unit}/templates/{template}", unit, template);
    }

    private static List<SuppliedTemplates.Said> said(Map<String, String> typed) {
        var said = new ArrayList<SuppliedTemplates.Said>();
        for (int n = 0; typed.containsKey("sheet" + n); n++) {
            said.add(new SuppliedTemplates.Said(
                    typed.getOrDefault("sheet" + n, ""),
                    typed.getOrDefault("form" + n, ""),
                    places(typed, "row" + n + "-"),
                    places(typed, "column" + n + "-")));
        }
        return said;
    }

    private static Map<String, Integer> places(Map<String, String> typed, String prefix) {
        var places = new LinkedHashMap<String, Integer>();
        typed.forEach((name, value) -> {
            if (name.startsWith(prefix) && value.matches("[1-9][0-9]{0,6}")) {
                places.put(name.substring(prefix.length()), Math.min(1_048_576, Integer.parseInt(value)));
            }
        });
        return places;
    }

    @GetMapping("/forms/{unit}/templates/{template}/filled.xlsx")
    ResponseEntity<byte[]> filled(
            Actor by, AsOf at, @PathVariable UnitId unit, @PathVariable long template, ReportAsked asked) {
        var filled = templates.fill(by, unit, template, asked.period(at.day()), asked.tree(), asked.instant(), at);
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(filled.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(filled.content());
    }
}
