import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Roll-up is recount: what the application answers over HTTP against one statement written by hand over the base rows, for units of every
 * level on random days as known at random instants, under all three structures; and of the whole set for one month: a unit's figures are
 * the sum of its cells.
 */
final class NationRecount {

    private final Connection connection;
    private final NationVisitor centre;
    private final SplittableRandom random;
    private int compared;
    private int differing;
    private int without;

    NationRecount(Connection connection, NationVisitor centre, long seed) {
        this.connection = connection;
        this.centre = centre;
        this.random = new SplittableRandom(seed);
    }

    /** How many of a hundred questions are about units of a kind. */
    private static final Map<String, Integer> PARTS = Map.of("centre", 2, "dang-bo-tinh", 10, "dang-bo-huyen", 14, "dang-bo-cap-tren-co-so", 4, "dang-bo-xa", 20,
            "dang-bo-co-so", 16, "chi-bo-co-so", 8, "chi-bo", 26);
    /** So large that all rows are read; of smaller ones those of the people who were ever inside, by their indexes. */
    private static final Set<String> LARGE = Set.of("centre", "dang-bo-tinh");

    /** @param sample questions of seven figures each; two of a hundred about the whole nation */
    boolean sample(int sample) throws Exception {
        var units = new TreeMap<String, List<String>>();
        for (var kind : PARTS.keySet()) {
            units.put(kind, NationStore.answers(connection, """
                    select code from (select distinct u.code from organisation.unit u join organisation.unit_state s using (unit_id)
                                       where s.kind_code = '%s' and u.register_id <= 64) as of_kind
                     order by md5(code || '%d') limit 2000
                    """.formatted(kind, random.nextInt(1_000_000))));
        }
        var begun = System.nanoTime();
        for (var kind : PARTS.entrySet()) {
            for (var n = 0; n < Math.max(1, sample * kind.getValue() / 100); n++) {
                var of = units.get(kind.getKey());
                one(of.get(random.nextInt(of.size())), LARGE.contains(kind.getKey()));
            }
            System.out.printf(Locale.ROOT, "%6.0f s  %s: %d answers compared so far, %d differ%n", (System.nanoTime() - begun) / 1e9, kind.getKey(), compared, differing);
        }
        System.out.printf("roll-up = recount: %d answers of seven figures on random days as known at random instants, %d differ; "
                + "%d times both said that there is no such unit%n", compared, differing, without);
        return differing == 0;
    }

