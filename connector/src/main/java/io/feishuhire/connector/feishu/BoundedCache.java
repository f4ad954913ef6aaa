package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps the values that were used last. It is bounded in number and in age, because keys come from process data, and
 * the values of a secret that was rotated must not live on.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class BoundedCache<K, V> {

    private final int maxSize;
    private final long maxIdle;
    private final LongSupplier nanoTime;
    /** In the order of their last use. */
    private final LinkedHashMap<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    private record Entry<V>(V value, long usedAt) {}

    /**
     * An empty cache.
     *
     * @param maxSize the most values; beyond it, the one that was unused for longest goes
     * @param maxIdle a value that was unused for this long goes when the cache is used next
     * @param nanoTime a monotonic clock in nanoseconds
     */
    BoundedCache(int maxSize, Duration maxIdle, LongSupplier nanoTime) {
        this.maxSize = maxSize;
        this.maxIdle = maxIdle.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The value for a key, which is created if there is none. */
    synchronized V get(K key, Supplier<V> create) {
        var now = nanoTime.getAsLong();
        removeIdle(now);
        var known = entries.get(key);
        var value = known == null ? create.get() : known.value;
        entries.put(key, new Entry<>(value, now));
        if (entries.size() > maxSize) {
            entries.pollFirstEntry();
        }
        return value;
    }

    private void removeIdle(long now) {
        while (!entries.isEmpty() && now - entries.firstEntry().getValue().usedAt >= maxIdle) {
            entries.pollFirstEntry();
        }
    }
}
