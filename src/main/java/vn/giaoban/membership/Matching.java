package vn.giaoban.membership;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.membership.Compared.Difference;
import vn.giaoban.membership.Compared.Pair;
import vn.giaoban.membership.Compared.Result;
import vn.giaoban.membership.Compared.Sure;
import vn.giaoban.membership.Compared.Told;
import vn.giaoban.membership.Compared.Twice;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Sql;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;

/**
 * Whom the rows of another list mean among those of a unit whom the actor may see; writes nothing. Nobody outside is looked at: a row that
 * means somebody elsewhere in the register is answered as one that means nobody, so that a list of numbers is no way to ask who is a member
 * where (privacy, harm P2).
 */
@Service
public class Matching {

    private static final String THERE = Sql.beside(DueRows.class, "due-people.sql");

    private final JdbcClient sql;
    private final SealedNumbers numbers;
    private final Reach reach;
    private final Membership membership;
    private final Organisation organisation;
    private final Looking looking;

    Matching(
            JdbcClient sql,
            SealedNumbers numbers,
            Reach reach,
            Membership membership,
            Organisation organisation,
            Looking looking) {
        this.sql = sql;
        this.numbers = numbers;
        this.reach = reach;
        this.membership = membership;
        this.organisation = organisation;
        this.looking = looking;
    }

    /** @throws OrganisationRefusal "not found" for who may not see persons and confirm there, or keep the register */
    public void check(Actor by, UnitId unit) {
        var today = reach.today();
        organisation.check(by, Verb.SEE_PERSONS, unit, today);
        if (!organisation.may(by, Verb.CONFIRM, unit, today)
                && !organisation.may(by, Verb.KEEP_REGISTER, unit, today)) {
            throw OrganisationRefusal.unitNotFound();
        }
    }

    private record Member(
            MemberId id,
            String name,
            Birth birth,
            String sex,
            @Nullable String card,
            @Nullable String cv,
            String degree,
            @Nullable LocalDate official,
            @Nullable String digest) {

        String key() {
            return Vietnamese.folded(name) + "|" + birth.day() + birth.precision();
        }

        String yearKey() {
            return Vietnamese.folded(name) + "|" + birth.day().getYear();
        }
    }

    /**
     * Those of these persons whom the reader may see, as they stand today: a recorded read.
     *
     * @param paper whether they are printed
     */
    public Map<MemberId, Person> shown(Actor by, Collection<MemberId> members, boolean paper) {
        return membership.named(by, paper ? ReadKind.PRINT : ReadKind.LIST, "membership.comparison", members).stream()
                .collect(Collectors.toMap(Person::id, person -> person));
    }

    /** Compares; the caller records who is shown of it to whom. */
    public Result match(Actor by, UnitId unit, AsOf at, List<Told> rows, Runnable oneDone) {
        check(by, unit);
        var members = looking.at(() -> members(by, unit, at));
        var byDigest = new HashMap<String, Member>();
        var byCard = new HashMap<String, Member>();
        var byCv = new HashMap<String, Member>();
        var byKey = new LinkedHashMap<String, List<Member>>();
        var byYear = new HashMap<String, List<Member>>();
        for (var member : members) {
            put(byDigest, member.digest(), member);
            put(byCard, bare(member.card()), member);
            put(byCv, bare(member.cv()), member);
            byKey.computeIfAbsent(member.key(), key -> new ArrayList<>(1)).add(member);
            byYear.computeIfAbsent(member.yearKey(), key -> new ArrayList<>(1)).add(member);
        }
        var meant = new LinkedHashMap<MemberId, Pair>();
        var onlyThere = new ArrayList<Integer>();
        var twice = new ArrayList<Twice>();
        var unknown = new HashMap<String, Integer>();
        for (var row : rows) {
            oneDone.run();
            var digest = digest(row);
            var numbered = digest != null && byDigest.containsKey(digest)
                    ? byDigest.get(digest)
                    : byCard.getOrDefault(
                            Objects.toString(bare(row.card()), ""), byCv.get(Objects.toString(bare(row.cv()), "")));
            var found = numbered != null
                    ? new Hit(numbered, agrees(numbered, row) ? Sure.CERTAIN : Sure.DOUBTFUL)
                    : named(row, digest, byKey, byYear);
            if (found == null) {
                var key = name(row) + "|" + row.birth() + "|" + (row.birth() == null ? row.row() : "");
                var first = unknown.putIfAbsent(key, row.row());
                if (first == null) {
                    onlyThere.add(row.row());
                } else {
                    twice.add(new Twice(row.row(), first));
                }
                continue;
            }
            var before = meant.putIfAbsent(
                    found.member().id(),
                    new Pair(row.row(), found.member().id(), found.sure(), differences(found.member(), row, digest)));
            if (before != null) {
                twice.add(new Twice(row.row(), before.row()));
            }
        }
        return new Result(
                members.size(),
                List.copyOf(meant.values()),
                members.stream()
                        .map(Member::id)
                        .filter(id -> !meant.containsKey(id))
                        .toList(),
                onlyThere,
                twice,
                byKey.values().stream()
                        .filter(same -> same.size() > 1)
                        .map(same -> same.stream().map(Member::id).toList())
                        .toList());
    }

    private record Hit(Member member, Sure sure) {}

