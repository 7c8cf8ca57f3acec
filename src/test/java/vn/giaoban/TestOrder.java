package vn.giaoban;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.test.context.transaction.TestTransaction;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.DatabaseReplaced;

/** What happens around each test (registered in {@code spring.factories}). */
public final class TestOrder {

    private TestOrder() {}

    /** Before Spring's own listeners inject and begin: a database for those that commit, nothing kept from the test before, the clock reset. */
    public static class Place extends AbstractTestExecutionListener {

        @Override
        public int getOrder() {
            return 1900;
        }

        @Override
        public void beforeTestClass(TestContext test) {
            if (committing(test) != null) {
                enter(test);
            }
        }

        @Override
        public void beforeTestMethod(TestContext test) {
            var committing = committing(test);
            if (committing != null && committing.freshForEachMethod()) {
                dataSource(test).leave();
                enter(test);
            }
            if (test.hasApplicationContext()) {
                test.getApplicationContext().publishEvent(new DatabaseReplaced());
                test.getApplicationContext()
                        .getBeanProvider(TestClock.class)
                        .ifAvailable(clock -> clock.set(TestClock.START));
            }
        }

        @Override
        public void afterTestClass(TestContext test) {
            if (committing(test) != null) {
                dataSource(test).leave();
                test.getApplicationContext().publishEvent(new DatabaseReplaced());
            }
        }

        private static void enter(TestContext test) {
            dataSource(test).enter(TestDatabase.create());
        }

        private static SwitchingDataSource dataSource(TestContext test) {
            return (SwitchingDataSource) test.getApplicationContext().getBean(DataSource.class);
        }

        private static @Nullable CommittingTest committing(TestContext test) {
            return TestContextAnnotationUtils.findMergedAnnotation(test.getTestClass(), CommittingTest.class);
        }
    }

    /** After Spring began the test's transaction: it sees all registers that tests use. */
    public static class Registers extends AbstractTestExecutionListener {

        @Override
        public int getOrder() {
            return 4100;
        }

        @Override
        public void beforeTestMethod(TestContext test) {
            if (TestTransaction.isActive() && Acting.current() == null) {
                JdbcClient.create(test.getApplicationContext().getBean(DataSource.class))
                        .sql("set local giaoban.registers = '{1,2,3,4,5,6,7,8,9}'")
                        .update();
            }
        }
    }
}
