package vn.giaoban.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** Reports of changes and their answers. */
@Repository
class ReportRows {

    private static final String REPORT = """
            select r.register_id, r.report_id, r.unit_id, n.name as cell_name, r.member_id, r.kind, r.day, r.attribute, r.value, r.to_cell,
                   r.outside, r.decision_no, r.decision_day, r.person_name, r.person_birth, r.person_sex, r.words, e.login, e.at,
                   a.outcome, a.words as answer_words, ae.login as answer_login, ae.at as answered_at
              from membership.report r
              join record_api.entry e on e.entry_id = r.entry_id
              join organisation_api.unit_name(:now) n on n.unit_id = r.unit_id
              left join membership.report_answer a on a.register_id = r.register_id and a.report_id = r.report_id
              left join record_api.entry ae on ae.entry_id = a.entry_id
            """;

    private final JdbcClient sql;

    ReportRows(JdbcClient sql) {
        this.sql = sql;
    }

    ReportId add(Entry entry, RegisterId register, UnitId cell, @Nullable MemberId member, Report.Said said) {
        var person = said.person();
        return sql.sql("""
                        insert into membership.report
                               (register_id, unit_id, member_id, kind, day, attribute, value, to_cell, outside, decision_no, decision_day,
                                person_name, person_birth, person_sex, words, entry_id, recorded_at)
                        values (:register, :unit, :member, :kind, :day, :attribute, :value, :toCell, :outside, :decisionNo, :decisionDay,
                                :name, :birth, :sex, :words, :entry, :at)
                        returning report_id
                        """)
                .param("register", register.value())
                .param("unit", cell.value())
                .param("member", member == null ? null : member.number())
                .param("kind", said.kind().name())
                .param("day", said.day())
                .param(
                        "attribute",
                        said.attribute() == null ? null : said.attribute().name())
                .param("value", said.value())
                .param("toCell", said.toCell())
                .param("outside", said.outside())
                .param("decisionNo", said.decisionNo())
                .param("decisionDay", said.decisionDay())
                .param("name", person == null ? null : person.name())
                .param("birth", person == null ? null : person.birth())
                .param(
                        "sex",
                        person == null || person.sex() == null
                                ? null
                                : person.sex().name())
                .param("words", said.words())
                .param("entry", entry.id())
                .param("at", Timestamp.from(entry.at()))
                .query((row, n) -> new ReportId(register, row.getLong(1)))
                .single();
    }

    /** Whether it was still waiting: two officers do not answer one report. */
    boolean answer(Entry entry, ReportId report, Report.Outcome outcome, @Nullable String words) {
        var waiting = sql.sql("""
                        update membership.report set superseded_at = :at, superseded_by = :entry
                         where register_id = :register and report_id = :report and superseded_at = 'infinity'
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("entry", entry.id())
                .param("register", report.register().value())
                .param("report", report.number())
                .update();
        if (waiting == 1) {
            sql.sql("""
                            insert into membership.report_answer (register_id, report_id, outcome, words, entry_id, recorded_at)
                            values (:register, :report, :outcome, :words, :entry, :at)
                            """)
                    .param("register", report.register().value())
                    .param("report", report.number())
                    .param("outcome", outcome.name())
                    .param("words", words)
                    .param("entry", entry.id())
                    .param("at", Timestamp.from(entry.at()))
                    .update();
        }
        return waiting == 1;
    }

    Optional<Report> find(ReportId report, Instant now) {
        return sql.sql(REPORT + " where r.register_id = :register and r.report_id = :report")
                .param("now", Timestamp.from(now))
                .param("register", report.register().value())
                .param("report", report.number())
                .query((row, n) -> report(row))
                .optional();
    }

    /** Under these units where they stand today, the oldest first. */
    List<Report> waiting(Set<UnitId> tops, AsOf today) {
        return under(tops, today, "r.superseded_at = 'infinity' order by e.at");
    }

    /** Reports of these cells since an instant, answered or not, the newest first. */
    List<Report> since(Set<UnitId> tops, AsOf today, Instant since) {
        return sql.sql(REPORT + " where " + UNDER + " and e.at >= :since order by e.at desc limit 200")
                .param("now", Timestamp.from(today.known()))
                .param("today", today.day())
                .param("tops", tops.stream().map(UnitId::value).toArray(Long[]::new))
                .param("since", Timestamp.from(since))
                .query((row, n) -> report(row))
                .list();
    }

    private static final String UNDER = """
            r.unit_id in (
                   select s.unit_id from organisation_api.stands_under s
                    where s.hierarchy_id = 1 and s.ancestor_id = any (:tops)
                      and s.from_day <= :today and :today < s.until_day and s.recorded_at <= :now and :now < s.superseded_at)
            """;

    private List<Report> under(Set<UnitId> tops, AsOf today, String which) {
        return sql.sql(REPORT + " where " + UNDER + " and " + which)
                .param("now", Timestamp.from(today.known()))
                .param("today", today.day())
                .param("tops", tops.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, n) -> report(row))
                .list();
    }

    long countWaiting(Set<UnitId> tops, AsOf today) {
        return sql.sql("select count(*) from membership.report r where r.superseded_at = 'infinity' and " + UNDER)
                .param("now", Timestamp.from(today.known()))
                .param("today", today.day())
                .param("tops", tops.stream().map(UnitId::value).toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    private static Report report(ResultSet row) throws SQLException {
        var register = new RegisterId(row.getShort("register_id"));
        var member = row.getLong("member_id");
        var attribute = row.getString("attribute");
        var sex = row.getString("person_sex");
        var outcome = row.getString("outcome");
        return new Report(
                new ReportId(register, row.getLong("report_id")),
                new UnitId(row.getLong("unit_id")),
                row.getString("cell_name"),
                member == 0 ? null : new MemberId(register, member),
                new Report.Said(
                        Report.Kind.valueOf(row.getString("kind")),
                        FactStore.day(row, "day"),
                        attribute == null ? null : Attribute.valueOf(attribute),
                        row.getString("value"),
                        row.getString("to_cell"),
                        row.getString("outside"),
                        row.getString("decision_no"),
                        FactStore.day(row, "decision_day"),
                        row.getString("person_name") == null
                                ? null
                                : new Report.NewPerson(
                                        row.getString("person_name"),
                                        row.getString("person_birth"),
                                        sex == null ? null : Sex.valueOf(sex)),
                        row.getString("words")),
                row.getString("login"),
                row.getTimestamp("at").toInstant(),
                outcome == null
                        ? null
                        : new Report.Answer(
                                Report.Outcome.valueOf(outcome),
                                row.getString("answer_words"),
                                row.getString("answer_login"),
                                row.getTimestamp("answered_at").toInstant()));
    }
}
