package vn.giaoban.organisation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.Hierarchies;
import vn.giaoban.organisation.Hierarchy;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.organisation.SecondPlace;
import vn.giaoban.shared.Actor;

/** Hierarchies beside the territorial one, for scripts: {@code docs/import.md}. */
@RestController
@RequestMapping("/api/v1/hierarchies")
class HierarchiesApi {

    private final Hierarchies hierarchies;

    HierarchiesApi(Hierarchies hierarchies) {
        this.hierarchies = hierarchies;
    }

    record Named(@Nullable String code, @Nullable String name) {}

    record Placed(
            @Nullable String unit,
            @Nullable String parent,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        SecondPlace toPlace() {
            if (unit == null) {
                throw OrganisationRefusal.missingField("unit");
            } else if (from == null) {
                throw OrganisationRefusal.missingField("from");
            }
            return new SecondPlace(unit, parent == null || parent.isBlank() ? null : parent, from, until);
        }
    }

    record Recorded(Instant recordedAt) {}

    @GetMapping
    List<Named> all() {
        return hierarchies.all().stream().map(HierarchiesApi::named).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Named create(Actor by, @RequestBody Named asked) {
        return named(hierarchies.create(
                by, asked.code() == null ? "" : asked.code(), asked.name() == null ? "" : asked.name()));
    }

    @PostMapping("/{code}/places")
    @ResponseStatus(HttpStatus.CREATED)
    Recorded place(Actor by, @PathVariable String code, @RequestBody List<Placed> asked) {
        return new Recorded(hierarchies
                .place(by, code, asked.stream().map(Placed::toPlace).toList())
                .at());
    }

    private static Named named(Hierarchy one) {
        return new Named(one.code(), one.name());
    }
}