    private void one(String unit, boolean large) throws Exception {
        var from = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3_980));
        var until = from.plusDays(1 + random.nextInt(100));
        // from the first entries on people until now
        var known = java.time.Instant.parse("2016-01-01T00:00:00Z").plusSeconds((long) (random.nextDouble() * 343_000_000L));
        var structure = random.nextInt(3);
        var tree = structure == 0 ? null : structure == 1 ? until.minusDays(1) : until.minusDays(1).plusDays(random.nextInt(800));
        var path = "/api/v1/figures/" + unit + "?from=" + from + "&until=" + until + "&knownAt=" + known + "&indicators=" + NationHand.HEADS
                + "&structure=" + (structure == 0 ? "as-was" : structure == 1 ? "as-is" : tree);
        var answer = centre.ask(path);
        if (!large) {
            NationStore.execute(connection, "set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off;"
                    + " set local enable_bitmapscan = off");
        }
        var counted = NationStore.answers(connection, SQL.replace("{people}", large ? "" : PEOPLE).replace("{unit}", unit).replace("{from}", from.toString()).replace("{until}", until.toString())
                        .replace("{known}", known.toString()).replace("{tree}", tree == null ? "null" : "date '" + tree + "'"))
                .get(0)
                .split(",", -1);
        connection.commit();
        if (answer.statusCode() == 404 && counted[0].equals("unknown")) {
            without++;
            return;
        }
        compared++;
        var said = NationVisitor.values(answer.body());
        var codes = NationHand.HEADS.split(",");
        var right = answer.statusCode() == 200 && counted.length == codes.length;
        for (var n = 0; right && n < codes.length; n++) {
            var value = said.get(codes[n]);
            // where there is no figure nothing may be counted
            right = value == null ? counted[n].isEmpty() || counted[n].equals("0") : value.toString().equals(counted[n]);
        }
        if (!right && ++differing <= 10) {
            System.out.println("DIFFERS " + path + "\n  said " + answer.statusCode() + " " + (said.isEmpty() ? answer.body() : said) + "\n  by hand " + Arrays.toString(counted));
        }
    }

    private static final String PEOPLE = """
            join (select distinct register_id, member_id from membership.belonging join inside using (unit_id)) ever using (register_id, member_id)
            """;

    /**
     * {@code inside}: on which days somebody entered in a unit is inside the one that is asked for, as known then: below it, or in a closed
     * one for which such a one stands. {@code counted}: the same under the tree of one day, if one is named.
     */
    private static final String SQL = """
            with recursive asked as (
                select unit_id from organisation.unit u where u.code = '{unit}'
                   and exists (select from organisation.unit_state s where s.unit_id = u.unit_id and s.recorded_at <= '{known}')),
            below as (
                select s.unit_id, s.from_day, s.until_day from organisation.unit_state s join asked using (unit_id)
                 where s.recorded_at <= '{known}' and '{known}' < s.superseded_at
                union
                select s.unit_id, greatest(s.from_day, b.from_day), least(s.until_day, b.until_day)
                  from organisation.unit_state s join below b on s.parent_id = b.unit_id and s.from_day < b.until_day and b.from_day < s.until_day
                 where s.recorded_at <= '{known}' and '{known}' < s.superseded_at),
            home as (
                select unit_id, from_day, until_day from below
                union
                select c.unit_id, greatest(h.from_day, c.day), h.until_day
                  from home h join organisation.closing c on c.successor_id = h.unit_id and c.day < h.until_day
                 where c.recorded_at <= '{known}' and '{known}' < c.superseded_at),
            inside as materialized (
                select unit_id, case when {tree} is null then from_day else '-infinity' end as from_day,
                       case when {tree} is null then until_day else 'infinity' end as until_day
                  from home where {tree} is null or from_day <= {tree} and {tree} < until_day),
            moved as (
                select m.kind, t.unit_id is not null as reached, f.unit_id is not null as left_
                  from membership.movement m {people}
                  left join inside t on t.unit_id = m.to_unit and t.from_day <= m.day and m.day < t.until_day
                  -- who leaves by a form leaves the cell where he belonged
                  left join lateral (
                      select b.unit_id from membership.belonging b
                       where m.from_unit is null and m.kind in ('died', 'struck-off', 'resigned', 'expelled', 'transfer') and b.register_id = m.register_id
                         and b.member_id = m.member_id and b.until_day = m.day and b.recorded_at <= '{known}' and '{known}' < b.superseded_at) b on true
                  left join inside f on f.unit_id = coalesce(m.from_unit, b.unit_id) and f.from_day <= m.day and m.day < f.until_day
                 where m.recorded_at <= '{known}' and '{known}' < m.superseded_at and m.day >= '{from}' and m.day < '{until}'
                   and (t.unit_id is not null or f.unit_id is not null))
            select case when exists (select from asked) then concat_ws(',',
                       (select count(*) from membership.belonging m join inside i using (unit_id)
                         where m.recorded_at <= '{known}' and '{known}' < m.superseded_at and m.from_day <= date '{from}' - 1 and date '{from}' - 1 < m.until_day
                           and i.from_day <= date '{from}' - 1 and date '{from}' - 1 < i.until_day),
                       count(*) filter (where kind in ('admission', 'readmission') and reached), count(*) filter (where kind = 'transfer' and reached and not left_),
                       count(*) filter (where kind = 'transfer' and left_ and not reached),
                       count(*) filter (where kind in ('struck-off', 'resigned', 'expelled') and left_), count(*) filter (where kind = 'died' and left_),
                       (select count(*) from membership.belonging m join inside i using (unit_id)
                         where m.recorded_at <= '{known}' and '{known}' < m.superseded_at and m.from_day <= date '{until}' - 1 and date '{until}' - 1 < m.until_day
                           and i.from_day <= date '{until}' - 1 and date '{until}' - 1 < i.until_day)) else 'unknown' end
              from moved
            """;

    /**
     * One statement counts members at the end of a random month and admissions in it for every unit at once, each cell in all that stand above it;
     * the application is asked for the lines of all units below those that have any, so that it says a figure for every unit.
     *
     * @param most units whose lines are asked for; those of the highest levels first, then at random
     */
    boolean whole(int most) throws Exception {
        var from = LocalDate.of(2016, 1, 1).plusMonths(random.nextInt(130));
        var begun = System.nanoTime();
        var counted = counted(from);
        System.out.printf(Locale.ROOT, "%s: members and admissions of %d units counted by one statement in %.0f s%n", from, counted.size(), (System.nanoTime() - begun) / 1e9);
        var parents = new ArrayList<>(NationStore.answers(connection, """
                select p.code from organisation.unit_state s join organisation.unit p on p.unit_id = s.parent_id
                 where s.superseded_at = 'infinity' and s.from_day <= '{day}' and '{day}' < s.until_day
                 group by p.code, p.unit_id order by case when p.unit_id <= 64 then 0 else 1 end, md5(p.code || '%d')
                """.formatted(random.nextInt(1_000_000)).replace("{day}", from.plusMonths(1).minusDays(1).toString())));
        connection.commit();
        var seen = 0;
        var different = 0;
        var asked = 0;
        for (var parent : parents.subList(0, Math.min(most, parents.size()))) {
            var answer = centre.get(NationWorld.figures(parent, from, "/children", "indicators=members,all-admissions&structure=as-is"));
            for (var line : answer.substring(answer.indexOf("\"children\"")).split("(?=\"unit\":)")) {
                var code = java.util.regex.Pattern.compile("\"unit\":\\s*\\{\\s*\"code\":\\s*\"([^\"]+)\"").matcher(line);
                if (!code.find() || code.group(1).equals(parent)) {
                    continue;
                }
                var values = NationVisitor.values(line);
                var said = values.get("members") + "," + values.get("all-admissions");
                seen++;
                var hand = counted.getOrDefault(code.group(1), "0,0");
                if (!said.equals(hand) && ++different <= 10) {
                    System.out.println("DIFFERS " + code.group(1) + " under " + parent + ": said " + said + ", by hand " + hand);
                }
            }
            if (++asked % 500 == 0) {
                System.out.printf(Locale.ROOT, "%6.0f s  lines of %d of %d units asked for: %d units compared, %d differ%n",
                        (System.nanoTime() - begun) / 1e9, asked, parents.size(), seen, different);
            }
        }
        System.out.printf("roll-up of the whole set in %s: %d units compared (lines of %d of %d), members and admissions each, %d differ%n",
                from, seen, asked, parents.size(), different);
        return different == 0 && seen > 0;
    }

    private Map<String, String> counted(LocalDate from) throws SQLException {
        var counted = new TreeMap<String, String>();
        for (var line : NationStore.answers(connection, """
                with recursive open as materialized (
                    select unit_id, parent_id from organisation.unit_state
                     where superseded_at = 'infinity' and from_day <= '{day}' and '{day}' < until_day),
                stands as (
                    select unit_id, unit_id as at from open
                    union
                    select c.unit_id, s.at from stands s join organisation.closing c on c.successor_id = s.unit_id
                     where c.superseded_at = 'infinity' and c.day <= '{day}'),
                up as (
                    select unit_id, unit_id as above, parent_id from open
                    union
                    select up.unit_id, o.unit_id, o.parent_id from up join open o on o.unit_id = up.parent_id),
                entered as materialized (
                    select s.at, sum(members) as members, sum(admitted) as admitted from stands s join (
                        select unit_id, count(*) as members, 0 as admitted from membership.belonging
                         where superseded_at = 'infinity' and from_day <= '{day}' and '{day}' < until_day group by unit_id
                         union all
                        select to_unit, 0, count(*) from membership.movement
                         where superseded_at = 'infinity' and kind in ('admission', 'readmission') and day >= '{from}' and day <= '{day}' group by to_unit
                       ) as rows using (unit_id) group by s.at)
                select u.code || ' ' || sum(e.members) || ',' || sum(e.admitted)
                  from entered e join up on up.unit_id = e.at join organisation.unit u on u.unit_id = up.above group by u.code
                """.replace("{from}", from.toString()).replace("{day}", from.plusMonths(1).minusDays(1).toString()))) {
            counted.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        connection.commit();
        return counted;
    }
}
