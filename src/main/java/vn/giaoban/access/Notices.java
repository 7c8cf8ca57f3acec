package vn.giaoban.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.shared.Actor;

/** What happened to one's account, told on one's start page. */
@Service
@Transactional(readOnly = true)
public class Notices {

    private final JdbcClient sql;
    private final Clock clock;

    Notices(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The last fifty, newest first. */
    public List<Notice> own(Actor by) {
        return sql.sql("""
                        select notice_id, at, code, arguments, seen_at is not null as seen
                          from access.notice
                         where account_id = :account
                         order by notice_id desc
                         limit 50
                        """)
                .param("account", by.account())
                .query((row, n) -> new Notice(
                        row.getLong("notice_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("code"),
                        List.of((String[]) row.getArray("arguments").getArray()),
                        row.getBoolean("seen")))
                .list();
    }

    public List<Notice> unseen(Actor by) {
        return own(by).stream().filter(notice -> !notice.seen()).toList();
    }

    @Transactional
    public void seen(Actor by) {
        sql.sql("update access.notice set seen_at = :at where account_id = :account and seen_at is null")
                .param("at", Timestamp.from(clock.instant()))
                .param("account", by.account())
                .update();
    }

    /** In the transaction of what is told. */
    @Transactional
    public void tell(AccountId account, String code, String... arguments) {
        sql.sql("insert into access.notice (account_id, at, code, arguments) values (:account, :at, :code, :arguments)")
                .param("account", account.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("code", code)
                .param("arguments", arguments)
                .update();
    }
}
