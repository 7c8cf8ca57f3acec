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
import vn.giaoban.organisation.Aliases;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.organisation.Terms;
import vn.giaoban.organisation.Terms.NewTerm;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;

/** Other names of a unit and the terms of its committee, for programs: {@code docs/import.md}. */
@RestController
@RequestMapping("/api/v1/units/{code}")
class NamesApi {

    private final UnitsNamed units;
    private final Aliases aliases;
    private final Terms terms;

    NamesApi(UnitsNamed units, Aliases aliases, Terms terms) {
        this.units = units;
        this.aliases = aliases;
        this.terms = terms;
    }

    /** @param from null: nobody knows since when @param until exclusive; null: no end */
    record Dated(
            long id,
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        static Dated of(long id, String name, LocalDate from, LocalDate until) {
            return new Dated(id, name, from.equals(Days.EVER) ? null : from, until.equals(Days.FOREVER) ? null : until);
        }
    }

    record Entered(
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        String text() {
            return name == null ? "" : name;
        }

        NewTerm toTerm(UnitId unit) {
            if (from == null) {
                throw OrganisationRefusal.missingField("from");
            }
            return new NewTerm(unit, text(), from, until);
        }
    }

    record Recorded(Instant recordedAt) {}

    @GetMapping("/aliases")
    List<Dated> aliases(@PathVariable String code, AsOf at) {
        return aliases.of(units.named(code, at).id(), at.known()).stream()
                .map(one -> Dated.of(one.id(), one.name(), one.from(), one.until()))
                .toList();
    }

    @PostMapping("/aliases")
    @ResponseStatus(HttpStatus.CREATED)
    Recorded addAlias(Actor by, @PathVariable String code, AsOf at, @RequestBody Entered asked) {
        var unit = units.named(code, at).id();
        return new Recorded(aliases.add(by, unit, asked.text(), asked.from(), asked.until(), at)
                .at());
    }

    @PostMapping("/aliases/{alias}/withdraw")
    Recorded withdrawAlias(Actor by, @PathVariable String code, @PathVariable long alias, AsOf at) {
        return new Recorded(
                aliases.withdraw(by, units.named(code, at).id(), alias, at).at());
    }

    @GetMapping("/terms")
    List<Dated> terms(@PathVariable String code, AsOf at) {
        return terms.of(units.named(code, at).id(), at.known()).stream()
                .map(one -> Dated.of(one.id(), one.name(), one.from(), one.until()))
                .toList();
    }

    @PostMapping("/terms")
    @ResponseStatus(HttpStatus.CREATED)
    Recorded beginTerm(Actor by, @PathVariable String code, AsOf at, @RequestBody Entered asked) {
        var unit = units.named(code, at).id();
        return new Recorded(terms.begin(by, asked.toTerm(unit), at).at());
    }

    @PostMapping("/terms/{term}")
    Recorded correctTerm(
            Actor by, @PathVariable String code, @PathVariable long term, AsOf at, @RequestBody Entered asked) {
        var unit = units.named(code, at).id();
        return new Recorded(terms.correct(by, term, asked.toTerm(unit), at).at());
    }

    @PostMapping("/terms/{term}/withdraw")
    Recorded withdrawTerm(Actor by, @PathVariable String code, @PathVariable long term, AsOf at) {
        return new Recorded(
                terms.withdraw(by, units.named(code, at).id(), term, at).at());
    }
}
