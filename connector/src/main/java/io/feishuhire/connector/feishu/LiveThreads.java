package io.feishuhire.connector.feishu;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * How many threads have called and still live, which is the nearest one comes to the number of a runtime's threads: the
 * SDK does not tell it.
 */
final class LiveThreads implements IntSupplier {

    private final int enough;
    private final Set<Thread> seen = new HashSet<>();

    /** Counts no further than to {@code enough}. */
    LiveThreads(int enough) {
        this.enough = enough;
    }

    /** Their number, with the calling thread among them. */
    @Override
    public synchronized int getAsInt() {
        seen.removeIf(thread -> !thread.isAlive());
        if (seen.size() < enough) {
            seen.add(Thread.currentThread());
        }
        return seen.size();
    }
}
