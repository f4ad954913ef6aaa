package io.feishuhire.benchmarks.bulk;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Waits for what goes on, however long it takes, and gives up on what has come to a stop. */
final class Progress {

    /** Nothing happens for so long only where something is lost. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private Progress() {}

    /**
     * Returns when so many are reached.
     *
     * @param otherwise what else is known when they are not
     * @throws IllegalStateException when there was no progress for {@link #PATIENCE}
     */
    static void await(LongSupplier reached, long wanted, Supplier<String> otherwise) {
        var last = System.nanoTime();
        var before = -1L;
        for (var now = reached.getAsLong(); now < wanted; now = reached.getAsLong()) {
            if (now > before) {
                before = now;
                last = System.nanoTime();
            } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
                throw new IllegalStateException("Only %d of %d; %s".formatted(now, wanted, otherwise.get()));
            }
            Instances.pause();
        }
    }
}
