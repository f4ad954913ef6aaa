package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.feishuhire.connector.feishu.proxy.ProxySettings;
import io.feishuhire.connector.feishu.ratelimit.Bulkhead;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bulks against the sandbox's limits. Sandbox and client go by one clock, which moves only when a call or a job waits,
 * so that a minute takes no time.
 */
class BulkOfChecksTest {

    private static final Instant BEGIN = Instant.parse("2026-11-25T09:00:00Z");
    private static final JobId JOB = new JobId("7003000000000000009");
    private static final Channel WEBSITE = new Channel.WebsiteNamed("channel.websiteName", "careers");

    private final AtomicLong nanoTime = new AtomicLong();
    private final FeishuSandbox sandbox =
            FeishuSandbox.start(SandboxSettings.defaults().withClock(this::now));
    private final FeishuApp app = Requests.appOf(sandbox);
    private final Advertisements advertisements = new FeishuClient(
                    FeishuClientSettings.DEFAULT,
                    FeishuHttp.create(ProxySettings.NONE),
                    this::now,
                    nanoTime::get,
                    this::pass,
                    Bulkhead.unlimited())
            .advertisements();

    private int attempts;

    /** A job of the engine, which comes back when it is due. */
    private record Job(int number, long due) {}

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest(name = "{0} checks")
    @CsvSource({"300, 5, 8", "1100, 60, 66"})
    void checksGoThroughAtTheLimitWithoutARefusalAndWithoutAFailure(int jobs, int atLeast, int atMost) {
        run(jobs, WEBSITE, Optional.empty());

        assertThat(Duration.ofNanos(nanoTime.get())).isBetween(Duration.ofSeconds(atLeast), Duration.ofSeconds(atMost));
        assertThat(requestsTo(Endpoint.WEBSITES)).isEqualTo(1);
        assertThat(requestsTo(Endpoint.WEBSITE_JOB_POST)).isEqualTo(jobs);
        assertThat(attempts).isLessThan(jobs * 3);
    }

    @Test
    void checksThatMakeSeveralCallsNeverBeginAgainForNothing() {
        run(300, Channel.REFERRAL_PLATFORM, Optional.of(JOB));

        assertThat(requestsTo(Endpoint.REFERRAL_JOB_POST)).isEqualTo(300);
        assertThat(requestsTo(Endpoint.REFERRAL_JOB_POSTS)).isEqualTo(300);
    }

    @Test
    void checksTakeNoPermitOfPublishingAndPublishingNoneOfTheirs() {
        IntStream.range(0, 50).forEach(i -> check(i, Channel.REFERRAL_PLATFORM, Optional.empty()));
        IntStream.range(0, 10).forEach(this::publish);

        assertThat(nanoTime).as("none of them waited").hasValue(0);
        assertThat(sandbox.requests()).noneMatch(request -> request.status() == 429);
        assertThrottled(() -> check(50, Channel.REFERRAL_PLATFORM, Optional.empty()));
        assertThrottled(() -> publish(10));
    }

    private static void assertThrottled(ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(FeishuException.class))
                .extracting(failed -> failed.failure().kind())
                .isEqualTo(FailureKind.THROTTLED);
    }

    /** Works all jobs as an engine does: a throttled job comes back when its retry time has passed. */
    private void run(int jobs, Channel channel, Optional<JobId> jobId) {
        var waiting = new PriorityQueue<>(Comparator.comparingLong(Job::due).thenComparingInt(Job::number));
        IntStream.range(0, jobs).forEach(number -> waiting.add(new Job(number, 0)));
        while (!waiting.isEmpty()) {
            var job = waiting.poll();
            nanoTime.accumulateAndGet(job.due, Math::max);
            attempts++;
            try {
                check(job.number, channel, jobId);
            } catch (FeishuException notNow) {
                assertThat(notNow.failure().kind()).isEqualTo(FailureKind.THROTTLED);
                waiting.add(new Job(
                        job.number,
                        nanoTime.get() + notNow.failure().retryAfter().toNanos()));
            }
        }
        assertThat(sandbox.requests()).noneMatch(request -> request.status() == 429);
    }

    private void check(int number, Channel channel, Optional<JobId> jobId) {
        advertisements.check(
                new CheckRequest(app, id(number), channel, jobId, Optional.empty(), Duration.ofSeconds(10)));
    }

    private void publish(int number) {
        advertisements.publish(new PublishRequest(app, id(number), Channel.REFERRAL_PLATFORM, Duration.ofSeconds(10)));
    }

    private static AdvertisementId id(int number) {
        return new AdvertisementId("7" + number);
    }

    private long requestsTo(Endpoint endpoint) {
        return sandbox.requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .count();
    }

    private Instant now() {
        return BEGIN.plusNanos(nanoTime.get());
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
