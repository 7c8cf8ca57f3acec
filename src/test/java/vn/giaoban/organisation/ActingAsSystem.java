package vn.giaoban.organisation;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import vn.giaoban.shared.Acting;

/** Runs each test method as the system of {@link TwoProvinces}, so that those who follow units see its registers. */
class ActingAsSystem implements InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        var failure = Acting.as(TwoProvinces.SYSTEM, () -> {
            try {
                invocation.proceed();
                return java.util.Optional.<Throwable>empty();
            } catch (Throwable thrown) {
                return java.util.Optional.of(thrown);
            }
        });
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
