import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Records changes as an officer does, one after the other: somebody died, this month or two months ago. */
final class NationWriter {

    /** Somebody who belongs to a cell today, and the units above it. */
    record Member(String id, String cell, String commune, String province) {}

    private final NationVisitor officer;
    private final ConcurrentLinkedQueue<Member> members = new ConcurrentLinkedQueue<>();
    private int recorded;

    /** @param province code, or null for members of the whole nation */
    NationWriter(Connection connection, NationVisitor officer, String province) throws SQLException {
        this.officer = officer;
        var where = province == null ? "" : " and p.code = '" + province + "'";
        for (var line : NationStore.answers(connection, """
                select concat_ws(' ', b.register_id || '-' || b.member_id, c.code, max(v.code) filter (where s.kind_code = 'dang-bo-xa'), p.code)
                  from (select * from membership.belonging tablesample bernoulli ({part})
                         where superseded_at = 'infinity' and until_day = 'infinity' and from_day < '2026-08-01' and not away
                           and register_id <= 64) b
                  join organisation.unit c on c.unit_id = b.unit_id
                  join organisation.unit_state cell on cell.unit_id = c.unit_id and cell.superseded_at = 'infinity' and cell.until_day = 'infinity'
                  join organisation.ancestry a on a.unit_id = b.unit_id and a.hierarchy_id = 1 and a.superseded_at = 'infinity'
                                              and a.from_day <= '2026-10-31' and '2026-10-31' < a.until_day
                  join organisation.unit v on v.unit_id = a.ancestor_id
                  join organisation.unit_state s on s.unit_id = v.unit_id and s.superseded_at = 'infinity' and s.until_day = 'infinity'
                  join organisation.ancestry top on top.unit_id = b.unit_id and top.hierarchy_id = 1 and top.superseded_at = 'infinity'
                                                and top.from_day <= '2026-10-31' and '2026-10-31' < top.until_day
                  join organisation.unit_state ts on ts.unit_id = top.ancestor_id and ts.kind_code = 'dang-bo-tinh' and ts.superseded_at = 'infinity'
                                                 and ts.until_day = 'infinity'
                  join organisation.unit p on p.unit_id = top.ancestor_id
                 where true {where}
                 group by b.register_id, b.member_id, c.code, p.code
                having max(v.code) filter (where s.kind_code = 'dang-bo-xa') is not null
                 order by random() limit 400
                """.replace("{part}", String.valueOf(Math.min(100, (province == null ? 1 : 20) * 1_000_000.0
                        / Math.max(1, NationWorld.number(connection, "select greatest(reltuples, 1)::bigint from pg_class where oid = 'membership.belonging'::regclass")))))
                .replace("{where}", where))) {
            var words = line.split(" ");
            members.add(new Member(words[0], words[1], words[2], words[3]));
        }
        connection.commit();
    }

    /** Who dies next; the same is never given twice. */
    Member next() {
        var member = members.poll();
        if (member == null) {
            throw new IllegalStateException("nobody is left to write about");
        }
        return member;
    }

    void write() throws IOException, InterruptedException {
        write(next(), recorded % 2 == 0 ? "2026-11-10" : "2026-09-15");
    }

    HttpResponse<String> write(Member member, String day) throws IOException, InterruptedException {
        recorded++;
        var path = "/members/" + member.id() + "/movements/new";
        return officer.accepted(path, path, Map.of("kind", "died", "day", day, "decisionDay", day, "sure", "true"));
    }

    int recorded() {
        return recorded;
    }
}
