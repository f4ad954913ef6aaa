package io.feishuhire.playground;

import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.RecordedRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Publications of each second of real time, for a plot. It keeps three minutes, and nothing of times without any. */
final class PublishRate {

    /** The type of the jobs that publish. */
    static final String JOB_TYPE = "io.feishuhire:publish-advertisement:1";

    private static final int SECONDS_KEPT = 180;
    private static final int IDLE_SECONDS_SHOWN = 5;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Supplier<Duration> ahead;
    private final InstantSource clock;
    private final IntSupplier waitingJobs;
    private final IntSupplier limit;
    private final Map<Long, int[]> counted = new HashMap<>();
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private long lastSecond;
    private int idleSeconds = IDLE_SECONDS_SHOWN;

    /**
     * Counts nothing yet.
     *
     * @param ahead by how much the sandbox's clock is ahead of real time
     * @param clock real time
     * @param waitingJobs how many jobs that publish are open
     * @param limit how many publications Feishu allows in a second
     */
    PublishRate(Supplier<Duration> ahead, InstantSource clock, IntSupplier waitingJobs, IntSupplier limit) {
        this.ahead = ahead;
        this.clock = clock;
        this.waitingJobs = waitingJobs;
        this.limit = limit;
        this.lastSecond = lastWholeSecond();
    }

    /**
     * What happened in a second.
     *
     * @param at its beginning, in seconds since 1970
     * @param refused requests that Feishu's limit refused
     * @param waiting jobs that publish and were still open at its end
     * @param limit the limit of a second then; 0 for none
     */
    record Sample(long at, int published, int refused, int waiting, int limit) {}

    synchronized void count(RecordedRequest request) {
        if (request.endpoint() != Endpoint.PUBLISH) {
            return;
        }
        var published = request.status() == 200 && Integer.valueOf(0).equals(request.code());
        var refused = request.status() == TOO_MANY_REQUESTS;
        var second = request.receivedAt().minus(ahead.get()).getEpochSecond();
        // A request that is counted too late belongs to the next second, rather than to none.
        var counts = counted.computeIfAbsent(Math.max(second, lastSecond + 1), begins -> new int[2]);
        counts[0] += published ? 1 : 0;
        counts[1] += refused ? 1 : 0;
    }

    /**
     * Adds the seconds that have passed since the last call. To be called about once a second.
     *
     * @return whether there is a new sample
     */
    synchronized boolean sample() {
        var before = List.copyOf(samples);
        var passed = lastWholeSecond();
        for (var second = Math.max(lastSecond, passed - SECONDS_KEPT) + 1; second <= passed; second++) {
            sample(second);
        }
        lastSecond = passed;
        counted.keySet().removeIf(earlier -> earlier <= passed);
        return !List.copyOf(samples).equals(before);
    }

    /** A second is over for a second before it is sampled, as its last requests may still be on their way here. */
    private long lastWholeSecond() {
        return clock.instant().getEpochSecond() - 2;
    }

    private void sample(long second) {
        var counts = counted.getOrDefault(second, new int[2]);
        var waiting = waitingJobs.getAsInt();
        idleSeconds = counts[0] + counts[1] + waiting > 0 ? 0 : idleSeconds + 1;
        if (idleSeconds <= IDLE_SECONDS_SHOWN) {
            samples.addLast(new Sample(second, counts[0], counts[1], waiting, limit.getAsInt()));
        }
        while (!samples.isEmpty() && samples.getFirst().at() <= second - SECONDS_KEPT) {
            samples.removeFirst();
        }
    }

    /** How many jobs that publish are open. */
    static int waitingJobs(EmbeddedEngine engine) {
        return Math.toIntExact(engine.histories().stream()
                .flatMap(instance -> instance.openJobs().stream())
                .filter(job -> job.type().equals(JOB_TYPE))
                .count());
    }

    synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }
}
