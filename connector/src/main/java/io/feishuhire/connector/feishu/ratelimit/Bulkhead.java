package io.feishuhire.connector.feishu.ratelimit;

import java.util.function.IntSupplier;

/**
 * Limits how many threads of a runtime may be inside a call at the same time, so that a server that says nothing leaves
 * threads for the runtime's other work. One call is always let in. From three threads on fewer than half of them are
 * let in, and {@value #MAX_SEATS} at most. One seat is kept for calls that go first. A virtual thread that waits holds
 * up no other, so up to {@value #MAX_SEATS} virtual threads are always let in.
 */
public final class Bulkhead {

    private static final int MAX_SEATS = 32;
    private static final int FEWEST_THREADS_TO_SPARE_ONE = 3;

    /** Counting further makes no difference. */
    private static final int COUNTED_THREADS = 2 * MAX_SEATS + 1;

    private final IntSupplier threads;
    private final int maxSeats;
    private int taken;
    /** As the last call found them, because a thread that only asks must not be counted. */
    private int known = 1;

    /** An empty bulkhead for the threads that call it, however many that turn out to be. */
    public Bulkhead() {
        this(new WorkerThreadCounter(COUNTED_THREADS));
    }

    /**
     * An empty bulkhead.
     *
     * @param threads how many platform threads the runtime works with, as far as is known
     */
    Bulkhead(IntSupplier threads) {
        this(threads, MAX_SEATS);
    }

    private Bulkhead(IntSupplier threads, int maxSeats) {
        this.threads = threads;
        this.maxSeats = maxSeats;
    }

    /** A bulkhead that lets every call in. */
    public static Bulkhead unlimited() {
        return new Bulkhead(() -> Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * Lets a call in, if there is a seat; the caller has to {@link #leave()} then.
     *
     * @param goesFirst whether the call may take the last seat, where there are several
     */
    public synchronized boolean tryEnter(boolean goesFirst) {
        known = seats();
        if (taken >= (goesFirst ? known : Math.max(1, known - 1))) {
            return false;
        }
        taken++;
        return true;
    }

    /** Gives the seat back. */
    public synchronized void leave() {
        taken--;
    }

    /** How many calls are inside. */
    public synchronized int taken() {
        return taken;
    }

    /** How many calls the bulkhead has seats for, as far as the calls up to now tell. */
    public synchronized int most() {
        return known;
    }

    /** Whether the runtime has threads for its other work while every seat is taken. */
    public boolean leavesThreadsToOthers() {
        return Thread.currentThread().isVirtual() || threads.getAsInt() >= FEWEST_THREADS_TO_SPARE_ONE;
    }

    private int seats() {
        return Thread.currentThread().isVirtual() ? maxSeats : Math.clamp((threads.getAsInt() - 1) / 2, 1, maxSeats);
    }
}
