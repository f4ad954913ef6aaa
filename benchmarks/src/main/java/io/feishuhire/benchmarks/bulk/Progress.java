package io.feishuhire.benchmarks.bulk;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Waits as long as there is progress, and gives up when there is none. */
final class Progress {

    /** The longest time without progress in a run that loses nothing. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long PAUSE_MILLIS = 20;

    private Progress() {}

    /**
     * Waits until the wanted number is reached.
     *
     * @param details what else the exception's message says
     * @throws IllegalStateException when there was no progress for {@link #PATIENCE}
     */
    static void await(LongSupplier reached, long wanted, Supplier<String> details) {
        var last = System.nanoTime();
        var before = -1L;
        for (var now = reached.getAsLong(); now < wanted; now = reached.getAsLong()) {
            if (now > before) {
                before = now;
                last = System.nanoTime();
            } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
                throw new IllegalStateException("Only %d of %d; %s".formatted(now, wanted, details.get()));
            }
            pause();
        }
    }

    /** Waits a little before the next look or the next try. */
    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
