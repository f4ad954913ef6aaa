package io.feishuhire.sandbox;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox of a test's own, on a clock that stands still, and a client of it. Both end with the test. */
final class SandboxExtension implements AfterEachCallback {

    private final SettableClock clock = new SettableClock();
    private final FeishuSandbox sandbox;
    private final Caller caller;

    SandboxExtension() {
        this(settings -> settings);
    }

    SandboxExtension(UnaryOperator<SandboxSettings> change) {
        sandbox = FeishuSandbox.start(change.apply(SandboxSettings.defaults().withClock(clock)));
        caller = Caller.of(sandbox);
    }

    SettableClock clock() {
        return clock;
    }

    FeishuSandbox sandbox() {
        return sandbox;
    }

    Caller caller() {
        return caller;
    }

    /** A test may leave calls behind that are never answered. */
    @Override
    public void afterEach(ExtensionContext context) {
        caller.http().shutdownNow();
        sandbox.close();
        caller.close();
    }
}
