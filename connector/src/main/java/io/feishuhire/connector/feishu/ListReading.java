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
 * One list, which one caller at a time reads for all. A reader that the limit or its time stops leaves its pages to the
 * next one: if each began at the first page, many readers of a long list would use the limit up and none would come to
 * the end.
 *
 * @param <T> what an entry of the list is
 */
final class ListReading<T> {

    private static final int MAX_PAGES = 200;

    private final LongSupplier nanoTime;
    private final ReentrantLock turn = new ReentrantLock(true);
    private List<T> entries = new ArrayList<>();
    private int pages;
    private Optional<String> nextPage = Optional.of("");
    /** Page tokens belong to the query that they came with. */
    private Optional<PagedList> begun = Optional.empty();

    private long startedAt;
    private volatile Whole<T> whole;
    private Failure failure;

    private record Failure(FeishuFailure failure, Duration timeout, long at) {}

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
        return Optional.ofNullable(whole).filter(it -> isNewer(it, since)).map(Whole::entries);
    }

    /**
     * See {@link KeptLists#read}.
     *
     * @param since a list whose reading began before this time is read anew
     * @param pagesSince pages that another caller left are used if their reading began after this time
     */
    Result<T> read(
            ApiSession session, PagedList list, Function<JsonNode, Stream<T>> toEntries, long since, long pagesSince) {
        var kept = whole;
        if (isNewer(kept, since)) {
            return kept;
        }
        // A job that waits for its turn holds a thread, so it takes a seat first.
        session.enter(list.call(""));
        var askedAt = nanoTime.getAsLong();
        takeTurn(session, list);
        try {
            var read = whole;
            if (isNewer(read, since)) {
                return read;
            }
            failWithTheReader(session, askedAt);
            return readOn(session, list, toEntries, pagesSince);
        } finally {
            turn.unlock();
        }
    }

    private static boolean isNewer(Whole<?> list, long since) {
        return list != null && list.readAt - since > 0;
    }

    /** For as long as the reader may wait for one answer; then the job comes back later. */
    private void takeTurn(ApiSession session, PagedList list) {
        try {
            if (!turn.tryLock(session.timeLeft().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new FeishuException(FeishuFailure.listIsBeingRead(session.retryAfter(list.call(""))));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FeishuException(FeishuFailure.interruptedBeforeSending());
        }
    }

    /**
     * A reader whom Feishu fails fails for all that waited for it: one after the other, they would wait for hours. A
     * reader that used its own time up says nothing about Feishu.
     */
    private void failWithTheReader(ApiSession session, long askedAt) {
        var known = failure;
        if (known != null && known.at - askedAt > 0 && session.timeout().compareTo(known.timeout) <= 0) {
            throw new FeishuException(known.failure);
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

    private Result<T> readOn(
            ApiSession session, PagedList asked, Function<JsonNode, Stream<T>> toEntries, long pagesSince) {
        if (begun.isPresent() && startedAt - pagesSince > 0) {
            try {
                return readPages(session, begun.get(), toEntries);
            } catch (FeishuException failed) {
                if (failed.failure().kind() != FailureKind.PERMANENT) {
                    throw failed;
                }
                // How long the token of a page lives is documented nowhere.
            }
        }
        return readPages(session, begin(asked), toEntries);
    }

    private Result<T> readPages(ApiSession session, PagedList list, Function<JsonNode, Stream<T>> toEntries) {
        try {
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
        } catch (FeishuException failed) {
            if (failed.failure().kind() == FailureKind.PERMANENT) {
                begun = Optional.empty();
            }
            if (failed.failure().kind() == FailureKind.TRANSIENT && !session.isOutOfTime()) {
                failure = new Failure(failed.failure(), session.timeout(), nanoTime.getAsLong());
            }
            throw failed;
        }
        // An entry can come on two pages when the list changes between them.
        whole = new Whole<>(entries.stream().distinct().toList(), startedAt);
        begun = Optional.empty();
        return whole;
    }
}
