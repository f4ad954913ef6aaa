package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Lists that apps have read from Feishu, kept for some minutes. A caller with another secret sees none of them: Feishu
 * has to decide whether to let it in.
 *
 * @param <T> what an entry of the lists is
 */
final class KeptLists<T> {

    /** The token of a page that is older may be of no use. */
    private static final long CONTINUE_FOR = Duration.ofMinutes(5).toNanos();

    private final BoundedCache<Key, ListReading<T>> readings;
    private final long keepFor;
    private final LongSupplier nanoTime;

    private record Key(AppKey app, String name) {}

    /**
     * Keeps nothing yet.
     *
     * @param maxLists the most lists; beyond it, the one that was unused for longest goes
     * @param keepFor how long a list is good for; zero for lists that are read anew each time
     * @param nanoTime a monotonic clock in nanoseconds
     */
    KeptLists(int maxLists, Duration keepFor, LongSupplier nanoTime) {
        this.readings = new BoundedCache<>(maxLists, Duration.ofHours(1), nanoTime);
        this.keepFor = keepFor.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The list as far as it is kept, without a call. */
    Optional<List<T>> find(FeishuApp app, String name) {
        return reading(app, name).complete(nanoTime.getAsLong() - keepFor);
    }

    /**
     * The list, kept or read.
     *
     * @param entries turns an entry of the reply into entries of the list
     * @return the whole list, or why there is none
     * @throws FeishuException when a page cannot be had; what was read before is kept for the next attempt
     */
    ListReading.Result<T> read(ApiSession session, String name, PagedList list, Function<JsonNode, Stream<T>> entries) {
        var now = nanoTime.getAsLong();
        return reading(session.app(), name).read(session, list, entries, now - keepFor, now - CONTINUE_FOR);
    }

    /** The same, but no list, and no page, that is older than {@code maxAge}. */
    ListReading.Result<T> readSince(
            ApiSession session, String name, PagedList list, Function<JsonNode, Stream<T>> entries, Duration maxAge) {
        var since = nanoTime.getAsLong() - Math.min(maxAge.toNanos(), keepFor);
        return reading(session.app(), name).read(session, list, entries, since, since);
    }

    /** The same, but only as Feishu has it after this call began. */
    ListReading.Result<T> readNow(
            ApiSession session, String name, PagedList list, Function<JsonNode, Stream<T>> entries) {
        var now = nanoTime.getAsLong();
        return reading(session.app(), name).read(session, list, entries, now, now);
    }

    private ListReading<T> reading(FeishuApp app, String name) {
        return readings.get(new Key(AppKey.of(app), name), () -> new ListReading<>(nanoTime));
    }
}
