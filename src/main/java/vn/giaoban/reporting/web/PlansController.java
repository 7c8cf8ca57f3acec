package vn.giaoban.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.reporting.AdmissionPlan;
import vn.giaoban.reporting.AdmissionPlans;
import vn.giaoban.reporting.ReportingRefusal;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Refusals;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Attempt;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/** Yearly plans for admissions, typed for a unit and those directly below it on one page. */
@RestController
class PlansController {

    private final AdmissionPlans plans;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlansController(
            AdmissionPlans plans, Organisation organisation, PlatformTransactionManager transactions, Clock clock) {
        this.plans = plans;
        this.organisation = organisation;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @GetMapping("/admission-plans/{unit}")
    PlansPage show(
            Actor by, AsOf at, @PathVariable UnitId unit, @RequestParam(required = false) @Nullable Integer year) {
        var units = units(by, at, unit);
        var of = year(year, at);
        var known = plans.of(units.stream().map(Unit::id).toList(), of, at.known());
        var document =
                known.values().stream().map(AdmissionPlan::document).findFirst().orElse("");
        return page(units, of, document, typed(known), known, FormErrors.NONE);
    }

    /** All or none; only the numbers that were changed are entered. */
    @PostMapping("/admission-plans/{unit}")
    ResponseEntity<Page> type(
            Actor by,
            AsOf at,
            @PathVariable UnitId unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam MultiValueMap<String, String> form) {
        var units = units(by, at, unit);
        var of = year(year, at);
        var known = plans.of(units.stream().map(Unit::id).toList(), of, at.known());
        var typed = new LinkedHashMap<UnitId, String>();
        units.forEach(one -> typed.put(
                one.id(),
                Objects.requireNonNullElse(form.getFirst("plan-" + one.id()), "")
                        .strip()));
        var document = Objects.requireNonNullElse(form.getFirst("document"), "");
        return Attempt.of(new MapBindingResult(new LinkedHashMap<>(), "plans"), () -> {
                    var changed = changed(units, typed, known, document);
                    transaction.executeWithoutResult(
                            status -> changed.forEach((one, number) -> plans.type(by, one, of, number, document, at)));
                })
                .then(done -> Answers.saying("reporting.plans.saved")
                        .seeOther("/admission-plans/{unit}?year={year}", unit, Integer.toString(of)))
                .orAgain(errors -> page(units, of, document, typed, known, errors));
    }

    private static Map<UnitId, Integer> changed(
            List<Unit> units, Map<UnitId, String> typed, Map<UnitId, AdmissionPlan> known, String document) {
        var changed = new LinkedHashMap<UnitId, Integer>();
        var wrong = new ArrayList<Refusal>();
        for (var unit : units) {
            var text = Objects.requireNonNullElse(typed.get(unit.id()), "").replace(".", "");
            if (text.matches("\\d{1,7}")) {
                var number = Integer.parseInt(text);
                var before = known.get(unit.id());
                if (before == null
                        || before.admissions() != number
                        || !before.document().equals(document.strip())) {
                    changed.put(unit.id(), number);
                }
            } else if (!text.isEmpty()) {
                wrong.add(ReportingRefusal.planNotANumber(unit.name(), text));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusals(wrong);
        }
        return changed;
    }

    private List<Unit> units(Actor by, AsOf at, UnitId unit) {
        organisation.check(by, Verb.KEEP_REGISTER, unit, at);
        var units = new ArrayList<Unit>();
        units.add(organisation.unit(unit, at));
        organisation.children(unit, at).stream().filter(Unit::counts).forEach(units::add);
        return units;
    }

    private int year(@Nullable Integer asked, AsOf at) {
        var now = LocalDate.now(clock).getYear();
        return asked != null && asked >= 1930 && asked <= now + 10
                ? asked
                : at.day().getYear();
    }

    private static Map<UnitId, String> typed(Map<UnitId, AdmissionPlan> known) {
        var typed = new LinkedHashMap<UnitId, String>();
        known.forEach((unit, plan) -> typed.put(unit, Integer.toString(plan.admissions())));
        return typed;
    }

    private static PlansPage page(
            List<Unit> units,
            int year,
            String document,
            Map<UnitId, String> typed,
            Map<UnitId, AdmissionPlan> known,
            FormErrors errors) {
        return new PlansPage(
                units.get(0),
                year,
                document,
                units.stream()
                        .map(unit -> new PlansPage.Line(
                                unit,
                                Objects.requireNonNullElse(typed.get(unit.id()), ""),
                                known.containsKey(unit.id())
                                        ? Objects.requireNonNull(known.get(unit.id()))
                                                .document()
                                        : ""))
                        .toList(),
                errors);
    }
}
