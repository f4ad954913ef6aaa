package io.feishuhire.playground;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Tells threads that wait for it that something has changed. Thread-safe. */
final class Changes {

    private long count;

    /** Called by whatever has changed something; fast enough for the threads of the engine. */
    synchronized void signal() {
        count++;
        notifyAll();
    }

    synchronized long count() {
        return count;
    }

    /** Waits until there are more changes than the caller has seen, or the time is up. */
    synchronized void awaitMoreThan(long seen, Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (count <= seen) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
    }
}
