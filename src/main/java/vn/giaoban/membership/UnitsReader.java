package vn.giaoban.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.membership.UnitsNow.Ended;
import vn.giaoban.membership.UnitsNow.Stay;
import vn.giaoban.membership.UnitsNow.UnitDay;
import vn.giaoban.membership.UnitsOverTime.Receiver;
import vn.giaoban.shared.UnitId;

/** Reads the units as they are known now, also inside the transaction that changes them. */
@Repository
class UnitsReader {

    private final JdbcClient sql;

    UnitsReader(JdbcClient sql) {
        this.sql = sql;
    }

    UnitsNow read() {
        var codes = new HashMap<String, UnitId>();
        var names = new HashMap<UnitId, String>();
        sql.sql("""
                        select u.unit_id, u.code, u.org_code, coalesce(n.name, '') as name
                          from organisation_api.unit u
                          left join organisation_api.unit_name((select max(at) from record_api.entry)) n on n.unit_id = u.unit_id
                        """).query(row -> {
            var unit = new UnitId(row.getLong("unit_id"));
            codes.put(row.getString("code"), unit);
            names.put(unit, row.getString("name") + " (" + row.getString("code") + ")");
            var orgCode = row.getString("org_code");
            if (orgCode != null) {
                codes.put(orgCode, unit);
            }
        });
        return new UnitsNow(codes, names, holding(), ended(), receivers());
    }

    private Map<UnitId, List<Stay>> holding() {
        var holding = new HashMap<UnitId, List<Stay>>();
        sql.sql("""
                        select unit_id, from_day, until_day
                          from organisation_api.holding
                         where superseded_at = 'infinity'
                         order by unit_id, from_day
                        """).query(row -> {
            holding.computeIfAbsent(new UnitId(row.getLong(1)), unit -> new ArrayList<>(1))
                    .add(new Stay(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
        });
        return holding;
    }

    private Map<UnitId, Ended> ended() {
        var ended = new HashMap<UnitId, Ended>();
        sql.sql("""
                        select c.unit_id, c.from_day, c.successor_id, e.event_id, shared.entry_id
                          from organisation_api.stands_for c
                          join organisation_api.effect f on f.unit_id = c.unit_id and f.aspect = 'CLOSE' and f.day = c.from_day
                          join organisation_api.event e on e.event_id = f.event_id and e.superseded_at = 'infinity'
                          left join lateral (
                                select min(s.entry_id) as entry_id
                                  from membership.carried s
                                 where s.event_id = e.event_id and s.from_unit = c.unit_id and s.superseded_at = 'infinity') shared on true
                         where c.superseded_at = 'infinity'
                        """).query(row -> {
            var shared = row.getLong("entry_id");
            ended.put(
                    new UnitId(row.getLong("unit_id")),
                    new Ended(
                            row.getObject("from_day", LocalDate.class),
                            new UnitId(row.getLong("successor_id")),
                            row.getLong("event_id"),
                            shared == 0 ? null : shared));
        });
        return ended;
    }

    private Map<UnitDay, Receiver> receivers() {
        var receivers = new HashMap<UnitDay, Receiver>();
        sql.sql("""
                        select f.unit_id, f.day, e.receiving_cell, e.event_id, e.entry_id
                          from organisation_api.event e
                          join organisation_api.effect f on f.event_id = e.event_id and f.aspect in ('CLOSE', 'KIND')
                         where e.superseded_at = 'infinity' and e.receiving_cell is not null
                        """).query(row -> {
            receivers.put(
                    new UnitDay(new UnitId(row.getLong(1)), row.getObject(2, LocalDate.class)),
                    new Receiver(new UnitId(row.getLong(3)), row.getLong(4), row.getLong(5)));
        });
        return receivers;
    }
}
