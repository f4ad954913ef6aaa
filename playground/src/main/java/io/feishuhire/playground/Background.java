package io.feishuhire.playground;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What goes on by itself: moves of the clock that wait for connectors, publications a second, a look at the engine. */
final class Background implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final List<Thread> threads;

    Background(EngineTime time, PublishRate rate, EngineHealth health, Changes changes) {
        threads = List.of(
                start("clock", () -> moveClock(time, changes)),
                start("publish-rate", () -> sample(rate, changes)),
                start("engine-health", () -> check(health)));
    }

    private interface Task {
        void run() throws InterruptedException;
    }

    private static Thread start(String name, Task task) {
        return Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                task.run();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void moveClock(EngineTime time, Changes changes) throws InterruptedException {
        while (true) {
            var seen = changes.count();
            if (time.pending().isPresent()) {
                time.moveIfIdle();
            }
            changes.awaitMoreThan(seen, LONGEST_WAIT);
        }
    }

    private static void sample(PublishRate rate, Changes changes) throws InterruptedException {
        while (true) {
            TimeUnit.SECONDS.sleep(1);
            if (rate.sample()) {
                changes.signal();
            }
        }
    }

    private static void check(EngineHealth health) throws InterruptedException {
        while (true) {
            TimeUnit.NANOSECONDS.sleep(LONGEST_WAIT.toNanos());
            health.check();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
