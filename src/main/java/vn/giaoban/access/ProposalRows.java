package vn.giaoban.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;

/** The SQL of what waits for a second person. */
@Repository
class ProposalRows {

    private final JdbcClient sql;

    ProposalRows(JdbcClient sql) {
        this.sql = sql;
    }

    long insert(
            Entry entry,
            Proposal.Kind kind,
            AccountId account,
            @Nullable NewGrant grant,
            @Nullable String firstHalf,
            String reason,
            long by,
            Instant at,
            Instant expiresAt) {
        return sql.sql("""
                        insert into access.proposal (kind, account_id, role_code, unit_id, from_day, until_day, post_code, first_half,
                                                     reason, proposed_by, proposed_at, expires_at, entry_id)
                        values (:kind, :account, :role, :unit, :from, :until, :post, :half, :reason, :by, :at, :expires, :entry)
                        returning proposal_id
                        """)
                .param("kind", kind.name())
                .param("account", account.value())
                .param("role", grant == null ? null : grant.role())
                .param(
                        "unit",
                        grant == null || grant.unit() == null
                                ? null
                                : grant.unit().value())
                .param("from", grant == null ? null : grant.from())
                .param("until", grant == null ? null : grant.until())
                .param("post", grant == null ? null : grant.post())
                .param("half", firstHalf)
                .param("reason", reason)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("expires", Timestamp.from(expiresAt))
                .param("entry", entry.id())
                .query(Long.class)
                .single();
    }

    List<Proposal> waiting(Instant now) {
        return sql.sql("""
                        select p.proposal_id, p.kind, p.account_id, a.login, a.name, p.role_code, p.unit_id, p.from_day, p.until_day,
                               p.post_code, p.reason, p.proposed_by, b.login as by_login, p.proposed_at, p.expires_at,
                               p.decided_at is not null as decided
                          from access.proposal p
                          join access.account a using (account_id)
                          join access.account b on b.account_id = p.proposed_by
                         where p.decided_at is null and p.expires_at > :now
                         order by p.proposal_id
                        """)
                .param("now", Timestamp.from(now))
                .query(ProposalRows::proposal)
                .list();
    }

    Optional<Proposal> find(long id) {
        return sql.sql("""
                        select p.proposal_id, p.kind, p.account_id, a.login, a.name, p.role_code, p.unit_id, p.from_day, p.until_day,
                               p.post_code, p.reason, p.proposed_by, b.login as by_login, p.proposed_at, p.expires_at,
                               p.decided_at is not null as decided
                          from access.proposal p
                          join access.account a using (account_id)
                          join access.account b on b.account_id = p.proposed_by
                         where p.proposal_id = :id
                        """).param("id", id).query(ProposalRows::proposal).optional();
    }

    Optional<String> firstHalf(long id) {
        return sql.sql("select first_half from access.proposal where proposal_id = :id and first_half is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** False if it was decided before: of two at once only one passes. */
    boolean decide(long id, boolean confirmed, long by, Instant at) {
        return sql.sql("""
                        update access.proposal
                           set decided_by = :by, decided_at = :at, confirmed = :confirmed, first_half = null
                         where proposal_id = :id and decided_at is null
                        """)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("confirmed", confirmed)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Proposal proposal(ResultSet row, int n) throws SQLException {
        return new Proposal(
                row.getLong("proposal_id"),
                Proposal.Kind.valueOf(row.getString("kind")),
                new AccountId(row.getLong("account_id")),
                row.getString("login"),
                row.getString("name"),
                row.getString("role_code"),
                AccountRows.unit(row, "unit_id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("post_code"),
                row.getString("reason"),
                new AccountId(row.getLong("proposed_by")),
                row.getString("by_login"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getBoolean("decided"));
    }
}
