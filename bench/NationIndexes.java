import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keys, indexes, exclusions and foreign keys of the tables of people: away while they are filled, built at once afterwards. */
final class NationIndexes {

    private NationIndexes() {}

    /** Remembers how to put them back, then takes them away. Row policies would refuse COPY: for as long the owner is exempt from them. */
    static void takeAway(Connection connection) throws SQLException {
        NationStore.execute(connection, """
                create temporary table filled on commit drop as
                select t.oid, format('%I.%I', n.nspname, t.relname) as name, t.relname, n.nspname
                  from pg_catalog.pg_class t
                  join pg_catalog.pg_namespace n on n.oid = t.relnamespace
                 where n.nspname = 'membership' and t.relname in ('member', 'profile', 'member_name', 'opening', 'movement', 'belonging', 'step', 'seniority')
                    or n.nspname = 'organisation' and t.relname in ('unit', 'event', 'effect', 'subject', 'unit_state', 'closing', 'ancestry');
                create temporary table away on commit drop as
                select case c.contype when 'p' then 1 when 'x' then 3 else 4 end as phase, f.name, c.conname as part,
                       format('alter table %s drop constraint %I', f.name, c.conname) as undo,
                       format('alter table %s add constraint %I %s', f.name, c.conname, pg_get_constraintdef(c.oid)) as redo
                  from pg_catalog.pg_constraint c join filled f on f.oid = c.conrelid
                 where c.contype in ('f', 'x') or c.contype = 'p' and f.nspname = 'membership'
                 union all
                select 2, f.name, i.relname, format('drop index %I.%I', f.nspname, i.relname), pg_get_indexdef(i.oid)
                  from pg_catalog.pg_index x
                  join filled f on f.oid = x.indrelid
                  join pg_catalog.pg_class i on i.oid = x.indexrelid
                 where f.nspname = 'membership' and not exists (select from pg_catalog.pg_constraint c where c.conindid = x.indexrelid)
                 union all
                select 5, f.name, 'policy', format('alter table %s no force row level security', f.name),
                       format('alter table %s force row level security', f.name)
                  from filled f where f.nspname = 'membership';
                insert into nation.later
                select row_number() over (order by phase = 5, phase = 4, name <> 'membership.belonging', name, phase, part),
                       case phase when 4 then 'foreign key ' || part || ' of ' when 5 then 'policy of ' else 'indexes of ' end || name, redo
                  from away
                """);
        for (var undo : NationStore.answers(connection, "select undo from away order by phase = 4 desc, phase")) {
            NationStore.execute(connection, undo);
        }
    }

    /** Two at a time: the indexes by table; then each foreign key in a transaction of its own, because two that lock several tables deadlock. */
    static void putBack(NationStore store) throws Exception {
        for (var phase : List.of("indexes of ", "foreign key ", "policy of ")) {
            List<String> tasks;
            try (var connection = store.connect()) {
                tasks = NationStore.answers(
                        connection,
                        "select task from nation.later where task like '" + phase + "%' group by task order by min(place)");
            }
            var queue = new ConcurrentLinkedQueue<>(tasks);
            Nation.together(() -> {
                try (var connection = store.connect()) {
                    for (var task = queue.poll(); task != null; task = queue.poll()) {
                        var name = task;
                        store.step(connection, name, open -> build(open, name));
                    }
                }
                return null;
            });
        }
    }

    private static void build(Connection connection, String task) throws SQLException {
        for (var sql : new ArrayList<>(NationStore.answers(
                connection, "select sql from nation.later where task = '" + task + "' order by place"))) {
            NationStore.execute(connection, sql);
        }
    }
}
