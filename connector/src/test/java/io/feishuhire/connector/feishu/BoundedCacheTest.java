package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.testing.FakeTicker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {

    private final FakeTicker now = new FakeTicker();
    private final AtomicInteger created = new AtomicInteger();
    private final BoundedCache<String, Integer> cache = new BoundedCache<>(3, Duration.ofHours(1), now);

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
            now.pass(Duration.ofMinutes(59));
        }
    }

    @Test
    void aValueThatWasUnusedForLongGoes() {
        get("a");
        now.pass(Duration.ofMinutes(30));
        get("b");
        now.pass(Duration.ofMinutes(30));

        assertThat(get("b")).isEqualTo(2);
        assertThat(get("a")).as("created again").isEqualTo(3);
    }

    private int get(String key) {
        return cache.get(key, created::incrementAndGet);
    }
}
