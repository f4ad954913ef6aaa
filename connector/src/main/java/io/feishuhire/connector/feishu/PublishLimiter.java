package io.feishuhire.connector.feishu;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The publishing limit of one app: never more than so many requests in any second, wherever that second begins ("频控策略";
 * 10 a second for "发布职位广告"). A token bucket would let twice its size through in the second after a pause, so the
 * requests are counted: see {@link RollingSecond}.
 *
 * <p>Who finds no place gets an {@linkplain Appointments appointment} and is expected to come back then. But what
 * brings them back, an engine's timer, is late by half a second at times and brings several at once, and a place that
 * nobody is there for is lost for good. So a few stay close: they wait at the door, each for a place of its own that is
 * known to become free within {@value #LONGEST_AT_THE_DOOR_MILLIS} ms. There are four of them at most, and always fewer
 * than half of the threads that have been seen here at once: the others in the runtime need some, too, and where
 * everything is done by one thread nobody waits at all.
 *
 * <p>When Feishu answers that the limit is exceeded, others publish for the same app: {@link Share} finds out how much
 * of the limit is left for this process.
 */
final class PublishLimiter {

    private static final int MOST_AT_THE_DOOR = 4;
    private static final long LONGEST_AT_THE_DOOR_MILLIS = 500;
    private static final long LONGEST_AT_THE_DOOR =
            Duration.ofMillis(LONGEST_AT_THE_DOOR_MILLIS).toNanos();

    private final Ticker ticker;
    private final Share share;
    private final Appointments appointments;
    private final RollingSecond second = new RollingSecond();

    private int atTheDoor;
    private int mostSeenAtOnce;
    private long closedUntil;

    PublishLimiter(int perSecond, Ticker ticker) {
        this.ticker = ticker;
        var now = ticker.read();
        this.share = new Share(perSecond, now);
        this.appointments = new Appointments(perSecond, now);
        this.closedUntil = now;
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
        mostSeenAtOnce = Math.max(mostSeenAtOnce, second.inFlight() + atTheDoor + 1);
        var wait = freeAt(atTheDoor, now) - now;
        if (wait <= 0) {
            return take();
        }
        if (wait > LONGEST_AT_THE_DOOR || atTheDoor >= Math.min(MOST_AT_THE_DOOR, (mostSeenAtOnce - 1) / 2)) {
            throw turnedAway(now);
        }
        atTheDoor++;
        return new Door(Duration.ofNanos(wait));
    }

    private Place take() {
        second.take();
        return new Place();
    }

    private long freeAt(int ahead, long now) {
        return later(second.freeAt(share.places(now), ahead, now), closedUntil);
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    private FeishuException turnedAway(long now) {
        return new FeishuException(FeishuFailure.rateLimited(appointment(now)));
    }

    private Duration appointment(long now) {
        return appointments.next(now, freeAt(atTheDoor, now));
    }

    private synchronized void leave(boolean accepted) {
        var now = ticker.read();
        second.answered(now);
        if (accepted) {
            share.accepted(now);
        }
    }

    /** Lets nothing through for as long as Feishu said. */
    private synchronized Duration refused(Duration wait) {
        var now = ticker.read();
        closedUntil = later(closedUntil, now + wait.toNanos());
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
         * @throws FeishuException with {@link FeishuError#RATE_LIMITED} and the time to wait when none is free after
         *     all: Feishu has refused another request meanwhile, or the wait was cut short
         */
        Place enter() {
            synchronized (PublishLimiter.this) {
                atTheDoor--;
                var now = ticker.read();
                if (freeAt(0, now) - now > 0) {
                    throw turnedAway(now);
                }
                return take();
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
