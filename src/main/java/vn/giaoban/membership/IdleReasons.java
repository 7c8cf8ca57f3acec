package vn.giaoban.membership;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.record.Entries;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;

/** Why nobody was admitted in a cell, as its base or the keeper of the register says. The latest one that began holds. */
@Service
@Transactional(readOnly = true)
public class IdleReasons {

    private static final int LONGEST = 300;

    private final JdbcClient sql;
    private final Entries entries;
    private final Organisation organisation;
    private final Reach reach;

    IdleReasons(JdbcClient sql, Entries entries, Organisation organisation, Reach reach) {
        this.sql = sql;
        this.entries = entries;
        this.organisation = organisation;
        this.reach = reach;
    }

    /** A reason that may be chosen. @param source where the list of reasons comes from */
    public record Choice(String code, String name, String source) {}

    public List<Choice> choices(Locale locale) {
        return sql.sql(
                        "select reason_code, case when :english then name_en else name end, source from membership.idle_reason order by rank")
                .param("english", locale.getLanguage().equals("en"))
                .query((row, n) -> new Choice(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    public boolean mayEnter(Actor by, UnitId unit) {
        var today = reach.today();
        return organisation.may(by, Verb.CONFIRM, unit, today) || organisation.may(by, Verb.KEEP_REGISTER, unit, today);
    }

    /**
     * Says why, from today on; what was said before ends.
     *
     * @throws MembershipRefusal if there is no such reason, or the words are too long
     * @throws OrganisationRefusal "not found" for who may not confirm there
     */
    @Transactional
    public void enter(Actor by, UnitId unit, String reason, @Nullable String words) {
        var today = reach.today();
        if (!mayEnter(by, unit)) {
            throw OrganisationRefusal.unitNotFound();
        }
        var cell = organisation.unit(unit, today);
        if (!cell.holdsMembers()) {
            throw MembershipRefusal.of(RowError.of(1, "", "idle-of-cells"));
        }
        if (choices(Locale.ROOT).stream().noneMatch(choice -> choice.code().equals(reason))) {
            throw MembershipRefusal.of(RowError.of(1, "reason", "idle-reason-missing"));
        }
        var said = words == null || words.isBlank() ? null : words.strip();
        if (said != null && said.length() > LONGEST) {
            throw MembershipRefusal.of(RowError.of(1, "words", "too-long", String.valueOf(LONGEST)));
        }
        var entry = entries.begin(by, Set.of(cell.register()), "membership.idle-cell", null);
        sql.sql("""
                        with ended as (
                            update membership.idle_cell set superseded_at = :at, superseded_by = :entry
                             where register_id = :register and unit_id = :unit and superseded_at = 'infinity' and until_day > :day
                            returning register_id, unit_id, reason_code, words, from_day
                        )
                        insert into membership.idle_cell (register_id, unit_id, reason_code, words, from_day, until_day, entry_id, recorded_at)
                        select register_id, unit_id, reason_code, words, from_day, :day, :entry, :at from ended where from_day < :day
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", cell.register().value())
                .param("unit", unit.value())
                .param("day", today.day())
                .update();
        sql.sql("""
                        insert into membership.idle_cell (register_id, unit_id, reason_code, words, from_day, entry_id, recorded_at)
                        values (:register, :unit, :reason, :words, :day, :entry, :at)
                        """)
                .param("register", cell.register().value())
                .param("unit", unit.value())
                .param("reason", reason)
                .param("words", said)
                .param("day", today.day())
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    /** What is said of these cells; on an earlier day than it was entered too, because it explains the list as it is known now. */
    Map<UnitId, Due.Reason> of(List<UnitId> units, AsOf at, Locale locale) {
        var reasons = new HashMap<UnitId, Due.Reason>();
        sql.sql("""
                        select i.unit_id, i.reason_code, case when :english then r.name_en else r.name end, i.words, i.from_day
                          from membership.idle_cell i
                          join membership.idle_reason r on r.reason_code = i.reason_code
                         where i.unit_id = any (:units) and i.until_day > :day
                           and i.recorded_at <= :known and :known < i.superseded_at
                         order by i.from_day
                        """)
                .param("english", locale.getLanguage().equals("en"))
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .param("day", at.day())
                .param("known", Timestamp.from(at.known()))
                .query(row -> {
                    reasons.putIfAbsent(
                            new UnitId(row.getLong(1)),
                            new Due.Reason(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getObject(5, LocalDate.class)));
                });
        return reasons;
    }
}
