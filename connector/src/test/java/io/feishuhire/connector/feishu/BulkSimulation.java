package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A bulk in simulated time: jobs in an engine that brings them back late, runtimes with a limiter each, a network, and
 * a Feishu with a strict rolling window. It takes milliseconds, and the same time each time.
 */
final class BulkSimulation {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();
    private static final int FEISHUS_LIMIT = 10;

    private final Random random;
    private final int jobs;
    private final long longestRoundTrip;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Deque<Long> accepted = new ArrayDeque<>();
    private final List<PublishLimiter> runtimes = new ArrayList<>();
    private long now;
    private int sequence;

    private long lastPublished;
    private int published;
    private int refused;
    private int refusedInTheSecondHalf;
    private int activations;

    /**
     * How it went.
     *
     * @param refused answers of "limit exceeded"
     * @param activations how often the engine handed out a job
     */
    record Outcome(Duration duration, int published, int refused, int refusedInTheSecondHalf, int activations) {}

    private record Event(long at, int sequence, Runnable action) implements java.lang.Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at == other.at ? Integer.compare(sequence, other.sequence) : Long.compare(at, other.at);
        }
    }

    BulkSimulation(long seed, int jobs, int runtimeCount, int limitOfEach, Duration longestRoundTrip) {
        this.random = new Random(seed);
        this.jobs = jobs;
        this.longestRoundTrip = longestRoundTrip.toNanos();
        IntStream.range(0, runtimeCount).forEach(i -> runtimes.add(new PublishLimiter(limitOfEach, () -> now)));
    }

    Outcome run() {
        for (var job = 0; job < jobs; job++) {
            // A client starts some hundred instances in a second.
            handOut(job * (2 * MILLISECOND));
        }
        while (!events.isEmpty()) {
            var event = events.poll();
            now = event.at;
            event.action.run();
        }
        return new Outcome(Duration.ofNanos(lastPublished), published, refused, refusedInTheSecondHalf, activations);
    }

    private void handOut(long at) {
        var runtime = runtimes.get(random.nextInt(runtimes.size()));
        schedule(at, () -> work(runtime));
    }

    private void work(PublishLimiter runtime) {
        activations++;
        try {
            switch (runtime.knock()) {
                case PublishLimiter.Place place -> send(place);
                case PublishLimiter.Door door -> schedule(now + door.patience().toNanos(), () -> enter(door));
            }
        } catch (FeishuException turnedAway) {
            handOutAfter(turnedAway.failure().retryAfter());
        }
    }

    private void enter(PublishLimiter.Door door) {
        try {
            send(door.enter());
        } catch (FeishuException turnedAway) {
            handOutAfter(turnedAway.failure().retryAfter());
        }
    }

    private void send(PublishLimiter.Place place) {
        var there = now + roundTrip() / 2;
        schedule(there, () -> arrive(place, now + roundTrip() / 2));
    }

    /** A job with a back-off waits for a timer of the engine; one without only goes there and back. */
    private void handOutAfter(Duration wait) {
        handOut(now + wait.toNanos() + (wait.isZero() ? thereAndBack() : lateness()));
    }

    private long thereAndBack() {
        return (15 + random.nextInt(50)) * MILLISECOND;
    }

    private void arrive(PublishLimiter.Place place, long backAt) {
        while (!accepted.isEmpty() && accepted.peekFirst() <= now - SECOND) {
            accepted.removeFirst();
        }
        if (accepted.size() < FEISHUS_LIMIT) {
            accepted.addLast(now);
            published++;
            lastPublished = now;
            schedule(backAt, place::close);
            return;
        }
        refused++;
        if (published > jobs / 2) {
            refusedInTheSecondHalf++;
        }
        var reset = Duration.ofSeconds(Math.ceilDiv(accepted.peekFirst() + SECOND - now, SECOND));
        schedule(backAt, () -> {
            var wait = place.refused(reset);
            place.close();
            handOutAfter(wait);
        });
    }

    /** As seen on a real broker: 0.2 seconds late in the median, and up to two; many at the same moment. */
    private long lateness() {
        var late = random.nextInt(10) == 0 ? random.nextInt(2_000) : 100 + random.nextInt(200);
        return (late / 100) * (100 * MILLISECOND);
    }

    private long roundTrip() {
        return MILLISECOND + (long) (random.nextDouble() * longestRoundTrip);
    }

    private void schedule(long at, Runnable action) {
        events.add(new Event(at, sequence++, action));
    }
}
