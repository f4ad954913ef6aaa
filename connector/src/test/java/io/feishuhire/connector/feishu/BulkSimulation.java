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
 * A bulk in simulated time: jobs in an engine that looks only now and then who is to come back, runtimes with a limiter
 * each, a network, and a Feishu with a strict rolling window. It takes milliseconds, and the same time each time.
 */
final class BulkSimulation {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();
    private static final long LONGEST = Duration.ofDays(1).toNanos();
    private static final int FEISHUS_LIMIT = 10;
    private static final int THREADS = 10;

    private final Random random;
    private final int jobs;
    private final long longestRoundTrip;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final PriorityQueue<Long> backingOff = new PriorityQueue<>();
    private final Deque<Long> accepted = new ArrayDeque<>();
    private final List<PublishLimiter> runtimes = new ArrayList<>();
    private long now;
    private int sequence;

    private long lastPublished;
    private long waitedAtTheDoor;
    private int published;
    private int refused;
    private int refusedInTheSecondHalf;
    private int activations;

    /**
     * How it went.
     *
     * @param refused answers of "limit exceeded"
     * @param activations how often the engine handed out a job
     * @param atTheDoor how long jobs waited in the runtimes, all of them together
     */
    record Outcome(
            Duration duration,
            int published,
            int refused,
            int refusedInTheSecondHalf,
            int activations,
            Duration atTheDoor) {}

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
        IntStream.range(0, runtimeCount)
                .forEach(i -> runtimes.add(new PublishLimiter(limitOfEach, new Doorway(() -> THREADS), () -> now)));
    }

    Outcome run() {
        for (var job = 0; job < jobs; job++) {
            // A client starts some hundreds a second.
            handOut(job * (3 * MILLISECOND));
        }
        schedule(untilTheNextLook(), this::look);
        while (!events.isEmpty()) {
            var event = events.poll();
            now = event.at;
            if (now > LONGEST) {
                throw new IllegalStateException("%d of %d published after a day".formatted(published, jobs));
            }
            event.action.run();
        }
        return new Outcome(
                Duration.ofNanos(lastPublished),
                published,
                refused,
                refusedInTheSecondHalf,
                activations,
                Duration.ofNanos(waitedAtTheDoor));
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
                case PublishLimiter.Door door -> {
                    waitedAtTheDoor += door.patience().toNanos();
                    schedule(now + door.patience().toNanos(), () -> enter(door));
                }
            }
        } catch (FeishuException turnedAway) {
            backOff(turnedAway.failure().retryAfter());
        }
    }

    private void enter(PublishLimiter.Door door) {
        try {
            send(door.enter());
        } catch (FeishuException turnedAway) {
            backOff(turnedAway.failure().retryAfter());
        }
    }

    private void send(PublishLimiter.Place place) {
        var there = now + roundTrip() / 2;
        schedule(there, () -> arrive(place, now + roundTrip() / 2));
    }

    private void backOff(Duration wait) {
        backingOff.add(now + wait.toNanos());
    }

    /** Hands out again whose back-off is over. */
    private void look() {
        for (var next = 1; !backingOff.isEmpty() && backingOff.peek() <= now; next++) {
            backingOff.poll();
            handOut(now + next * (4 * MILLISECOND));
        }
        if (published < jobs) {
            schedule(now + untilTheNextLook(), this::look);
        }
    }

    /** As seen on a broker 8.6.0 that has little to do: 120 ms to 570 ms for four of five, 270 ms in the median. */
    private long untilTheNextLook() {
        return (100 + (long) (500 * Math.pow(random.nextDouble(), 1.5))) * MILLISECOND;
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
            backOff(wait);
        });
    }

    private long roundTrip() {
        return MILLISECOND + (long) (random.nextDouble() * longestRoundTrip);
    }

    private void schedule(long at, Runnable action) {
        events.add(new Event(at, sequence++, action));
    }
}
