package vn.giaoban.shared;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a {@link StartFault} on the console as words instead of a stack trace. */
class StartFaultAnalyzer extends AbstractFailureAnalyzer<StartFault> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StartFault fault) {
        return new FailureAnalysis(fault.getMessage(), fault.repair(), root);
    }
}
