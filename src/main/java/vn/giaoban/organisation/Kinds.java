package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds and which may stand under which, on which days. Dated data with their source, read from the database. */
public final class Kinds {

    record Under(String kind, String parentKind, LocalDate from, LocalDate until) {}

    private final Map<String, Kind> kinds;
    private final Map<String, List<Under>> rules;
    private final Collection<String> sectors;

    Kinds(Map<String, Kind> kinds, Map<String, List<Under>> rules, Collection<String> sectors) {
        this.kinds = Map.copyOf(kinds);
        this.rules = Map.copyOf(rules);
        this.sectors = List.copyOf(sectors);
    }

    public Optional<Kind> find(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    public Kind kind(String code) {
        return find(code).orElseThrow(() -> OrganisationRefusal.unknownKind(code));
    }

    public Collection<Kind> all() {
        return kinds.values();
    }

    boolean hasSector(String code) {
        return sectors.contains(code);
    }

    /** Whether a unit of {@code kind} may be placed under one of {@code parentKind} on that day; a root only if it is a province or Centre. */
    boolean mayStand(String kind, @Nullable String parentKind, LocalDate day) {
        if (parentKind == null) {
            var kindClass = kind(kind).kindClass();
            return kindClass == KindClass.CENTRE || kindClass == KindClass.PROVINCE;
        }
        return rules.getOrDefault(kind, List.of()).stream()
                .anyMatch(rule -> rule.parentKind().equals(parentKind)
                        && !day.isBefore(rule.from())
                        && day.isBefore(rule.until()));
    }
}