    private static @Nullable Hit named(
            Told row, @Nullable String digest, Map<String, List<Member>> byKey, Map<String, List<Member>> byYear) {
        var birth = birth(row);
        if (row.name() == null || birth.isEmpty()) {
            return null;
        }
        var exact = byKey.get(name(row) + "|" + birth.get().day() + birth.get().precision());
        if (exact != null) {
            var member = exact.get(0);
            var another = digest != null && member.digest() != null;
            return new Hit(member, exact.size() > 1 || another ? Sure.DOUBTFUL : Sure.LIKELY);
        }
        var sameYear = byYear.getOrDefault(name(row) + "|" + birth.get().day().getYear(), List.of());
        var vague = sameYear.stream()
                .filter(member -> member.birth().precision() != Birth.Precision.DAY
                        || birth.get().precision() != Birth.Precision.DAY)
                .findFirst();
        return vague.map(member -> new Hit(member, Sure.DOUBTFUL)).orElse(null);
    }

    private static boolean agrees(Member member, Told row) {
        return name(row).equals(Vietnamese.folded(member.name()))
                || birth(row).filter(member.birth()::equals).isPresent();
    }

    private static Optional<Birth> birth(Told row) {
        if (row.birth() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Birth.read(row.birth()));
        } catch (DayText.Malformed malformed) {
            return Optional.empty();
        }
    }

    private static String name(Told row) {
        return row.name() == null ? "" : Vietnamese.folded(row.name());
    }

    private @Nullable String digest(Told row) {
        return Optional.ofNullable(row.citizen())
                .or(() -> Optional.ofNullable(row.card()))
                .flatMap(CitizenNumber::read)
                .map(number -> HexFormat.of().formatHex(numbers.digest(number)))
                .orElse(null);
    }

    /** Only what the other list tells; a citizen number differs or does not, and is not written out. */
    private static List<Difference> differences(Member here, Told there, @Nullable String digest) {
        var found = new ArrayList<Difference>();
        add(found, "family_and_given_name", here.name(), there.name() == null ? null : Vietnamese.normal(there.name()));
        add(found, "birth", written(here.birth()), there.birth());
        add(found, "sex", here.sex(), there.sex());
        add(found, "cv_number", Objects.toString(bare(here.cv()), ""), bare(there.cv()));
        add(found, "degree", here.degree(), there.degree());
        add(found, "official_day", Objects.toString(here.official(), ""), there.official());
        if (digest != null && !digest.equals(here.digest())) {
            found.add(new Difference("citizen_number", here.digest() == null ? "" : "•••", "•••"));
        } else if (digest == null) {
            add(found, "card", Objects.toString(bare(here.card()), ""), bare(there.card()));
        }
        return found;
    }

    private static void add(List<Difference> found, String field, String here, @Nullable String there) {
        if (there != null && !there.isBlank() && !here.equals(there)) {
            found.add(new Difference(field, here, there));
        }
    }

    private static String written(Birth birth) {
        var day = birth.day().toString();
        return switch (birth.precision()) {
            case DAY -> day;
            case MONTH -> day.substring(0, 7);
            case YEAR -> day.substring(0, 4);
        };
    }

    private static @Nullable String bare(@Nullable String number) {
        return number == null || number.isBlank()
                ? null
                : number.replaceAll("[\\s.\\u00a0-]", "").toUpperCase(java.util.Locale.ROOT);
    }

    private static void put(Map<String, Member> index, @Nullable String key, Member member) {
        if (key != null) {
            index.putIfAbsent(key, member);
        }
    }

    private List<Member> members(Actor by, UnitId unit, AsOf at) {
        return reach.sight(by)
                .bind(sql.sql(THERE + """
                        select t.register_id, t.member_id, p.name, p.birth, p.birth_precision, p.sex, p.card, p.cv_number, b.degree,
                               coalesce(r.day, p.official_on), c.digest
                          from there t
                          join membership.profile p
                            on p.register_id = t.register_id and p.member_id = t.member_id and p.from_day <= :day and :day < p.until_day
                           and p.recorded_at <= :known and :known < p.superseded_at
                          join membership.belonging b
                            on b.register_id = t.register_id and b.member_id = t.member_id and b.from_day <= :day and :day < b.until_day
                           and b.recorded_at <= :known and :known < b.superseded_at
                          left join membership.citizen_number c
                            on c.register_id = t.register_id and c.member_id = t.member_id and c.superseded_at = 'infinity'
                          left join lateral (select max(m.day) as day
                                               from membership.movement m
                                              where m.register_id = t.register_id and m.member_id = t.member_id and m.kind = 'recognition'
                                                and m.day <= :day and m.recorded_at <= :known and :known < m.superseded_at) r on true
                         order by p.name_key, p.birth, t.register_id, t.member_id
                        """))
                .param("unit", unit.value())
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .param("degree", null)
                .query((row, n) -> {
                    var digest = row.getBytes(11);
                    return new Member(
                            new MemberId(new RegisterId(row.getShort(1)), row.getLong(2)),
                            row.getString(3),
                            new Birth(row.getObject(4, LocalDate.class), Birth.Precision.valueOf(row.getString(5))),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getObject(10, LocalDate.class),
                            digest == null ? null : HexFormat.of().formatHex(digest));
                })
                .list();
    }
}
