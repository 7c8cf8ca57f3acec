package vn.giaoban.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoban.ModuleTest;
import vn.giaoban.database.Distribution.Table;

@ModuleTest
class DistributionTest {

    @Autowired
    private JdbcClient sql;

    private List<String> names(boolean spread) {
        return Distribution.read(sql).tables().stream()
                .filter(table -> table.spread() == spread)
                .map(Table::name)
                .toList();
    }

    @Test
    void everyTableIsOneOrTheOtherAndFits() {
        assertThat(Distribution.read(sql).obstacles()).isEmpty();
    }

    @Test
    void recordsAreSpreadAndUnitsAndRulesAreCopied() {
        assertThat(names(true)).contains("membership.belonging", "membership.movement", "audit.read", "importing.job");
        assertThat(names(false))
                .contains("organisation.unit", "organisation.ancestry", "membership.word", "record.entry");
    }

    @Test
    void thoseThatOthersPointToComeFirst() {
        var names = Distribution.read(sql).tables().stream().map(Table::name).toList();

        assertThat(names.indexOf("record.entry")).isLessThan(names.indexOf("organisation.unit"));
        assertThat(names.indexOf("organisation.unit")).isLessThan(names.indexOf("membership.belonging"));
        assertThat(names.indexOf("importing.job")).isLessThan(names.indexOf("importing.sealed"));
    }

    /** The check itself can fail: each rule, broken, is named. */
    @Test
    void whatDoesNotFitIsNamed() {
        Stream.of(
                        "set local role giaoban_owner",
                        "create table membership.odd (register_id smallint, odd_id int generated always as identity primary key, "
                                + "member_id bigint unique, days daterange, exclude using gist (days with &&))",
                        "alter table membership.odd enable row level security",
                        "create table membership.copied (job smallint, import bigint, foreign key (job, import) references importing.job "
                                + "(register_id, import_id) on delete set null)")
                .forEach(statement -> sql.sql(statement).update());

        assertThat(Distribution.read(sql).obstacles())
                .containsExactlyInAnyOrder(
                        "membership.copied: foreign key copied_job_import_fkey changes rows that others point from",
                        "membership.copied: foreign key copied_job_import_fkey to a spread table",
                        "membership.odd: a record without register_id not null",
                        "membership.odd: exclusion odd_days_excl without register_id with =",
                        "membership.odd: identity or sequence smaller than bigint",
                        "membership.odd: unique index membership.odd_member_id_key without register_id",
                        "membership.odd: unique index membership.odd_pkey without register_id");
    }
}
