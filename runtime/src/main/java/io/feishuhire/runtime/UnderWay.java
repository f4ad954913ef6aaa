package io.feishuhire.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts what has begun and not ended, and what ended without success. Safe for use by several threads. */
final class UnderWay {

    private int begun;
    private int ended;
    private int lost;

    synchronized void begin() {
        begun++;
        notifyAll();
    }

    synchronized void end() {
        ended++;
        notifyAll();
    }

    /** Ends one that the engine does not know of. */
    synchronized void lose() {
        lost++;
        end();
    }

    synchronized int lost() {
        return lost;
    }

    synchronized int count() {
        return begun - ended;
    }

    /**
     * Waits until nothing is under way and nothing more has begun for a while.
     *
     * @return whether it came to that in time
     */
    synchronized boolean awaitNone(Duration atMost, Duration quiet) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        var quietSince = System.nanoTime();
        var seen = begun;
        while (true) {
            var now = System.nanoTime();
            if (begun > ended || begun != seen) {
                seen = begun;
                quietSince = now;
            }
            var left = begun > ended ? deadline - now : quiet.toNanos() - (now - quietSince);
            if (left <= 0) {
                return begun == ended;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
    }
}
