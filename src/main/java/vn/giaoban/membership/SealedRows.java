package vn.giaoban.membership;

import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/** What is sealed in the database already: tried with the key file at the start, and given up if that is lost for good. */
@Component
class SealedRows {

    /** What the entry is called that gives numbers up. */
    static final String GIVEN_UP = "membership.numbers-given-up";

    private final JdbcClient sql;
    private final Registers registers;
    private final Entries entries;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    SealedRows(JdbcClient sql, Registers registers, Entries entries, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.registers = registers;
        this.entries = entries;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactions);
    }

    record Sample(MemberId owner, byte[] sealed) {}

    /** One number that holds of each register that has any: a register may come from another database, with another key. */
    List<Sample> oneOfEachRegister() {
        var all = registers.all().stream().map(Register::id).collect(Collectors.toSet());
        if (all.isEmpty()) {
            return List.of();
        }
        return Objects.requireNonNull(Acting.as(
                Actor.system(all),
                () -> reading.execute(status -> all.stream()
                        .flatMap(register -> sql
                                .sql(
                                        "select member_id, sealed from membership.citizen_number where register_id = :register and superseded_at = 'infinity' limit 1")
                                .param("register", register.value())
                                .query((row, n) -> new Sample(new MemberId(register, row.getLong(1)), row.getBytes(2)))
                                .list()
                                .stream())
                        .toList())));
    }

    /** Whether nothing was given up in these words yet: an option that was left in a script must not do it a second time. */
    boolean isNew(String reason) {
        return !sql.sql("select exists (select from record_api.entry where what = :what and reason = :reason)")
                .param("what", GIVEN_UP)
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }

    /**
     * The numbers of these registers hold no longer. They stay where they are, unreadable, superseded by one entry that says why.
     *
     * @return how many have to be entered again
     */
    int giveUp(Set<RegisterId> lost, String reason) {
        var system = Actor.system(lost);
        return Objects.requireNonNull(Acting.as(
                system,
                () -> writing.execute(status -> {
                    var entry = entries.begin(system, lost, GIVEN_UP, reason);
                    return lost.stream()
                            .mapToInt(register -> sql.sql("""
                                    update membership.citizen_number set superseded_at = :at, superseded_by = :entry
                                     where register_id = :register and superseded_at = 'infinity'
                                    """)
                                    .param("at", Timestamp.from(entry.at()))
                                    .param("entry", entry.id())
                                    .param("register", register.value())
                                    .update())
                            .sum();
                })));
    }
}
