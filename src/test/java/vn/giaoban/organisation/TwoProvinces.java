package vn.giaoban.organisation;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.record.Entries;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

/**
 * The Centre over two registers with the same tree: province P or Q, district PX and PY, base A and B under X, C under Y, cells a1, a2, b1,
 * c1. A query that forgets its register doubles its answer. A bean of every test with an application.
 */
public final class TwoProvinces {

    public static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    public static final RegisterId CENTRE = RegisterId.of(1);
    public static final RegisterId P = RegisterId.of(2);
    public static final RegisterId Q = RegisterId.of(3);
    public static final Actor SYSTEM = Actor.system(Set.of(CENTRE, P, Q));

    private final Entries entries;
    private final Registers registers;
    private final UnitEvents events;
    private final PlatformTransactionManager transactions;

    TwoProvinces(Entries entries, Registers registers, UnitEvents events, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.registers = registers;
        this.events = events;
        this.transactions = transactions;
    }

    /** In the running transaction, or, where none runs, in several that commit. */
    public void enter() {
        Acting.as(SYSTEM, () -> {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                var entry = entries.begin(SYSTEM, SYSTEM.registers(), "test", null);
                registers.create(entry, CENTRE, "TW", "Trung ương", FIRST);
                registers.create(entry, P, "P", "Tỉnh P", FIRST);
                registers.create(entry, Q, "Q", "Tỉnh Q", FIRST);
            });
            events.apply(
                    SYSTEM,
                    Plan.of(UnitEvent.open(CENTRE, FIRST, NewUnit.of("TW", "Đảng Cộng sản Việt Nam", "centre", null))));
            enterProvince(P, "P");
            enterProvince(Q, "Q");
        });
    }

    private void enterProvince(RegisterId register, String p) {
        events.apply(
                SYSTEM,
                Plan.of(UnitEvent.open(
                        register,
                        FIRST,
                        NewUnit.of(p, "Đảng bộ tỉnh " + p, "dang-bo-tinh", "TW"),
                        NewUnit.of(p + "X", "Đảng bộ huyện " + p + "X", "dang-bo-huyen", p),
                        NewUnit.of(p + "Y", "Đảng bộ huyện " + p + "Y", "dang-bo-huyen", p),
                        NewUnit.of(p + "A", "Đảng bộ xã " + p + "A", "dang-bo-co-so", p + "X"),
                        NewUnit.of(p + "B", "Đảng bộ xã " + p + "B", "dang-bo-co-so", p + "X"),
                        NewUnit.of(p + "C", "Đảng bộ xã " + p + "C", "dang-bo-co-so", p + "Y"),
                        NewUnit.of(p + "A1", "Chi bộ thôn " + p + "A1", "chi-bo", p + "A"),
                        NewUnit.of(p + "A2", "Chi bộ thôn " + p + "A2", "chi-bo", p + "A"),
                        NewUnit.of(p + "B1", "Chi bộ thôn " + p + "B1", "chi-bo", p + "B"),
                        NewUnit.of(p + "C1", "Chi bộ thôn " + p + "C1", "chi-bo", p + "C"))));
    }
}
