package io.feishuhire.connector.feishu;

import java.util.function.IntSupplier;

/**
 * Limits how many threads of a runtime wait for Feishu at the same time, so that a Feishu that says nothing leaves
 * threads for the runtime's other connectors. One call is always let in. From three threads on fewer than half of them
 * are, and {@value #MOST_SEATS} at most. A virtual thread that waits holds up no other, so of those it is always
 * {@value #MOST_SEATS}.
 */
final class Bulkhead {

    private static final int MOST_SEATS = 32;
    private static final int FEWEST_THREADS_TO_SPARE_ONE = 3;

    /** Counting further makes no difference. */
    static final int COUNTED_THREADS = 2 * MOST_SEATS + 1;

    private final IntSupplier threads;
    private final int mostSeats;
    private int taken;

    /**
     * Creates an empty bulkhead.
     *
     * @param threads how many platform threads the runtime works with, as far as is known
     */
    Bulkhead(IntSupplier threads) {
        this(threads, MOST_SEATS);
    }

    /** The same with another number of seats at most. */
    Bulkhead(IntSupplier threads, int mostSeats) {
        this.threads = threads;
        this.mostSeats = mostSeats;
    }

    /** Lets a call in, if there is a seat; the caller has to {@link #leave()} then. */
    synchronized boolean tryEnter() {
        if (taken >= seats()) {
            return false;
        }
        taken++;
        return true;
    }

    synchronized void leave() {
        taken--;
    }

    /** Whether the runtime has threads for its other connectors while every seat is taken. */
    boolean leavesThreadsToOthers() {
        return Thread.currentThread().isVirtual() || threads.getAsInt() >= FEWEST_THREADS_TO_SPARE_ONE;
    }

    private int seats() {
        return Thread.currentThread().isVirtual() ? mostSeats : Math.clamp((threads.getAsInt() - 1) / 2, 1, mostSeats);
    }
}
