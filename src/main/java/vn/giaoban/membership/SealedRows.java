package vn.giaoban.membership;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.record.Register;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;

/** What is sealed in the database already, to be tried with the key file at the start. */
@Component
class SealedRows {

    private final JdbcClient sql;
    private final Registers registers;
    private final TransactionTemplate transaction;

    SealedRows(JdbcClient sql, Registers registers, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.registers = registers;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    record Sample(MemberId owner, byte[] sealed) {}

    /** One number of each register that has any: a register may come from another database, with another key. */
    List<Sample> oneOfEachRegister() {
        var all = registers.all().stream().map(Register::id).collect(Collectors.toSet());
        if (all.isEmpty()) {
            return List.of();
        }
        return Objects.requireNonNull(Acting.as(
                Actor.system(all),
                () -> transaction.execute(status -> all.stream()
                        .flatMap(register -> sql
                                .sql(
                                        "select member_id, sealed from membership.citizen_number where register_id = :register limit 1")
                                .param("register", register.value())
                                .query((row, n) -> new Sample(new MemberId(register, row.getLong(1)), row.getBytes(2)))
                                .list()
                                .stream())
                        .toList())));
    }
}
