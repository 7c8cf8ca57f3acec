package vn.giaoban.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.audit.Why;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/**
 * Member lists to be taken away: a right of its own, a purpose that is recorded, and nothing sensitive (no religion, no citizen number, no
 * condition, no removal). Read some hundred people at a time, so that a province needs no more memory than a cell.
 */
@Service
public class MemberExports {

    private static final int AT_ONCE = 500;

    private final MemberLists lists;
    private final MemberReading reading;
    private final Organisation organisation;
    private final Reads reads;
    private final Entries entries;
    private final Words words;
    private final Clock clock;
    private final JdbcClient sql;

    MemberExports(
            MemberLists lists,
            MemberReading reading,
            Organisation organisation,
            Reads reads,
            Entries entries,
            Words words,
            Clock clock,
            JdbcClient sql) {
        this.lists = lists;
        this.reading = reading;
        this.organisation = organisation;
        this.reads = reads;
        this.entries = entries;
        this.words = words;
        this.clock = clock;
        this.sql = sql;
    }

    /**
     * One line of an exported list.
     *
     * @param profile with ethnicity, education and theory in words
     */
    public record Line(Person person, @Nullable String cellCode, Profile profile) {}

    /**
     * A list that may be taken away; its reading is recorded already.
     *
     * @param size how many people
     */
    public record Taken(long size, Consumer<Consumer<Line>> lines) {}

    /**
     * Everybody on a list whom the actor may export where they stand today.
     *
     * @param purpose in words, kept with the read of each person
     * @throws vn.giaoban.shared.Refusal if the unit is not his to export, or no purpose is given
     */
    public Taken take(Actor by, PersonList.Filter filter, AsOf asked, @Nullable String purpose, Locale locale) {
        var today = new AsOf(LocalDate.ofInstant(clock.instant(), Days.ZONE), entries.latest());
        organisation.check(by, Verb.EXPORT_PERSONS, filter.unit(), today);
        // what was corrected since is for keepers of the register
        var keeps = by.isSystem() || organisation.may(by, Verb.KEEP_REGISTER, filter.unit(), today);
        var at = keeps ? asked : new AsOf(asked.day(), today.known());
        if (purpose == null || purpose.isBlank()) {
            throw MembershipRefusal.purposeMissing();
        }
        var cells = filter.by() == PersonList.By.CELL
                ? organisation.below(filter.unit(), at).stream()
                        .map(vn.giaoban.organisation.Unit::id)
                        .toList()
                : java.util.List.<UnitId>of();
        var sight = Sight.of(by, Verb.EXPORT_PERSONS, today.day(), today.known());
        var order = lists.order(sight, by.registers(), filter, cells, at);
        var keys = order.slice(0, order.size()).stream()
                .map(id -> new MemberKey(id.register(), id.number()))
                .toList();
        reads.record(
                by,
                ReadKind.EXPORT,
                "membership.export unit=" + filter.unit() + " on=" + at.day(),
                keys,
                Why.purpose(purpose));
        return new Taken(order.size(), sink -> {
            var codes = codes();
            for (var start = 0; start < order.size(); start += AT_ONCE) {
                var some = order.slice(start, AT_ONCE);
                var profiles = reading.profiles(some, at);
                lists.lines(some, at)
                        .forEach(person -> sink.accept(new Line(
                                person,
                                person.cell() == null ? null : codes.get(person.cell()),
                                inWords(Objects.requireNonNull(profiles.get(person.id())), locale))));
            }
        });
    }

    private Profile inWords(Profile profile, Locale locale) {
        var origin = profile.origin();
        var schooling = profile.schooling();
        return profile.from(new Profile.Origin(
                        words.name(Words.ETHNICITY, origin.ethnicity(), locale),
                        null,
                        origin.nativePlace(),
                        origin.residence()))
                .learned(new Profile.Schooling(
                        schooling.occupation(),
                        words.name(Words.EDUCATION, schooling.education(), locale),
                        words.name(Words.THEORY, schooling.theory(), locale),
                        schooling.languages()));
    }

    private Map<UnitId, String> codes() {
        var codes = new HashMap<UnitId, String>();
        sql.sql("select unit_id, code from organisation_api.unit").query(row -> {
            codes.put(new UnitId(row.getLong(1)), row.getString(2));
        });
        return codes;
    }
}
