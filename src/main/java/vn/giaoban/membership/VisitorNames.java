package vn.giaoban.membership;

import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.access.Actors;
import vn.giaoban.access.Sight;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.RegisterId;

/** Names of people who were entered in units of another register than their own, for searching there; a superset that only grows. */
@Component
class VisitorNames {

    private static final Logger log = LoggerFactory.getLogger(VisitorNames.class);

    private final JdbcClient sql;
    private final Sight sight;
    private final Actors actors;
    private final TransactionTemplate transaction;

    VisitorNames(JdbcClient sql, Sight sight, Actors actors, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.sight = sight;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** After these people came to belong to these units, one of each for every place. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(Entry entry, RegisterId register, Collection<Long> members, Collection<Long> units) {
        sql.sql("""
                        with place as (
                            select distinct w.member_id, u.register_id
                              from unnest(cast(:members as bigint[]), cast(:units as bigint[])) as w (member_id, unit_id)
                              join organisation_api.unit u on u.unit_id = w.unit_id
                             where u.register_id <> :register
                        ), named as (
                            insert into membership.visitor_name (register_id, member_id, place_register, rotation)
                            select n.register_id, n.member_id, place.register_id, n.rotation
                              from place
                              join membership.member_name n
                                on n.register_id = :register and n.member_id = place.member_id and n.superseded_at = 'infinity'
                                on conflict do nothing
                        )
                        select distinct register_id from place
                        """)
                .param("register", register.value())
                .param("members", members.toArray(Long[]::new))
                .param("units", units.toArray(Long[]::new))
                .query(Short.class)
                .list()
                .forEach(place -> sight.letSee(entry, new RegisterId(place), register));
    }

    /** After these people were given names. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renamed(RegisterId register, Collection<Long> members) {
        sql.sql("""
                        insert into membership.visitor_name (register_id, member_id, place_register, rotation)
                        select n.register_id, n.member_id, v.place_register, n.rotation
                          from (select distinct member_id, place_register
                                  from membership.visitor_name
                                 where register_id = :register and member_id = any (:members)) v
                          join membership.member_name n
                            on n.register_id = :register and n.member_id = v.member_id and n.superseded_at = 'infinity'
                            on conflict do nothing
                        """)
                .param("register", register.value())
                .param("members", members.toArray(Long[]::new))
                .update();
    }

    /**
     * Once, in a database that was filled before there were such names, or beside the application. Where nobody ever came from elsewhere it
     * is asked again at every start.
     */
    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        Acting.as(
                actors.system(),
                () -> transaction.executeWithoutResult(status -> {
                    var missing = sql.sql("select not exists (select from membership.visitor_name)")
                            .query(Boolean.class)
                            .single();
                    if (missing) {
                        var names = sql.sql("""
                                insert into membership.visitor_name (register_id, member_id, place_register, rotation)
                                select distinct n.register_id, n.member_id, u.register_id, n.rotation
                                  from membership.belonging b
                                  join organisation_api.unit u on u.unit_id = b.unit_id and u.register_id <> b.register_id
                                  join membership.member_name n
                                    on n.register_id = b.register_id and n.member_id = b.member_id and n.superseded_at = 'infinity'
                                    on conflict do nothing
                                """).update();
                        if (names > 0) {
                            log.info("Đã lập {} tên để tìm đảng viên từ sổ khác đến.", names);
                        }
                    }
                }));
    }
}
