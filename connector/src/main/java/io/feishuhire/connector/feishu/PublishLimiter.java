package io.feishuhire.connector.feishu;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/**
 * The publishing limit of one app: never more than so many requests in any second, wherever that second begins ("频控策略";
 * 10 a second for "发布职位广告"). A token bucket would let twice its size through in the second after a pause, so the
 * requests are counted: see {@link RollingSecond}.
 *
 * <p>Who finds no place gets an {@linkplain Appointments appointment} and is expected to come back then. But what
 * brings them back, an engine's timer, is late by half a second at times and brings several at once, and a place that
 * nobody is there for is lost for good. So those whom the {@link Bulkhead} has let in wait, each for a place of its own
 * that should become free within {@value #LONGEST_AT_THE_DOOR_MILLIS} ms.
 *
 * <p>When Feishu answers that the limit is exceeded, others publish for the same app: {@link Share} finds out how much
 * of the limit is left for this process.
 */
final class PublishLimiter {

    private static final long LONGEST_AT_THE_DOOR_MILLIS = 500;
    private static final long LONGEST_AT_THE_DOOR =
            Duration.ofMillis(LONGEST_AT_THE_DOOR_MILLIS).toNanos();

    private final Ticker ticker;
    private final Share share;
    private final Appointments appointments;
    private final RoundTrips roundTrips = new RoundTrips();
    private final RollingSecond second = new RollingSecond(roundTrips);

    /** How many wait. The next places are theirs: whoever comes now comes after them. */
    private int atTheDoor;

    private long closedUntil;

    /** An app that has not published yet. */
    PublishLimiter(int perSecond, Ticker ticker) {
        this.ticker = ticker;
        var now = ticker.read();
        this.share = new Share(perSecond, now);
        this.appointments = new Appointments(perSecond, now);
        this.closedUntil = now;
    }

    /**
     * Takes a place, if need be after a moment at the door. An interrupted thread does not wait, and stays interrupted.
     *
     * @param mayWait whether the runtime can do without the calling thread for that moment
     * @throws FeishuException with {@link FeishuError#RATE_LIMITED} and the time to wait when none is free
     */
    Place enter(boolean mayWait) {
        return switch (knock(mayWait)) {
            case Place place -> place;
            case Door door -> {
                sleep(door.wait);
                yield door.enter();
            }
        };
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What somebody gets who comes. */
    sealed interface Answer {}

    /**
     * Takes a place, or one where the caller waits for it.
     *
     * @throws FeishuException with {@link FeishuError#RATE_LIMITED} and the time to wait when none is free
     */
    synchronized Answer knock(boolean mayWait) {
        var now = ticker.read();
        var wait = freeAt(atTheDoor, now) - now;
        if (wait <= 0) {
            return take(now);
        }
        if (!mayWait || wait > LONGEST_AT_THE_DOOR) {
            throw turnedAway(now);
        }
        atTheDoor++;
        return new Door(Duration.ofNanos(wait));
    }

    /** Sends somebody away who was not let in; the answer is how long to wait. */
    synchronized Duration turnAway() {
        return appointment(ticker.read());
    }

    private Place take(long now) {
        appointments.kept(now);
        second.take();
        return new Place(now);
    }

    private long freeAt(int ahead, long now) {
        return RollingSecond.later(second.freeAt(share.places(now), ahead, now), closedUntil);
    }

    private FeishuException turnedAway(long now) {
        return new FeishuException(FeishuFailure.rateLimited(appointment(now)));
    }

    /**
     * Where others publish for the same app, whoever comes back may come to one of them and find a place there: no need
     * to wait for one of this process's.
     */
    private Duration appointment(long now) {
        var earliest = share.isAll(now) ? freeAt(atTheDoor, now) : RollingSecond.later(now, closedUntil);
        return appointments.next(now, earliest);
    }

    private synchronized void leave(long sent, boolean accepted) {
        var now = ticker.read();
        second.answered(now);
        if (accepted) {
            share.accepted(now);
            roundTrips.add(now - sent);
        }
    }

    /** Lets nothing through for as long as Feishu said. */
    private synchronized Duration refused(Duration wait) {
        var now = ticker.read();
        closedUntil = RollingSecond.later(closedUntil, now + wait.toNanos());
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
         *     all: Feishu has refused another request meanwhile, there is less of the limit left than it seemed, or the
         *     wait was cut short
         */
        Place enter() {
            synchronized (PublishLimiter.this) {
                atTheDoor--;
                var now = ticker.read();
                if (freeAt(0, now) - now > 0) {
                    throw turnedAway(now);
                }
                return take(now);
            }
        }
    }

    /** A request's place; to be closed when its reply has arrived, or will not arrive any more. */
    final class Place implements Answer, AutoCloseable {
        private final long sent;
        private boolean accepted = true;

        private Place(long sent) {
            this.sent = sent;
        }

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
            leave(sent, accepted);
        }
    }
}
