package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lists that apps have read from Feishu, kept for some minutes. Another secret sees none of them: whoever has the wrong
 * one must be refused by Feishu.
 *
 * @param <V> the type of a list
 */
final class KeptLists<V> {

    private final BoundedCache<Key, Entry<V>> lists;
    private final long keepFor;
    private final LongSupplier nanoTime;

    private record Key(AppKey app, String list) {}

    private record Entry<V>(V list, long readAt) {}

    /**
     * Keeps nothing yet.
     *
     * @param maxLists the most lists; beyond it, the one that was unused for longest goes
     * @param keepFor how long a list is good for
     * @param nanoTime a monotonic clock in nanoseconds
     */
    KeptLists(int maxLists, Duration keepFor, LongSupplier nanoTime) {
        this.lists = new BoundedCache<>(maxLists, keepFor, nanoTime);
        this.keepFor = keepFor.toNanos();
        this.nanoTime = nanoTime;
    }

    Optional<V> get(FeishuApp app, String list) {
        return lists.find(new Key(AppKey.of(app), list))
                .filter(entry -> nanoTime.getAsLong() - entry.readAt < keepFor)
                .map(Entry::list);
    }

    void put(FeishuApp app, String list, V value) {
        lists.put(new Key(AppKey.of(app), list), new Entry<>(value, nanoTime.getAsLong()));
    }
}
