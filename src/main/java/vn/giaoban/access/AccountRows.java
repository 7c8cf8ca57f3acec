package vn.giaoban.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoban.record.Entry;
import vn.giaoban.shared.RegisterId;
import vn.giaoban.shared.UnitId;

/** The SQL of accounts and of what they sign in with. */
@Repository
class AccountRows {

    private final JdbcClient sql;

    AccountRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param oneTime good for choosing a password and for nothing else */
    record Credential(
            String hash, boolean oneTime, @Nullable Instant expiresAt) {}

    List<Account> all() {
        return sql.sql("""
                        select a.account_id, a.login, a.name, a.locale, a.home_unit_id, a.disabled_at, a.session_epoch, a.person_register, a.person_member,
                               coalesce(not c.one_time, false) as has_password
                          from access.account a
                          left join access.credential c using (account_id)
                         order by a.login
                        """).query(AccountRows::account).list();
    }

    Optional<Account> find(AccountId id) {
        return sql.sql("""
                        select a.account_id, a.login, a.name, a.locale, a.home_unit_id, a.disabled_at, a.session_epoch, a.person_register, a.person_member,
                               coalesce(not c.one_time, false) as has_password
                          from access.account a
                          left join access.credential c using (account_id)
                         where a.account_id = :id
                        """).param("id", id.value()).query(AccountRows::account).optional();
    }

    Optional<Account> find(String login) {
        return sql.sql("""
                        select a.account_id, a.login, a.name, a.locale, a.home_unit_id, a.disabled_at, a.session_epoch, a.person_register, a.person_member,
                               coalesce(not c.one_time, false) as has_password
                          from access.account a
                          left join access.credential c using (account_id)
                         where a.login = :login
                        """).param("login", login).query(AccountRows::account).optional();
    }

    boolean any() {
        return sql.sql("select exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    /** Nothing if the login is taken: the key decides, so two requests at once cannot both pass. */
    Optional<AccountId> insert(Entry entry, NewAccount account) {
        return sql.sql("""
                        insert into access.account (login, name, locale, home_unit_id, person_register, person_member, entry_id)
                        values (:login, :name, :locale, :home, :register, :member, :entry)
                            on conflict do nothing
                        returning account_id
                        """)
                .param("login", account.login())
                .param("name", account.name())
                .param("locale", account.locale())
                .param("home", account.home() == null ? null : account.home().value())
                .param(
                        "register",
                        account.person() == null
                                ? null
                                : account.person().register().value())
                .param(
                        "member",
                        account.person() == null ? null : account.person().member())
                .param("entry", entry.id())
                .query(Long.class)
                .optional()
                .map(AccountId::new);
    }

    void rename(AccountId id, String name, String locale) {
        sql.sql("update access.account set name = :name, locale = :locale where account_id = :id")
                .param("name", name)
                .param("locale", locale)
                .param("id", id.value())
                .update();
    }

    /** Also ends the sessions that are open. */
    void disable(AccountId id, @Nullable Instant since) {
        sql.sql("""
                        update access.account
                           set disabled_at = :since, session_epoch = session_epoch + 1
                         where account_id = :id
                        """)
                .param("since", since == null ? null : Timestamp.from(since))
                .param("id", id.value())
                .update();
    }

    void endSessions(AccountId id) {
        sql.sql("update access.account set session_epoch = session_epoch + 1 where account_id = :id")
                .param("id", id.value())
                .update();
    }

    Optional<Credential> credential(AccountId id) {
        return sql.sql("select hash, one_time, expires_at from access.credential where account_id = :id")
                .param("id", id.value())
                .query((row, n) ->
                        new Credential(row.getString(1), row.getBoolean(2), instant(row.getTimestamp("expires_at"))))
                .optional();
    }

    void putCredential(AccountId id, Credential credential, Instant at) {
        sql.sql("""
                        insert into access.credential (account_id, hash, one_time, expires_at, changed_at)
                        values (:id, :hash, :oneTime, :expires, :at)
                            on conflict (account_id)
                            do update set hash = excluded.hash, one_time = excluded.one_time,
                                          expires_at = excluded.expires_at, changed_at = excluded.changed_at
                        """)
                .param("id", id.value())
                .param("hash", credential.hash())
                .param("oneTime", credential.oneTime())
                .param("expires", credential.expiresAt() == null ? null : Timestamp.from(credential.expiresAt()))
                .param("at", Timestamp.from(at))
                .update();
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    static @Nullable UnitId unit(ResultSet row, String column) throws SQLException {
        var unit = row.getLong(column);
        return row.wasNull() ? null : new UnitId(unit);
    }

    private static @Nullable Person person(ResultSet row) throws SQLException {
        var member = row.getLong("person_member");
        return row.wasNull() ? null : new Person(RegisterId.of(row.getInt("person_register")), member);
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        return new Account(
                new AccountId(row.getLong("account_id")),
                row.getString("login"),
                row.getString("name"),
                row.getString("locale"),
                unit(row, "home_unit_id"),
                instant(row.getTimestamp("disabled_at")),
                row.getBoolean("has_password"),
                row.getInt("session_epoch"),
                person(row));
    }
}
