package io.feishuhire.connector.feishu.ratelimit;

import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Decision;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Permit;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Rejection;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Reservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A bulk in simulated time: jobs in an engine that looks only now and then who is to come back, runtimes with a limiter
 * each, a network, and a {@link SimulatedFeishu}. It takes milliseconds, and the same time each time.
 */
final class BulkSimulation {

    private static final Duration SHORT_WAIT = Duration.ofMillis(500);

    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();
    private static final long LONGEST = Duration.ofDays(1).toNanos();

    private final SimulatedBulk bulk;
    private final Random random;
    private final SimulatedFeishu feishu;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final PriorityQueue<Long> backingOff = new PriorityQueue<>();
    private final List<SimulatedRuntime> runtimes = new ArrayList<>();
    private long now;
    private int sequence;

    private int jobs;
    private long waited;
    private int refusedInTheSecondHalf;
    private int activations;

    private record Event(long at, int sequence, Runnable action) implements java.lang.Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at == other.at ? Integer.compare(sequence, other.sequence) : Long.compare(at, other.at);
        }
    }

    BulkSimulation(long seed, SimulatedBulk bulk) {
        this.random = new Random(seed);
        this.bulk = bulk;
        this.feishu =
                new SimulatedFeishu(bulk.limits().perSecond(), bulk.limits().perMinute());
        IntStream.range(0, bulk.runtimes()).forEach(i -> runtimes.add(new SimulatedRuntime()));
    }

    SimulatedFeishu feishu() {
        return feishu;
    }

    /** A single job, which does not belong to the bulk. */
    void publishOneAt(Duration time) {
        jobs++;
        handOut(time.toNanos());
    }

    BulkOutcome run() {
        for (var job = 0; job < bulk.jobs(); job++) {
            // A client starts some hundreds a second.
            handOut(bulk.start().toNanos() + job * (3 * MILLISECOND));
        }
        jobs += bulk.jobs();
        schedule(untilTheNextLook(), this::look);
        while (!events.isEmpty()) {
            var event = events.poll();
            now = event.at;
            if (now > LONGEST) {
                throw new IllegalStateException("%d of %d published after a day".formatted(feishu.accepted(), jobs));
            }
            event.action.run();
        }
        return new BulkOutcome(
                feishu.lastAccepted().minus(bulk.start()),
                feishu.accepted(),
                feishu.refused(),
                refusedInTheSecondHalf,
                activations,
                Duration.ofNanos(waited));
    }

    private void handOut(long at) {
        schedule(at, runtimes.get(random.nextInt(runtimes.size()))::work);
    }

    private void backOff(Duration wait) {
        backingOff.add(now + wait.toNanos());
    }

    /** Hands out again whose back-off is over. */
    private void look() {
        for (var next = 1; !backingOff.isEmpty() && backingOff.peek() <= now; next++) {
            backingOff.poll();
            handOut(now + next * (bulk.punctual() ? MILLISECOND : 4 * MILLISECOND));
        }
        if (feishu.accepted() < jobs) {
            schedule(now + untilTheNextLook(), this::look);
        }
    }

    /**
     * As seen on 2026-11-24 on a broker 8.6.0 that had little to do: 120 ms to 570 ms for four of five, 270 ms in the
     * median.
     */
    private long untilTheNextLook() {
        return (bulk.punctual() ? 5 : 100 + (long) (500 * Math.pow(random.nextDouble(), 1.5))) * MILLISECOND;
    }

    private long oneWay() {
        return bulk.shortestRoundTrip().toNanos() / 2 + upTo(bulk.jitter().toNanos());
    }

    private long upTo(long most) {
        return (long) (random.nextDouble() * most);
    }

    private void schedule(long at, Runnable action) {
        events.add(new Event(at, sequence++, action));
    }

    private final class SimulatedRuntime {

        private final RateLimiter limiter =
                new RateLimiter(bulk.limitOfEach(), bulk.limits().perMinute(), () -> now, delay -> {
                    throw new IllegalStateException("In simulated time no thread waits");
                });
        private int inside;
        private int idleConnections;

        void work() {
            activations++;
            if (inside == bulk.seats()) {
                backOff(limiter.reject().retryAfter());
                return;
            }
            inside++;
            switch (limiter.tryAcquire(SHORT_WAIT)) {
                case Decision decision -> proceed(decision);
                case Reservation reservation -> {
                    var delay = reservation.delay().toNanos();
                    waited += delay;
                    // A thread wakes up a little late.
                    schedule(now + delay + upTo(MILLISECOND), () -> proceed(reservation.claim()));
                }
            }
        }

        private void proceed(Decision decision) {
            switch (decision) {
                case Permit permit -> send(permit);
                case Rejection rejection -> leave(rejection.retryAfter());
            }
        }

        private void send(Permit permit) {
            schedule(now + connect() + oneWay(), () -> {
                var wait = feishu.receive(now);
                if (!wait.isZero() && feishu.accepted() > jobs / 2) {
                    refusedInTheSecondHalf++;
                }
                schedule(now + oneWay(), () -> answered(permit, wait));
            });
        }

        /** TCP and TLS take a round trip each. */
        private long connect() {
            if (idleConnections > 0) {
                idleConnections--;
                return 0;
            }
            return oneWay() + oneWay() + oneWay() + oneWay();
        }

        private void answered(Permit permit, Duration wait) {
            idleConnections++;
            try (permit) {
                if (wait.isZero()) {
                    permit.accepted();
                    inside--;
                } else {
                    leave(permit.rejected(wait).retryAfter());
                }
            }
        }

        private void leave(Duration wait) {
            inside--;
            backOff(wait);
        }
    }
}
