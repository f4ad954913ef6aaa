package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * One list, which one caller at a time reads for all. A reader that the limit stops leaves its pages to the next one:
 * if each began at the first page, many readers of a long list would use the limit up and none would come to the end.
 *
 * @param <T> what an entry of the list is
 */
final class ListReading<T> {

    private static final int MAX_PAGES = 200;
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    /** A token of a page that is older may be of no use. */
    private static final long ABANDON_AFTER = Duration.ofMinutes(5).toNanos();

    private final LongSupplier nanoTime;
    private final ReentrantLock turn = new ReentrantLock(true);
    private List<T> entries = new ArrayList<>();
    private int pages;
    private Optional<String> nextPage = Optional.of("");
    /** Page tokens belong to the query that they came with. */
    private Optional<PagedList> begun = Optional.empty();

    private long startedAt;
    private volatile Whole<T> whole;

    /** How reading ended. */
    sealed interface Result<T> {}

    /**
     * The whole list.
     *
     * @param entries all entries, in Feishu's order
     * @param readAt when the first page was asked for
     */
    record Whole<T>(List<T> entries, long readAt) implements Result<T> {}

    /** The list has more than {@value #MAX_PAGES} pages. */
    record TooLong<T>() implements Result<T> {}

    /**
     * There is no such list.
     *
     * @param code what Feishu said
     */
    record None<T>(int code) implements Result<T> {}

    ListReading(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** All entries, if they were read after a time. */
    Optional<List<T>> complete(long since) {
        return Optional.ofNullable(whole).filter(it -> it.readAt - since > 0).map(Whole::entries);
    }

    /** See {@link KeptLists#read}; a list that was read before {@code since} is read anew. */
    Result<T> read(ApiSession session, PagedList list, Function<JsonNode, Stream<T>> toEntries, long since) {
        takeTurn();
        try {
            var kept = whole;
            if (kept != null && kept.readAt - since > 0) {
                return kept;
            }
            return readOn(session, list, toEntries);
        } catch (FeishuException failed) {
            if (failed.failure().kind() != FailureKind.THROTTLED) {
                begun = Optional.empty();
            }
            throw failed;
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(MAX_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new FeishuException(FeishuFailure.rateLimited(RETRY_AFTER));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FeishuException(FeishuFailure.interruptedBeforeSending());
        }
    }

    private PagedList begin(PagedList list) {
        begun = Optional.of(list);
        entries = new ArrayList<>();
        pages = 0;
        nextPage = Optional.of("");
        startedAt = nanoTime.getAsLong();
        return list;
    }

    private Result<T> readOn(ApiSession session, PagedList asked, Function<JsonNode, Stream<T>> toEntries) {
        var isOld = nanoTime.getAsLong() - startedAt > ABANDON_AFTER;
        var list = begun.filter(it -> !isOld).orElseGet(() -> begin(asked));
        while (nextPage.isPresent()) {
            if (pages == MAX_PAGES) {
                begun = Optional.empty();
                return new TooLong<>();
            }
            var token = nextPage.get();
            var reply = session.execute(list.call(token));
            if (!reply.isOk()) {
                begun = Optional.empty();
                return new None<>(reply.code().orElseThrow());
            }
            var page = PagedList.page(reply, token);
            page.entries().forEach(entry -> toEntries.apply(entry).forEach(entries::add));
            pages++;
            nextPage = page.next();
        }
        whole = new Whole<>(List.copyOf(entries), startedAt);
        begun = Optional.empty();
        return whole;
    }
}
