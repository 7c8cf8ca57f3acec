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
        for (var line : NationStore.answers(connection, """
                select concat_ws(' ', b.register_id || '-' || b.member_id, cell.code, cell.commune, cell.province)
                  from (select c.unit_id, c.code, p.code as province, v.code as commune
                          from organisation.unit p
                          join organisation.unit_state ps on ps.unit_id = p.unit_id and ps.kind_code = 'dang-bo-tinh' and {now ps}
                          join organisation.ancestry ap on ap.ancestor_id = p.unit_id and {of ap}
                          join organisation.unit c on c.unit_id = ap.unit_id
                          join organisation.unit_state cs on cs.unit_id = c.unit_id and cs.kind_code = 'chi-bo' and {now cs}
                          join organisation.ancestry av on av.unit_id = c.unit_id and {of av}
                          join organisation.unit v on v.unit_id = av.ancestor_id
                          join organisation.unit_state vs on vs.unit_id = v.unit_id and vs.kind_code = 'dang-bo-xa' and {now vs}
                         where p.register_id <= 64 {where}
                         order by random() limit 500) as cell
                 cross join lateral (
                       select register_id, member_id from membership.belonging
                        where unit_id = cell.unit_id and superseded_at = 'infinity' and until_day = 'infinity' and from_day < '2026-08-01' and not away
                        limit 3) as b
                 order by random()
                """
                .replaceAll("\\{now (\\w+)\\}", "$1.superseded_at = 'infinity' and $1.until_day = 'infinity'")
                .replaceAll("\\{of (\\w+)\\}", "$1.hierarchy_id = 1 and $1.superseded_at = 'infinity' and $1.from_day <= '2026-10-31' and '2026-10-31' < $1.until_day")
                .replace("{where}", province == null ? "" : "and p.code = '" + province + "'"))) {
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
