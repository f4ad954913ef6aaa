package io.feishuhire.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know what the sandbox is asked. Thread-safe; a listener that fails harms neither a call nor another. */
final class Listeners {

    private final List<Consumer<RecordedRequest>> ofRequests = new CopyOnWriteArrayList<>();
    private final List<Runnable> ofControls = new CopyOnWriteArrayList<>();

    void add(Consumer<RecordedRequest> listener) {
        ofRequests.add(listener);
    }

    void add(Runnable listener) {
        ofControls.add(listener);
    }

    void requestRecorded(RecordedRequest request) {
        ofRequests.forEach(listener -> run(() -> listener.accept(request)));
    }

    void controlAnswered() {
        ofControls.forEach(Listeners::run);
    }

    /** What the listener throws goes where it would if the listener had a thread of its own: the sandbox has no log. */
    private static void run(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException | Error failed) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failed);
        }
    }
}
