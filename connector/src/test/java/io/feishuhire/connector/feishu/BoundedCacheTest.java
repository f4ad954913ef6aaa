package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final AtomicInteger created = new AtomicInteger();
    private final BoundedCache<String, Integer> cache = new BoundedCache<>(3, Duration.ofHours(1), now::get);

    @Test
    void aValueIsCreatedOnce() {
        assertThat(get("a")).isEqualTo(1);
        assertThat(get("a")).isEqualTo(1);
    }

    @Test
    void beyondItsSizeTheValueThatWasUnusedForLongestGoes() {
        get("a");
        get("b");
        get("c");
        get("a");
        get("d");

        assertThat(get("a")).isEqualTo(1);
        assertThat(get("b")).as("created again").isEqualTo(5);
    }

    @Test
    void aValueThatIsUsedStays() {
        for (var hour = 0; hour < 10; hour++) {
            assertThat(get("a")).isEqualTo(1);
            now.addAndGet(Duration.ofMinutes(59).toNanos());
        }
    }

    @Test
    void aValueThatWasUnusedForLongGoes() {
        get("a");
        now.addAndGet(Duration.ofMinutes(30).toNanos());
        get("b");
        now.addAndGet(Duration.ofMinutes(30).toNanos());

        assertThat(get("b")).isEqualTo(2);
        assertThat(get("a")).as("created again").isEqualTo(3);
    }

    private int get(String key) {
        return cache.get(key, created::incrementAndGet);
    }
}
