package io.feishuhire.connector.feishu;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/**
 * The publishing limit of one app: never more than so many requests in any second, wherever that second begins ("频控策略";
 * 10 a second for "发布职位广告").
 *
 * <p>A token bucket lets twice its size through in the second after a pause. This limiter counts instead: a request
 * occupies a place from before it is sent until one second after its reply arrived. Feishu counts a request at some
 * moment between the two, so however long the network takes, no second of Feishu's holds more than the limit.
 *
 * <p>Who finds no place gets an {@linkplain Appointments appointment} and is expected to come back then. But what
 * brings them back, an engine's timer, is late by some tenths of a second, and a place that nobody is there for is lost
 * for good. Places that were taken together become free together, when only few are there: so in a crowd they are taken
 * some time apart. And a few stay close: two at most wait at the door for what is left until the next place becomes
 * free, never longer than {@value #LONGEST_AT_THE_DOOR_MILLIS} ms, which is less than a request takes. Who does not get
 * in then is to come back at once: the way through an engine and back takes some hundredths of a second, and no timer
 * is involved.
 *
 * <p>When Feishu answers that the limit is exceeded, others publish for the same app: {@link Share} finds out how much
 * of the limit is left for this process.
 */
final class PublishLimiter {

    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private static final long LONGEST_AT_THE_DOOR_MILLIS = 25;
    private static final long LONGEST_AT_THE_DOOR =
            Duration.ofMillis(LONGEST_AT_THE_DOOR_MILLIS).toNanos();
    private static final int MOST_AT_THE_DOOR = 2;
    /** So long before a place becomes free it is worth while to stay close. */
    private static final long SOON = Duration.ofMillis(200).toNanos();

    /** Of the time that each place has in a second. Less than all of it, so that lost time is made good. */
    private static final double SPACING = 0.8;

    private final Ticker ticker;
    private final Share share;
    private final Appointments appointments;
    /** When the replies of the last second arrived. */
    private final Deque<Long> answeredAt = new ArrayDeque<>();

    private int inFlight;
    private int atTheDoor;
    private long lastTaken;
    /** A second after somebody last found no place. */
    private long crowdedUntil;

    private long closedUntil;

    PublishLimiter(int perSecond, Ticker ticker) {
        this.ticker = ticker;
        var now = ticker.read();
        this.share = new Share(perSecond, now);
        this.appointments = new Appointments(now);
        this.closedUntil = now;
        this.lastTaken = now;
        this.crowdedUntil = now;
    }

    /**
     * Takes a place, if need be after a moment at the door.
     *
     * @throws FeishuException with {@link FeishuError#RATE_LIMITED} and the time to wait when none is free
     */
    Place enter() {
        return switch (knock()) {
            case Place place -> place;
            case Door door -> {
                LockSupport.parkNanos(door.wait.toNanos());
                yield door.enter();
            }
        };
    }

    /** What somebody gets who comes. */
    sealed interface Answer {}

    /**
     * Takes a place, or one of the few where one may wait for it.
     *
     * @throws FeishuException with {@link FeishuError#RATE_LIMITED} and the time to wait when none is free
     */
    synchronized Answer knock() {
        var now = ticker.read();
        if (hasPlace(now)) {
            return take();
        }
        crowdedUntil = now + WINDOW_NANOS;
        var untilNextPlace = nextPlace(now) - now;
        if (atTheDoor >= MOST_AT_THE_DOOR || untilNextPlace > SOON) {
            throw turnedAway(appointment(now));
        }
        atTheDoor++;
        return new Door(Duration.ofNanos(Math.clamp(untilNextPlace, 0, LONGEST_AT_THE_DOOR)));
    }

    private boolean hasPlace(long now) {
        forgetBefore(now - WINDOW_NANOS);
        return now - nextPlace(now) >= 0 && inFlight + answeredAt.size() < share.places(now);
    }

    private Place take() {
        lastTaken = ticker.read();
        inFlight++;
        return new Place();
    }

    private long nextPlace(long now) {
        var full = inFlight + answeredAt.size() >= share.places(now);
        var free = full && !answeredAt.isEmpty() ? answeredAt.peekFirst() + WINDOW_NANOS : now;
        var spaced = now - crowdedUntil < 0 ? lastTaken + (long) (WINDOW_NANOS * SPACING) / share.places(now) : now;
        return later(later(free, spaced), closedUntil);
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    private Duration appointment(long now) {
        return appointments.next(now, nextPlace(now), share.places(now));
    }

    private static FeishuException turnedAway(Duration wait) {
        return new FeishuException(FeishuFailure.rateLimited(wait));
    }

    private void forgetBefore(long limit) {
        while (!answeredAt.isEmpty() && answeredAt.peekFirst() - limit <= 0) {
            answeredAt.removeFirst();
        }
    }

    private synchronized void leave(boolean accepted) {
        var now = ticker.read();
        inFlight--;
        answeredAt.addLast(now);
        if (accepted) {
            share.accepted(now);
        }
    }

    /** Lets nothing through for as long as Feishu said. */
    private synchronized Duration refused(Duration wait) {
        var now = ticker.read();
        var until = now + wait.toNanos();
        if (until - closedUntil > 0) {
            closedUntil = until;
        }
        share.exceeded(now, closedUntil);
        return appointment(now);
    }

    /** Where one may wait for a moment; whoever does has to enter then. */
    final class Door implements Answer {
        private final Duration wait;

        private Door(Duration wait) {
            this.wait = wait;
        }

        /** How long to wait before entering. */
        Duration patience() {
            return wait;
        }

        /**
         * Takes a place.
         *
         * @throws FeishuException with {@link FeishuError#RATE_LIMITED}, and no time to wait, when none is free
         */
        Place enter() {
            synchronized (PublishLimiter.this) {
                atTheDoor--;
                if (hasPlace(ticker.read())) {
                    return take();
                }
                throw turnedAway(Duration.ZERO);
            }
        }
    }

    /** A request's place; to be closed when its reply has arrived, or will not arrive any more. */
    final class Place implements Answer, AutoCloseable {
        private boolean accepted = true;

        /**
         * Feishu refused the request because of the limit.
         *
         * @param wait how long Feishu said to wait
         * @return how long to wait, when others wait too
         */
        Duration refused(Duration wait) {
            accepted = false;
            return PublishLimiter.this.refused(wait);
        }

        @Override
        public void close() {
            leave(accepted);
        }
    }
}
