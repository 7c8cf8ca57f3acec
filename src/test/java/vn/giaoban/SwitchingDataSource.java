package vn.giaoban;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The application's pool, or while a {@link CommittingTest} runs the pool of that test's own database. */
class SwitchingDataSource extends DelegatingDataSource {

    private record Place(TestDatabase database, HikariDataSource pool) {}

    private final TestDatabase own;
    private final Deque<Place> places = new ArrayDeque<>();

    SwitchingDataSource(DataSource own, TestDatabase database) {
        super(own);
        this.own = database;
    }

    synchronized TestDatabase database() {
        return places.isEmpty() ? own : places.element().database();
    }

    @Override
    public synchronized @Nullable DataSource getTargetDataSource() {
        return places.isEmpty() ? super.getTargetDataSource() : places.element().pool();
    }

    synchronized void enter(TestDatabase database) {
        places.push(new Place(database, database.pool(6)));
    }

    synchronized void leave() {
        var place = places.pop();
        place.pool().close();
        place.database().drop();
    }
}
