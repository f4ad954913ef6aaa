package io.feishuhire.connector.feishu;

import java.util.function.IntSupplier;

/**
 * The seats of those who publish, and may wait for that: one at least and {@value #MOST} at most, whatever apps they
 * publish for, and from three threads on fewer than half of the runtime's. Its other connectors need some, too.
 */
final class Doorway {

    /** So many threads are as good as more. */
    static final int ENOUGH_THREADS = 9;

    private static final int MOST = 4;

    private final IntSupplier threads;
    private final int most;
    private int inside;

    /**
     * Nobody is inside yet.
     *
     * @param threads how many the runtime has, as far as one knows
     */
    Doorway(IntSupplier threads) {
        this(threads, MOST);
    }

    /** The same with another number of seats at most. */
    Doorway(IntSupplier threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    /** Whether the caller has a seat; whoever has one has to {@link #leave()}. */
    synchronized boolean enter() {
        var fewerThanHalf = (threads.getAsInt() - 1) / 2;
        if (inside >= Math.clamp(fewerThanHalf, 1, most)) {
            return false;
        }
        inside++;
        return true;
    }

    synchronized void leave() {
        inside--;
    }
}
