package vn.giaoban.membership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.Why;
import vn.giaoban.membership.DueItems.Item;
import vn.giaoban.membership.DueRows.Found;
import vn.giaoban.organisation.KindClass;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.DatabaseReplaced;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * What is due in a unit and all below it, or has to be looked at: lists that are computed from the records by limits that are dated data.
 * Persons for who may see persons there, units for who sees its figures. Every list that names persons is a recorded read; how long a list
 * is names nobody.
 */
@Service
public class DueLists {

    private static final long KEPT = 2_000_000;

    private final DueRows rows;
    private final DueItems made;
    private final DueLines written;
    private final MemberReading reading;
    private final Reach reach;
    private final Organisation organisation;
    private final Reads reads;
    private final JdbcClient sql;
    private final Looking looking;

    /** Beside what is asked and by whom: how much was entered, because an older entry may commit after a newer one. */
    private record Kept(Due.Asked asked, AsOf at, Sight.Who who, Set<RegisterId> registers, long entries) {}

    private final Cache<Kept, List<Item>> people = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Kept key, List<Item> items) -> 1 + items.size())
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private final Cache<Kept, List<Found>> units = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((Kept key, List<Found> found) -> 1 + found.size())
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    DueLists(
            DueRows rows,
            DueItems made,
            DueLines written,
            MemberReading reading,
            Reach reach,
            Organisation organisation,
            Reads reads,
            JdbcClient sql,
            Looking looking) {
        this.rows = rows;
        this.made = made;
        this.written = written;
        this.reading = reading;
        this.reach = reach;
        this.organisation = organisation;
        this.reads = reads;
        this.sql = sql;
        this.looking = looking;
    }

    /**
     * How long the lists are that the actor may open; badges those of the next award day.
     *
     * @param kinds which of them
     * @throws OrganisationRefusal "not found" without a right to figures or persons there
     */
    public List<Due.Count> counts(Actor by, UnitId unit, AsOf asked, Collection<DueKind> kinds) {
        var may = kinds.stream().filter(kind -> may(by, kind, unit)).toList();
        if (may.isEmpty()) {
            throw OrganisationRefusal.unitNotFound();
        }
        if (tooWide(unit, asked)) {
            return List.of();
        }
        return looking.at(() -> {
            var at = seen(by, unit, asked);
            return may.stream()
                    .map(kind -> new Due.Count(kind, size(by, new Due.Asked(kind, unit, null), at)))
                    .toList();
        });
    }

    /** Whether the lists of a unit are those of a whole country: then they are asked of what stands directly under it. */
    public boolean tooWide(UnitId unit, AsOf at) {
        return organisation.unit(unit, at).kindClass() == KindClass.CENTRE;
    }

    /** On which days badges are handed over next; the nearest first. */
    public List<LocalDate> awards(LocalDate on) {
        return looking.at(() -> reading.badgeRules(on)).nextAwards(on);
    }

    /** What a list goes by on a day. */
    public List<Due.Rule> rules(DueKind kind, LocalDate on) {
        return looking.at(() -> {
            if (kind == DueKind.BADGE) {
                return reading.badgeRules(on).levels().entrySet().stream()
                        .map(level -> new Due.Rule("badge-level", level.getKey(), level.getValue(), false))
                        .toList();
            }
            var rules = rows.rules(on);
            return kind.rules().stream()
                    .map(rules::get)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        });
    }

    /** A page of persons: a recorded read of those who are on it. */
    public Due.People people(Actor by, Due.Asked asked, PersonList.Slice slice, AsOf at, ReadKind kind) {
        check(by, asked, at);
        var page = looking.at(() -> {
            var seen = seen(by, asked.unit(), at);
            var items = items(by, reach.sight(by), asked, seen);
            var number = page(slice, items.size());
            return new Due.People(written.lines(asked, slice(items, slice, number), seen), items.size(), number);
        });
        record(by, kind, asked, at, page.lines(), Why.OWN);
        return page;
    }

    /**
     * All of it, to be taken away as a file: a right of its own, and a purpose that is kept with the read of each person.
     *
     * @throws OrganisationRefusal "not found" without the right to export
     * @throws MembershipRefusal if no purpose is given
     */
    public List<Due.Line> take(Actor by, Due.Asked asked, AsOf at, @Nullable String purpose) {
        check(by, asked, at);
        organisation.check(by, Verb.EXPORT_PERSONS, asked.unit(), reach.today());
        if (purpose == null || purpose.isBlank()) {
            throw MembershipRefusal.purposeMissing();
        }
        var lines = looking.at(() -> {
            var seen = seen(by, asked.unit(), at);
            var today = reach.today();
            var sight = Sight.of(by, Verb.EXPORT_PERSONS, today.day(), today.known());
            return written.lines(asked, items(by, sight, asked, seen), seen);
        });
        record(by, ReadKind.EXPORT, asked, at, lines, Why.purpose(purpose));
        return lines;
    }

    /** A page of units in official order. */
    public Due.Units units(Actor by, Due.Asked asked, PersonList.Slice slice, AsOf at, Locale locale) {
        check(by, asked, at);
        return looking.at(() -> {
            var seen = seen(by, asked.unit(), at);
            var found = found(by, asked, seen);
            var number = page(slice, found.size());
            return new Due.Units(
                    written.unitLines(slice(found, slice, number), asked, seen, locale), found.size(), number);
        });
    }

    private void check(Actor by, Due.Asked asked, AsOf at) {
        if (!may(by, asked.kind(), asked.unit())) {
            throw OrganisationRefusal.unitNotFound();
        }
        if (tooWide(asked.unit(), at)) {
            throw MembershipRefusal.dueTooWide();
        }
    }

    private boolean may(Actor by, DueKind kind, UnitId unit) {
        return organisation.may(by, kind.ofPersons() ? Verb.SEE_PERSONS : Verb.SEE_FIGURES, unit, reach.today());
    }

    /** What was corrected since is for keepers of the register: others read the same day as it is known now. */
    private AsOf seen(Actor by, UnitId unit, AsOf at) {
        var today = reach.today();
        return by.isSystem() || organisation.may(by, Verb.KEEP_REGISTER, unit, today)
                ? at
                : new AsOf(at.day(), today.known());
    }

    private int size(Actor by, Due.Asked asked, AsOf at) {
        return asked.kind().ofPersons()
                ? items(by, reach.sight(by), asked, at).size()
                : found(by, asked, at).size();
    }

    private List<Item> items(Actor by, Sight sight, Due.Asked asked, AsOf at) {
        return people.get(kept(by, sight, asked, at), key -> made.items(sight, asked, at));
    }

    private List<Found> found(Actor by, Due.Asked asked, AsOf at) {
        return units.get(kept(by, reach.sight(by), asked, at), key -> made.units(asked, at));
    }

    private Kept kept(Actor by, Sight sight, Due.Asked asked, AsOf at) {
        var entries = sql.sql("select count(*) from record_api.entry")
                .query(Long.class)
                .single();
        return new Kept(asked, at, sight.who(), by.registers(), entries);
    }

    private static int page(PersonList.Slice slice, int all) {
        var pages = Math.max(1, (all + slice.size() - 1) / slice.size());
        return Math.max(1, Math.min(slice.page(), pages));
    }

    private static <T> List<T> slice(List<T> all, PersonList.Slice slice, int page) {
        return all.stream().skip((page - 1L) * slice.size()).limit(slice.size()).toList();
    }

    private void record(Actor by, ReadKind kind, Due.Asked asked, AsOf at, List<Due.Line> lines, Why why) {
        reads.record(
                by,
                kind,
                "membership.due." + asked.kind().code() + " unit=" + asked.unit() + " on=" + at.day(),
                lines.stream()
                        .map(line -> line.person().id())
                        .map(id -> new MemberKey(id.register(), id.number()))
                        .toList(),
                why);
    }

    /** Those that are urgent enough for the page where an officer begins. */
    public static List<DueKind> urgent() {
        return Arrays.stream(DueKind.values())
                .filter(kind -> kind != DueKind.NO_CARD
                        && kind != DueKind.NO_CV_NUMBER
                        && kind != DueKind.NO_CELL_COMMITTEE
                        && kind != DueKind.MANY)
                .toList();
    }

    @EventListener(DatabaseReplaced.class)
    void forget() {
        people.invalidateAll();
        units.invalidateAll();
    }
}
