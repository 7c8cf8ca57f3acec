package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import vn.giaoban.ModuleTest;

@ModuleTest
class SlowStatementsTest {

    private static final String NAME = "Nguyễn Thị Bí Mật";
    private static final String NUMBER = "079012345678";

    @Autowired
    DataSource pool;

    @Autowired
    JdbcOperations application;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(SlowStatements.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void listening() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void deaf() {
        log.detachAppender(lines);
    }

    @Test
    void aLineSaysWhoAskedAndWhatButNoValue() {
        var sql = JdbcClient.create(template(Duration.ofMillis(40)));

        assertThat(found(sql)).isEqualTo(NAME);

        assertThat(said())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("slow statement: \\d+ ms in SlowStatementsTest\\.found: select .*")
                        .contains("from pg_sleep(?)", "where ? <> …", "limit …"));
        assertThat(meters.get("giaoban.statements.slow").counter().count()).isEqualTo(1);
    }

    private static String found(JdbcClient sql) {
        return sql.sql("""
                        select :name::text -- not NAME
                          from pg_sleep(:long)
                         where :number <> 'Nguyễn Thị Bí Mật 079012345678' limit 079012345678
                        """.replace("NAME", NAME))
                .param("name", NAME)
                .param("long", 0.06)
                .param("number", NUMBER)
                .query(String.class)
                .single();
    }

    /** Whatever way a statement takes: nobody's name is in a line, and there is a line. */
    @Test
    void everyWayIsTimed() {
        var template = template(Duration.ofNanos(1));
        template.execute("create temporary table slow_probe (id int generated always as identity, name text)");
        template.update("insert into slow_probe (name) values ('" + NAME + "')");
        template.update("insert into slow_probe (name) values (?)", NAME);
        template.batchUpdate(
                "insert into slow_probe (name) values (?)", List.of(new Object[] {NAME}, new Object[] {NUMBER}));
        template.batchUpdate(
                "insert into slow_probe (name) values (?)",
                List.of(NAME),
                10,
                (statement, name) -> statement.setString(1, name));
        template.batchUpdate(
                "insert into slow_probe (name) values ('" + NAME + "')",
                "delete from slow_probe where name = '" + NUMBER + "'");
        template.update(
                connection -> {
                    var statement = connection.prepareStatement("insert into slow_probe (name) values (?)", 1);
                    statement.setString(1, NAME);
                    return statement;
                },
                new GeneratedKeyHolder());
        template.execute(
                "select name from slow_probe where name = ?", (PreparedStatementCallback<Boolean>) statement -> {
                    statement.setString(1, NAME);
                    return statement.execute();
                });
        template.queryForList("select name from slow_probe where name = '" + NAME + "'", String.class);
        try (var names = JdbcClient.create(template)
                .sql("select name from slow_probe where name = :name")
                .param("name", NAME)
                .query(String.class)
                .stream()) {
            assertThat(names).contains(NAME);
        }

        assertThat(said())
                .hasSize(10)
                .allSatisfy(line -> assertThat(line)
                        .contains("SlowStatementsTest.everyWayIsTimed: ")
                        .doesNotContain("Nguyễn", "Bí Mật", NUMBER));
    }

    @Test
    void whatFailsIsTimedToo() {
        var sql = JdbcClient.create(template(Duration.ofMillis(40)));
        assertThatThrownBy(
                        () -> sql.sql("do $$ begin perform pg_sleep(0.06); raise exception 'Nguyễn Thị Bí Mật'; end $$")
                                .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(said()).singleElement().satisfies(line -> assertThat(line).endsWith(": do …"));
    }

    @Test
    void valuesAreBlankedHoweverTheyAreWritten() {
        assertThat(SlowStatements.withoutValues("select a1, t2.b from t2 where x = 'it''s An' and y=12.5 and z = $1"))
                .isEqualTo("select a1, t2.b from t2 where x = … and y=… and z = $1");
        assertThat(SlowStatements.withoutValues("select $x$An $ Bình$x$, 'never closed An"))
                .isEqualTo("select …, …");
        assertThat(SlowStatements.withoutValues("select 1 /* An */ -- Bình\n from t"))
                .isEqualTo("select … from t");
        assertThat(SlowStatements.withoutValues("x ".repeat(1000)))
                .hasSizeLessThan(450)
                .endsWith("more)");
    }

    @Test
    void theApplicationIsTimed() {
        assertThat(application).isInstanceOf(TimedTemplate.class);
        application.queryForObject("select pg_sleep(1.05)::text", String.class);
        assertThat(said()).singleElement().satisfies(line -> assertThat(line).contains("theApplicationIsTimed"));
    }

    @Test
    void zeroIsNeverSlow() {
        template(Duration.ZERO).queryForObject("select pg_sleep(0.01)::text", String.class);
        assertThat(said()).isEmpty();
    }

    private JdbcTemplate template(Duration longest) {
        return new TimedTemplate(pool, new SlowStatements(longest, meters), () -> {});
    }

    private List<String> said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
