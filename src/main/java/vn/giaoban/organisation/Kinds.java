package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds and which may stand under which, on which days. Dated data with their source, read from the database. */
public final class Kinds {

    /** A unit of one kind may stand under one of another on these days. @param verified whether it was checked against the text */
    public record Under(
            String kind, String parentKind, LocalDate from, LocalDate until, String source, boolean verified) {}

    /** A kind of base organisation by what it works in. */
    public record Sector(
            String code,
            String name,
            boolean stateOwned,
            LocalDate from,
            LocalDate until,
            String source,
            boolean verified) {}

    private final Map<String, Kind> kinds;
    private final Map<String, List<Under>> rules;
    private final List<Sector> sectors;

    Kinds(Map<String, Kind> kinds, Map<String, List<Under>> rules, List<Sector> sectors) {
        this.kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        this.rules = Map.copyOf(rules);
        this.sectors = List.copyOf(sectors);
    }

    public Optional<Kind> find(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    public Kind kind(String code) {
        return find(code).orElseThrow(() -> OrganisationRefusal.unknownKind(code));
    }

    /** By rank. */
    public Collection<Kind> all() {
        return kinds.values();
    }

    /** Under which kinds a unit of this one may stand, and when. */
    public List<Under> rules(String kind) {
        return rules.getOrDefault(kind, List.of());
    }

    public List<Sector> sectors() {
        return sectors;
    }

    boolean hasSector(String code) {
        return sectors.stream().anyMatch(sector -> sector.code().equals(code));
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
