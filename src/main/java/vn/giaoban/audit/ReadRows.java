package vn.giaoban.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/** The SQL of reads. */
@Repository
class ReadRows {

    /** Of the advisory lock that those who record share and the sealing takes alone. */
    static final long LOCK = 7_351;

    /** The reads that showed one person, as {@code concerning}. Parameters: register, member. */
    private static final String CONCERNING = """
            with concerning as (
                select read_id from audit.read_person where register_id = :register and member_id = :member
                union
                select read_id from audit.read
                 where register_id = :register and cardinality(members) > 1000 and :member = any (members)
            )
            """;

    private final JdbcClient sql;

    ReadRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Before anything is inserted: from here until the transaction ends no stretch is sealed that these reads would fall into. */
    long nextAnswer() {
        return sql.sql("select nextval('audit.answer') from pg_advisory_xact_lock_shared(:lock)")
                .param("lock", LOCK)
                .query(Long.class)
                .single();
    }

    void insert(
            Actor by,
            RegisterId register,
            long answer,
            Instant at,
            ReadKind kind,
            String what,
            Why why,
            Collection<Long> members) {
        sql.sql("""
                        with answer as (
                            insert into audit.read (register_id, answer_id, at, account_id, login, kind, what, reason, outside, case_no,
                                                    members)
                            values (:register, :answer, :at, :account, :login, :kind, :what, :reason, :outside, :case, :members)
                            returning register_id, read_id, members
                        )
                        insert into audit.read_person (register_id, member_id, read_id)
                        select distinct a.register_id, m.member_id, a.read_id
                          from answer a
                         cross join unnest(a.members) as m (member_id)
                         where cardinality(a.members) <= 1000
                        """)
                .param("register", register.value())
                .param("answer", answer)
                .param("at", Timestamp.from(at))
                .param("account", by.account())
                .param("login", by.login())
                .param("kind", kind.name())
                .param("what", what)
                .param("reason", why.reason())
                .param("outside", why.outside())
                .param("case", why.caseNo())
                .param("members", members.stream().distinct().sorted().toArray(Long[]::new))
                .update();
    }

    List<Read> shown(MemberKey person) {
        return sql.sql(CONCERNING + """
                        select r.at, r.login, r.kind, r.what, r.reason, r.outside, cardinality(r.members) as persons
                          from audit.read r
                          join concerning c on c.read_id = r.read_id
                         where r.register_id = :register
                           and (r.case_no is null or exists (select from audit.closed_case o where o.case_no = r.case_no))
                         order by r.read_id desc
                         limit 500
                        """)
                .param("register", person.register().value())
                .param("member", person.member())
                .query((row, n) -> new Read(
                        row.getTimestamp("at").toInstant(),
                        row.getString("login"),
                        ReadKind.valueOf(row.getString("kind")),
                        row.getString("what"),
                        row.getString("reason"),
                        row.getBoolean("outside"),
                        row.getInt("persons")))
                .list();
    }

    List<ReaderOfPerson> readers(MemberKey person, Instant since) {
        return sql.sql(CONCERNING + """
                        select r.login, count(*) filter (where r.kind = 'FILE') as files,
                               count(*) filter (where r.kind not in ('FILE', 'PRINT', 'EXPORT')) as lists,
                               count(*) filter (where r.kind in ('PRINT', 'EXPORT')) as taken,
                               max(r.at) as last, array_agg(distinct r.reason) filter (where r.reason is not null) as reasons
                          from audit.read r
                          join concerning c on c.read_id = r.read_id
                         where r.register_id = :register and r.at >= :since
                           and (r.case_no is null or exists (select from audit.closed_case o where o.case_no = r.case_no))
                         group by r.login
                         order by max(r.at) desc
                        """)
                .param("register", person.register().value())
                .param("member", person.member())
                .param("since", Timestamp.from(since))
                .query((row, n) -> {
                    var reasons = row.getArray("reasons");
                    return new ReaderOfPerson(
                            row.getString("login"),
                            row.getInt("files"),
                            row.getInt("lists"),
                            row.getInt("taken"),
                            row.getTimestamp("last").toInstant(),
                            reasons == null ? List.of() : List.of((String[]) reasons.getArray()));
                })
                .list();
    }

    int sealed(MemberKey person) {
        return sql.sql(CONCERNING + """
                        select count(*)::int
                          from audit.read r
                          join concerning c on c.read_id = r.read_id
                         where r.register_id = :register
                           and r.case_no is not null
                           and not exists (select from audit.closed_case o where o.case_no = r.case_no)
                        """)
                .param("register", person.register().value())
                .param("member", person.member())
                .query(Integer.class)
                .single();
    }

    void closeCase(String caseNo, Instant at, String login) {
        sql.sql("""
                        insert into audit.closed_case (case_no, closed_at, login)
                        values (:case, :at, :login)
                            on conflict do nothing
                        """)
                .param("case", caseNo)
                .param("at", Timestamp.from(at))
                .param("login", login)
                .update();
    }

    List<ReaderOfTheYear> ofYear(Collection<RegisterId> registers, Instant from, Instant until) {
        return sql.sql("""
                        with concerned as (
                            select account_id, login, kind, outside, answer_id, register_id, members
                              from audit.read
                             where register_id = any (:registers) and at >= :from and at < :until
                        ), person as (
                            select c.account_id, count(distinct (c.register_id, m.member_id)) as persons
                              from concerned c
                             cross join unnest(c.members) as m (member_id)
                             where c.outside
                             group by c.account_id
                        )
                        select max(c.login) as login,
                               count(distinct c.answer_id) as answers,
                               count(distinct c.answer_id) filter (where c.outside) as outside,
                               coalesce(max(p.persons), 0) as persons,
                               count(distinct c.answer_id) filter (where c.kind in ('EXPORT', 'PRINT')) as exports
                          from concerned c
                          left join person p on p.account_id = c.account_id
                         group by c.account_id
                         order by persons desc, outside desc, login
                        """)
                .param("registers", registers.stream().map(RegisterId::value).toArray(Short[]::new))
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(ReaderOfTheYear.class)
                .list();
    }
}
