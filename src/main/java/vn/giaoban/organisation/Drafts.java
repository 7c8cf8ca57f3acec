package vn.giaoban.organisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Days;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.Verb;

/** Plans that are prepared beforehand: previewed as often as one likes, applied once, undone as one. */
@Service
@Transactional(readOnly = true)
public class Drafts {

    private final JdbcClient sql;
    private final Entries entries;
    private final UnitEvents events;
    private final Organisation organisation;
    private final Registers registers;
    private final Clock clock;
    private final JsonMapper json;

    Drafts(
            JdbcClient sql,
            Entries entries,
            UnitEvents events,
            Organisation organisation,
            Registers registers,
            Clock clock) {
        this.organisation = organisation;
        this.registers = registers;
        this.clock = clock;
        this.sql = sql;
        this.entries = entries;
        this.events = events;
        this.json = JsonMapper.builder().build();
    }

    @Transactional
    public void prepare(Actor by, RegisterId register, String name, List<UnitEvent> planned) {
        checkMayChange(by);
        var entry = entries.begin(by, Set.of(register), "organisation.draft", null);
        sql.sql("""
                        insert into organisation.draft (register_id, name, events, entry_id, recorded_at)
                        values (:register, :name, :events::jsonb, :entry, :at)
                        """)
                .param("register", register.value())
                .param("name", name)
                .param("events", json.writeValueAsString(planned))
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .update();
    }

    public List<Draft> all(Actor by) {
        checkMayChange(by);
        return sql
                .sql("""
                        select d.draft_id, d.register_id, d.name, d.events::text, d.recorded_at,
                               (select min(e.event_id) from organisation.plan p join organisation.event e on e.plan_id = p.plan_id
                                 where p.name = d.name and e.superseded_at = 'infinity') as applied
                          from organisation.draft d
                         where d.superseded_at = 'infinity'
                         order by d.draft_id
                        """)
                .query((row, n) -> {
                    var applied = row.getObject(6, Long.class);
                    return new Draft(
                            row.getLong(1),
                            new RegisterId(row.getShort(2)),
                            row.getString(3),
                            Arrays.asList(json.readValue(row.getString(4), UnitEvent[].class)),
                            row.getTimestamp(5).toInstant(),
                            applied == null ? null : new EventId(applied));
                })
                .list()
                .stream()
                .filter(draft -> isTheirs(by, draft.register()))
                .toList();
    }

    /** A plan that is not carried out yet is for those who may carry it out over the whole register, and for nobody else. */
    private boolean isTheirs(Actor by, RegisterId register) {
        if (by.isSystem()) {
            return true;
        }
        var today = new AsOf(LocalDate.ofInstant(clock.instant(), Days.ZONE), entries.latest());
        return registers.all().stream()
                .filter(one -> one.id().equals(register))
                .flatMap(one -> organisation.named(one.code()).stream())
                .anyMatch(top -> organisation.isUnder(top, by.where(Verb.CHANGE_STRUCTURE), today));
    }

    public Draft draft(Actor by, long id) {
        return all(by).stream()
                .filter(draft -> draft.id() == id)
                .findFirst()
                .orElseThrow(OrganisationRefusal::draftNotFound);
    }

    /** Writes, looks and rolls back, so it is no reading transaction. */
    @Transactional
    public Preview preview(Actor by, long id) {
        return events.preview(by, plan(draft(by, id)));
    }

    /** @throws OrganisationRefusal if it is applied already */
    @Transactional
    public Outcome apply(Actor by, long id) {
        var draft = draft(by, id);
        if (draft.applied() != null) {
            throw OrganisationRefusal.draftApplied(draft.name());
        }
        return events.apply(by, plan(draft));
    }

    /** @throws OrganisationRefusal if it is not applied, or something rests on it */
    @Transactional
    public Outcome undo(Actor by, long id) {
        var applied = draft(by, id).applied();
        if (applied == null) {
            throw OrganisationRefusal.eventNotFound();
        }
        return events.undo(by, applied);
    }

    private static Plan plan(Draft draft) {
        return new Plan(draft.name(), draft.events(), draft.name());
    }

    private static void checkMayChange(Actor by) {
        if (!by.isSystem() && !by.mayAnywhere(Verb.CHANGE_STRUCTURE)) {
            throw OrganisationRefusal.draftNotFound();
        }
    }
}
