package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many jobs that need one list at the same time. */
class SharedListTest {

    private static final String WEBSITES = "hire/v1/websites";
    private static final String CAREERS =
            "{\"id\":\"81\",\"job_channel_id\":\"91\",\"name\":{\"zh_cn\":\"社招官网\",\"en_us\":\"Careers\"}}";
    private static final int JOBS = 8;

    private final FeishuRoutes feishu = new FeishuRoutes();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @AutoClose
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(work -> {
        var thread = new Thread(work);
        threads.add(thread);
        return thread;
    });

    @BeforeEach
    void thereIsAWebsite() {
        feishu.pages(WEBSITES, CAREERS);
    }

    @Test
    void oneJobReadsTheListForAllThatWait() throws Exception {
        holdBack(FeishuRoutes.list(false, "", CAREERS));
        var lists =
                IntStream.range(0, JOBS).mapToObj(i -> start(this::channels)).toList();
        await().until(this::allWait);

        answer.countDown();

        for (var list : lists) {
            assertThat(list.get()).hasSize(2);
        }
        assertThat(feishu.requests()).hasSize(1);
    }

    @Test
    void whenFeishuFailsTheReaderItFailsAllThatWait() throws Exception {
        holdBack("{\"code\":1002001}");
        var failures = IntStream.range(0, JOBS)
                .mapToObj(i -> start(() -> catchThrowableOfType(FeishuException.class, this::channels)))
                .toList();
        await().until(this::allWait);

        feishu.passes(Duration.ofSeconds(1));
        answer.countDown();

        for (var failure : failures) {
            assertThat(failure.get().failure().code()).hasValue(1002001);
        }
        assertThat(feishu.requests()).hasSize(1);
    }

    /** Its time says nothing about Feishu. */
    @Test
    void aReaderThatRanOutOfItsOwnTimeLeavesTheOthersToReadOn() throws Exception {
        feishu.on(
                WEBSITES,
                query -> query.contains("page_token=1")
                        ? FeishuRoutes.list(false, "")
                        : afterTheSignal(FeishuRoutes.list(true, "1", CAREERS)));
        var reader = start(() -> catchThrowableOfType(FeishuException.class, this::channels));
        await().until(this::allWait);
        feishu.passes(Duration.ofSeconds(140));
        var waiting = start(this::channels);
        await().until(this::allWait);

        feishu.passes(Duration.ofSeconds(11));
        answer.countDown();

        assertThat(reader.get().failure().detail()).contains("answers too slowly");
        assertThat(waiting.get()).hasSize(2);
    }

    @Test
    void aListThatIsKeptIsThereWhileAnotherJobReadsItAgain() throws Exception {
        channels();
        feishu.passes(Duration.ofSeconds(10));
        holdBack(FeishuRoutes.list(false, "", CAREERS));
        var unknownChannel = start(() -> feishu.client()
                .advertisements()
                .check(new CheckRequest(
                        Requests.APP,
                        new AdvertisementId("4711"),
                        new Channel.Numbered(new JobChannelId("99")),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(10))));
        await().until(this::allWait);

        assertThat(channels()).hasSize(2);

        answer.countDown();
        assertThat(unknownChannel.get().reason()).isEqualTo(AdvertisementStatus.Reason.NO_SUCH_WEBSITE);
    }

    /** The list of websites is answered only when the test lets it be. */
    private void holdBack(String json) {
        feishu.on(WEBSITES, query -> afterTheSignal(json));
    }

    private String afterTheSignal(String json) {
        try {
            answer.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        return json;
    }

    private boolean allWait() {
        return threads.stream()
                .allMatch(thread ->
                        thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
    }

    private List<Choice> channels() {
        return feishu.client()
                .choices()
                .list(new ChoicesRequest(Requests.APP, ChoiceList.CHANNELS, "", "0", Duration.ofSeconds(10)));
    }

    private <T> Future<T> start(Callable<T> call) {
        return executor.submit(call);
    }
}
