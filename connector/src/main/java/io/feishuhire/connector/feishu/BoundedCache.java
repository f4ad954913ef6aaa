package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
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
        return find(key).orElseGet(() -> {
            var value = create.get();
            put(key, value);
            return value;
        });
    }

    /** The value for a key, if there is one. */
    synchronized Optional<V> find(K key) {
        removeIdle(nanoTime.getAsLong());
        var known = Optional.ofNullable(entries.get(key)).map(Entry::value);
        known.ifPresent(value -> put(key, value));
        return known;
    }

    /** Keeps a value; one of the same key goes. */
    synchronized void put(K key, V value) {
        entries.put(key, new Entry<>(value, nanoTime.getAsLong()));
        if (entries.size() > maxSize) {
            entries.pollFirstEntry();
        }
    }

    /** The values whose keys are wanted. This is no use of them. */
    synchronized List<V> values(Predicate<K> wanted) {
        removeIdle(nanoTime.getAsLong());
        return entries.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(entry -> entry.getValue().value())
                .toList();
    }

    private void removeIdle(long now) {
        while (!entries.isEmpty() && now - entries.firstEntry().getValue().usedAt >= maxIdle) {
            entries.pollFirstEntry();
        }
    }
}
