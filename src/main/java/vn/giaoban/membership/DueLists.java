package vn.giaoban.membership;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.Why;
import vn.giaoban.membership.DueRows.Found;
import vn.giaoban.organisation.KindClass;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.record.Registers;
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
    private final MemberLists lists;
    private final MemberReading reading;
    private final FactStore facts;
    private final Registers registers;
    private final Reach reach;
    private final IdleReasons reasons;
    private final Organisation organisation;
    private final Reads reads;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    /** Beside what is asked and by whom: how much was entered, because an older entry may commit after a newer one. */
    private record Kept(Due.Asked asked, AsOf at, Sight.Who who, Set<RegisterId> registers, long entries) {}

    /** Keys, in the order of the list, with what each is due for. */
    private record Item(
            @Nullable MemberId member,
            @Nullable LocalDate due,
            @Nullable LocalDate last,
            int years) {}

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
            MemberLists lists,
            MemberReading reading,
            FactStore facts,
            Registers registers,
            Reach reach,
            IdleReasons reasons,
            Organisation organisation,
            Reads reads,
            JdbcClient sql,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.lists = lists;
        this.reading = reading;
        this.facts = facts;
        this.registers = registers;
        this.reach = reach;
        this.reasons = reasons;
        this.organisation = organisation;
        this.reads = reads;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
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
        return read(() -> {
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
        return read(() -> reading.badgeRules(on)).nextAwards(on);
    }

    /** What a list goes by on a day. */
    public List<Due.Rule> rules(DueKind kind, LocalDate on) {
        return read(() -> {
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
        var page = read(() -> {
            var seen = seen(by, asked.unit(), at);
            var items = items(by, reach.sight(by), asked, seen);
            var number = page(slice, items.size());
            return new Due.People(lines(asked, slice(items, slice, number), seen), items.size(), number);
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
        var lines = read(() -> {
            var seen = seen(by, asked.unit(), at);
            var today = reach.today();
            var sight = Sight.of(by, Verb.EXPORT_PERSONS, today.day(), today.known());
            return lines(asked, items(by, sight, asked, seen), seen);
        });
        record(by, ReadKind.EXPORT, asked, at, lines, Why.purpose(purpose));
        return lines;
    }

    /** A page of units in official order. */
    public Due.Units units(Actor by, Due.Asked asked, PersonList.Slice slice, AsOf at, Locale locale) {
        check(by, asked, at);
        return read(() -> {
            var seen = seen(by, asked.unit(), at);
            var found = found(by, asked, seen);
            var number = page(slice, found.size());
            return new Due.Units(unitLines(slice(found, slice, number), asked, seen, locale), found.size(), number);
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
        return people.get(kept(by, sight, asked, at), key -> readItems(sight, asked, at));
    }

    private List<Found> found(Actor by, Due.Asked asked, AsOf at) {
        return units.get(kept(by, reach.sight(by), asked, at), key -> readUnits(asked, at));
    }

    private Kept kept(Actor by, Sight sight, Due.Asked asked, AsOf at) {
        var entries = sql.sql("select count(*) from record_api.entry")
                .query(Long.class)
                .single();
        return new Kept(asked, at, sight.who(), by.registers(), entries);
    }

    private List<Item> readItems(Sight sight, Due.Asked asked, AsOf at) {
        var unit = asked.unit();
        var day = at.day();
        return switch (asked.kind()) {
            case PROBATION_OVERDUE ->
                rows.probation(sight, unit, at).stream()
                        .filter(one -> one.last().isBefore(day))
                        .map(one -> new Item(one.member(), one.ends(), one.last(), 0))
                        .toList();
            case PROBATION_ENDING -> {
                var ahead = day.plusDays(limit("days-ahead-of-probation", day));
                yield rows.probation(sight, unit, at).stream()
                        .filter(one -> !one.last().isBefore(day) && !one.ends().isAfter(ahead))
                        .map(one -> new Item(one.member(), one.ends(), one.last(), 0))
                        .toList();
            }
            case BADGE -> badges(sight, asked, at);
            case NO_CARD -> plain(rows.withoutCard(sight, unit, at));
            case NO_CV_NUMBER -> plain(rows.withoutCvNumber(sight, unit, at));
            default -> throw MembershipRefusal.noSuchList();
        };
    }

    private static List<Item> plain(List<MemberId> members) {
        return members.stream().map(member -> new Item(member, null, null, 0)).toList();
    }

    private List<Item> badges(Sight sight, Due.Asked asked, AsOf at) {
        var rules = reading.badgeRules(at.day());
        var awarded = asked.award() != null
                ? asked.award()
                : rules.nextAward(at.day()).orElse(null);
        if (awarded == null) {
            return List.of();
        }
        var ranges = rules.countedFrom(awarded);
        return rows
                .aged(
                        sight,
                        asked.unit(),
                        at,
                        ranges.stream().map(range -> range.get(0)).toList(),
                        ranges.stream().map(range -> range.get(1)).toList())
                .stream()
                .flatMap(one -> rules.on(one.from(), awarded).stream()
                        .map(badge -> new Item(one.member(), badge.due(), null, badge.years())))
                .sorted(java.util.Comparator.comparing((Item item) -> -item.years())
                        .thenComparing(item -> Objects.requireNonNull(item.due())))
                .toList();
    }

    private List<Found> readUnits(Due.Asked asked, AsOf at) {
        var unit = asked.unit();
        var day = at.day();
        var found = switch (asked.kind()) {
            case NO_SECRETARY -> rows.withoutSecretary(unit, at);
            case TERM -> rows.terms(unit, at, limit("months-ahead-of-term", day));
            case NO_ADMISSION -> rows.withoutAdmission(unit, at, limit("months-without-admission", day));
            case TOO_FEW -> strong(unit, at, 0, limit("official-for-a-cell", day), true);
            case NO_CELL_COMMITTEE ->
                strong(unit, at, limit("official-for-a-cell", day), limit("official-for-a-cell-committee", day), true);
            case MANY -> strong(unit, at, limit("official-for-a-base-organisation", day), Integer.MAX_VALUE, false);
            default -> throw MembershipRefusal.noSuchList();
        };
        var places = new HashMap<UnitId, Integer>();
        organisation.below(unit, at).forEach(below -> places.put(below.id(), places.size()));
        return found.stream()
                .filter(one -> places.containsKey(one.unit()))
                .sorted(java.util.Comparator.comparing(one -> Objects.requireNonNull(places.get(one.unit()))))
                .toList();
    }

    /** Cells with at least so many official members and fewer than so many; those present, or all. */
    private List<Found> strong(UnitId unit, AsOf at, long least, long below, boolean present) {
        return rows.strengths(unit, at).stream()
                .map(one -> new Found(one.unit(), present ? one.present() : one.official(), null, ""))
                .filter(one ->
                        Objects.requireNonNull(one.number()) >= least && Objects.requireNonNull(one.number()) < below)
                .toList();
    }

    private int limit(String code, LocalDate on) {
        var rule = rows.rules(on).get(code);
        return rule == null ? 0 : rule.value();
    }

    private List<Due.Line> lines(Due.Asked asked, List<Item> items, AsOf at) {
        var ids = items.stream()
                .map(item -> Objects.requireNonNull(item.member()))
                .toList();
        var persons = new HashMap<MemberId, Person>();
        lists.lines(ids, at).forEach(person -> persons.put(person.id(), person));
        var ages = asked.kind() == DueKind.BADGE ? seniority(ids, at.day()) : Map.<MemberId, Seniority>of();
        var above = above(asked.unit(), at);
        return items.stream()
                .flatMap(item -> Stream.ofNullable(persons.get(Objects.requireNonNull(item.member())))
                        .map(person -> new Due.Line(
                                person,
                                person.cell() == null ? "" : above.getOrDefault(person.cell(), ""),
                                item.due(),
                                item.last(),
                                item.years(),
                                ages.get(person.id()))))
                .toList();
    }

    /** By cell the name of what it stands under. */
    private Map<UnitId, String> above(UnitId top, AsOf at) {
        var units = organisation.below(top, at);
        var names = new HashMap<UnitId, String>();
        units.forEach(unit -> names.put(unit.id(), unit.name()));
        var above = new HashMap<UnitId, String>();
        units.stream()
                .filter(unit -> unit.parent() != null && unit.holdsMembers())
                .forEach(unit -> above.put(unit.id(), names.getOrDefault(Objects.requireNonNull(unit.parent()), "")));
        return above;
    }

    /** How the party age of each comes about; why somebody was out is not told on a list. */
    private Map<MemberId, Seniority> seniority(List<MemberId> ids, LocalDate on) {
        var rules = reading.badgeRules(on);
        var ages = new HashMap<MemberId, Seniority>();
        for (var register : ids.stream().map(MemberId::register).distinct().toList()) {
            var numbers = ids.stream()
                    .filter(id -> id.register().equals(register))
                    .map(MemberId::number)
                    .toList();
            facts.facts(registers.register(register), numbers)
                    .forEach((number, told) -> ages.put(
                            new MemberId(register, number),
                            Seniority.of(told, on, rules).seenBy(false, false)));
        }
        return ages;
    }

    private List<Due.UnitLine> unitLines(List<Found> found, Due.Asked asked, AsOf at, Locale locale) {
        var ids = found.stream().map(Found::unit).toList();
        var said = asked.kind() == DueKind.NO_ADMISSION ? reasons.of(ids, at, locale) : Map.<UnitId, Due.Reason>of();
        var named = new HashMap<UnitId, vn.giaoban.organisation.Unit>();
        organisation.below(asked.unit(), at).forEach(unit -> named.put(unit.id(), unit));
        var above = organisation.path(asked.unit(), at);
        above.forEach(unit -> named.putIfAbsent(unit.id(), unit));
        return found.stream()
                .map(one -> {
                    var unit = Objects.requireNonNull(named.get(one.unit()));
                    var parent = unit.parent() == null ? null : named.get(unit.parent());
                    return new Due.UnitLine(
                            one.unit(),
                            unit.name(),
                            unit.kindName(),
                            parent == null ? "" : parent.name(),
                            one.number(),
                            one.day(),
                            one.words(),
                            said.get(one.unit()));
                })
                .toList();
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

    private <T> T read(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
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
