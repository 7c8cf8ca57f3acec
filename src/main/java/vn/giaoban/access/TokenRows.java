package vn.giaoban.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of API tokens. */
@Repository
class TokenRows {

    private final JdbcClient sql;

    TokenRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<AccountId> accountOf(byte[] digest, Instant at) {
        return sql.sql("""
                        select account_id
                          from access.token
                         where digest = :digest and revoked_at is null and expires_at > :at
                        """)
                .param("digest", digest)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional()
                .map(AccountId::new);
    }

    List<Token> of(AccountId account) {
        return sql.sql("""
                        select token_id, name, made_at, expires_at, revoked_at
                          from access.token
                         where account_id = :account
                         order by token_id desc
                        """)
                .param("account", account.value())
                .query((row, n) -> new Token(
                        row.getLong("token_id"),
                        row.getString("name"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        AccountRows.instant(row.getTimestamp("revoked_at"))))
                .list();
    }

    void insert(AccountId account, String name, byte[] digest, Instant madeAt, Instant expiresAt) {
        sql.sql("""
                        insert into access.token (account_id, name, digest, made_at, expires_at)
                        values (:account, :name, :digest, :made, :expires)
                        """)
                .param("account", account.value())
                .param("name", name)
                .param("digest", digest)
                .param("made", Timestamp.from(madeAt))
                .param("expires", Timestamp.from(expiresAt))
                .update();
    }

    boolean revoke(AccountId account, long token, Instant at) {
        return sql.sql("""
                        update access.token
                           set revoked_at = :at
                         where token_id = :token and account_id = :account and revoked_at is null
                        """)
                        .param("at", Timestamp.from(at))
                        .param("token", token)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /** Whoever changes the password because it was stolen must not leave a token behind. */
    void revokeAll(AccountId account, Instant at) {
        sql.sql("update access.token set revoked_at = :at where account_id = :account and revoked_at is null")
                .param("at", Timestamp.from(at))
                .param("account", account.value())
                .update();
    }
}
