package vn.giaoban.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a {@link DatabaseFault} on the console as words instead of a stack trace. */
class DatabaseFaultAnalyzer extends AbstractFailureAnalyzer<DatabaseFault> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DatabaseFault fault) {
        return new FailureAnalysis(fault.getMessage(), fault.repair(), root);
    }
}
