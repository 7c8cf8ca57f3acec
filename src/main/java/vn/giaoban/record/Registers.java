package vn.giaoban.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoban.shared.RegisterId;

/** The registers of this database: few, never renamed, never removed. */
@Service
@Transactional(readOnly = true)
public class Registers {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,11}");

    private final JdbcClient sql;

    Registers(JdbcClient sql) {
        this.sql = sql;
    }

    public List<Register> all() {
        return sql.sql("select register_id, code, name, first_day from record.register order by register_id")
                .query((row, n) -> new Register(
                        new RegisterId(row.getShort(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    public Optional<Register> find(String code) {
        return all().stream().filter(register -> register.code().equals(code)).findFirst();
    }

    public Register named(String code) {
        return find(code).orElseThrow(() -> RecordRefusal.registerNotFound(code));
    }

    public Register register(RegisterId id) {
        return all().stream()
                .filter(register -> register.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The number that the next register gets; asked before an entry can name it. */
    public RegisterId next() {
        return RegisterId.of(sql.sql("select coalesce(max(register_id), 0) + 1 from record.register")
                .query(Integer.class)
                .single());
    }

    /** @throws RecordRefusal if the code is malformed or taken */
    @Transactional
    public Register create(Entry entry, RegisterId id, String code, String name, LocalDate firstDay) {
        if (!CODE.matcher(code).matches()) {
            throw RecordRefusal.malformedCode(code);
        }
        var made = sql.sql("""
                        insert into record.register (register_id, code, name, first_day, entry_id)
                        values (:id, :code, :name, :first, :entry)
                            on conflict do nothing
                        """)
                .param("id", id.value())
                .param("code", code)
                .param("name", name)
                .param("first", firstDay)
                .param("entry", entry.id())
                .update();
        if (made == 0) {
            throw RecordRefusal.codeTaken(code);
        }
        return new Register(id, code, name, firstDay);
    }
}
