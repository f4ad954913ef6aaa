package io.feishuhire.connector.feishu;

import java.util.function.IntSupplier;

/**
 * Where threads wait whose app has a place for them in a moment: at most {@value #MOST} of them, whatever apps they
 * publish for, and always fewer than half of the runtime's threads. Its other connectors need some, too; and where
 * everything is done by one thread nobody waits at all.
 */
final class Doorway {

    /** So many threads are as good as more. */
    static final int ENOUGH_THREADS = 9;

    private static final int MOST = 4;

    private final IntSupplier threads;
    private int waiting;

    /**
     * Nobody waits yet.
     *
     * @param threads how many the runtime has, as far as one knows
     */
    Doorway(IntSupplier threads) {
        this.threads = threads;
    }

    /** Whether the caller may wait; whoever may has to {@link #leave()}. */
    synchronized boolean enter() {
        var fewerThanHalf = (threads.getAsInt() - 1) / 2;
        if (waiting >= Math.min(MOST, fewerThanHalf)) {
            return false;
        }
        waiting++;
        return true;
    }

    synchronized void leave() {
        waiting--;
    }
}
