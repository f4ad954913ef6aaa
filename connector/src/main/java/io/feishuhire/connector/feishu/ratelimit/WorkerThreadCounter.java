package io.feishuhire.connector.feishu.ratelimit;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Counts the threads that have called and still live: an estimate of the runtime's pool size, which the SDK does not
 * expose.
 */
final class WorkerThreadCounter implements IntSupplier {

    private final int enough;
    private final Set<Thread> seen = new HashSet<>();

    /** A counter that stops at {@code enough}. */
    WorkerThreadCounter(int enough) {
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
