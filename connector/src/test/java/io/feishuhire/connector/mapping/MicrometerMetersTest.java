package io.feishuhire.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import io.camunda.connector.api.error.ConnectorInputException;
import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.JobContext;
import io.feishuhire.connector.testing.LogOfThisThread;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator's monitoring reads. */
class MicrometerMetersTest {

    private static final Set<String> TAGS = Set.of("connector", "operation", "outcome", "error");

    @AutoClose
    private final FeishuSandbox sandbox = ConfidentialWords.sandbox();

    @AutoClose
    private final LogOfThisThread log = new LogOfThisThread();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FeishuAccess access = FeishuAccess.configuredBy(Map.of(), new MicrometerMeters(registry));

    @ParameterizedTest
    @CsvSource({
        "PUBLISH, publish, publish",
        "CHECK, check, referral-job-post",
        "LIST_CHOICES, list-choices, job-types",
        "CREATE, create, create-job",
        "LOOK_UP, look-up, job-detail",
        "OPEN_OR_CLOSE, open-or-close, open-job"
    })
    void eachConnectorCountsItsExecutionsAndRequests(EveryConnector connector, String name, String operation) {
        execute(connector);

        assertThat(calls(name, "success", "none")).isOne();
        assertThat(registry.get("feishu.hire.requests")
                        .tags("operation", operation, "outcome", "accepted")
                        .timer()
                        .count())
                .isOne();
        assertThat(registry.get("feishu.hire.limiter.limit")
                        .tags("operation", operation)
                        .gauge()
                        .value())
                .isPositive()
                .isEqualTo(registry.get("feishu.hire.limiter.limit.max")
                        .tags("operation", operation)
                        .gauge()
                        .value());
        assertThat(registry.get("feishu.hire.token.fetches")
                        .tag("outcome", "success")
                        .counter()
                        .count())
                .isOne();
    }

    /** A value for each app, job or advertisement would make a meter for each, and tell what is confidential. */
    @ParameterizedTest
    @EnumSource
    void noTagHoldsAnIdOrASecret(EveryConnector connector) {
        execute(connector);
        sandbox.next(connector.endpoint(), Reply.systemError());
        execute(connector);

        assertThat(metersWithoutBuckets()).isNotEmpty().allSatisfy(meter -> {
            assertThat(meter.getId().getName()).startsWith("feishu.hire.").matches("[a-z]+(\\.[a-z]+)+");
            assertThat(meter.getId().getTags()).extracting(Tag::getKey).isSubsetOf(TAGS);
            assertThat(meter.getId().getTags())
                    .extracting(Tag::getValue)
                    .allMatch(value -> value.matches("[a-z]+(-[a-z]+)*|FEISHU_[A-Z_]+"))
                    .noneMatch(ConfidentialWords::areIn);
            assertThat(meter.getId().getDescription()).isNotBlank();
        });
    }

    @Test
    void aPermanentFailureHasItsBpmnErrorCode() {
        sandbox.apiSync(false);

        execute(EveryConnector.PUBLISH);

        assertThat(calls("publish", "permanent", "FEISHU_API_SYNC_DISABLED")).isOne();
    }

    @Test
    void aTransientFailureHasItsBpmnErrorCode() {
        sandbox.next(Endpoint.PUBLISH, Reply.systemError());

        execute(EveryConnector.PUBLISH);

        assertThat(calls("publish", "transient", "FEISHU_SYSTEM_ERROR")).isOne();
    }

    @Test
    void aJobThatWaitsIsThrottledAndItsRequestRejected() {
        sandbox.next(Endpoint.PUBLISH, Reply.rateLimited("1"));

        execute(EveryConnector.PUBLISH);

        assertThat(calls("publish", "throttled", "FEISHU_RATE_LIMITED")).isOne();
        assertThat(registry.get("feishu.hire.requests")
                        .tags("operation", "publish", "outcome", "rejected")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void wrongConfigurationOfATaskCounts() {
        var variables = EveryConnector.PUBLISH.variables("http://example.com");

        var unused = catchThrowable(() -> EveryConnector.PUBLISH.execute(access, variables));

        assertThat(calls("publish", "configuration", "none")).isOne();
    }

    @Test
    void wrongConfigurationOfTheRuntimeCounts() {
        var unusable = FeishuAccess.configuredBy(
                Map.of("FEISHU_HIRE_PUBLISHES_PER_SECOND", "abc"), new MicrometerMeters(registry));

        var unused = catchThrowable(() -> EveryConnector.CREATE.execute(
                unusable, EveryConnector.CREATE.variables(sandbox.baseUrl().toString())));

        assertThat(calls("create", "configuration", "none")).isOne();
    }

    @Test
    void aDefectCounts() {
        fail(new IllegalStateException());
        fail(new NoClassDefFoundError());

        assertThat(calls("any", "defect", "none")).isEqualTo(2);
    }

    @Test
    void anIncidentOfTheConnectorIsNoDefect() {
        fail(new ConnectorInputException("wrong"));

        assertThat(calls("any", "configuration", "none")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void eachErrorIsCountedUnderItsCode(FeishuError error) {
        var meters = new MicrometerMeters(registry);

        meters.executed(
                FeishuOperation.ANY, ConnectorMeters.Outcome.PERMANENT, Optional.of(error), Duration.ofMillis(1));

        assertThat(calls("any", "permanent", BpmnErrors.code(error))).isOne();
    }

    @Test
    void theSeatsAreMeters() {
        execute(EveryConnector.PUBLISH);

        assertThat(registry.get("feishu.hire.bulkhead.seats.used").gauge().value())
                .isZero();
        assertThat(registry.get("feishu.hire.bulkhead.seats.max").gauge().value())
                .isPositive();
    }

    /** The runtime makes connectors before it adds its registry to the global one. */
    @Test
    void aRegistryThatComesLaterHasTheMetersTooAndNoneKeepsAClientAlive() {
        var global = new CompositeMeterRegistry();
        var later = FeishuAccess.configuredBy(Map.of(), new MicrometerMeters(global));
        global.add(registry);

        var unused = EveryConnector.PUBLISH.execute(
                later, EveryConnector.PUBLISH.variables(sandbox.baseUrl().toString()));

        assertThat(registry.get("feishu.hire.bulkhead.seats.max").gauge().value())
                .isPositive();
        assertThat(calls("publish", "success", "none")).isOne();
    }

    /** Feishu has published: a failure now would publish again. */
    @Test
    void aRegistryThatRefusesMetersFailsNoJobAndIsOneWarning() {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                throw new IllegalArgumentException("no meters here");
            }
        });

        execute(EveryConnector.PUBLISH);
        execute(EveryConnector.PUBLISH);

        assertThat(sandbox.published()).hasSize(2);
        assertThat(log.messages(Level.WARN))
                .singleElement()
                .asString()
                .startsWith("A meter of the Feishu Hire connector could not be written.");
    }

    @Test
    void theTimeOfAnExecutionHasBucketsForPercentiles() {
        execute(EveryConnector.PUBLISH);

        var timer = registry.get("feishu.hire.calls").timer();
        assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive();
        assertThat(Stream.of(timer.takeSnapshot().histogramCounts())).hasSize(9);
    }

    /** The registry of this test makes a meter of each bucket of a timer. */
    private Stream<Meter> metersWithoutBuckets() {
        return registry.getMeters().stream().filter(meter -> meter.getId().getTag("le") == null);
    }

    private void execute(EveryConnector connector) {
        var unused = catchThrowable(() ->
                connector.execute(access, connector.variables(sandbox.baseUrl().toString())));
    }

    private void fail(Throwable reason) {
        var unused = catchThrowable(
                () -> access.execute(JobContext.of("input"), FeishuOperation.ANY, Object.class, (input, feishu) -> {
                    throw sneaky(reason);
                }));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException sneaky(Throwable reason) throws T {
        throw (T) reason;
    }

    private long calls(String connector, String outcome, String error) {
        return registry.get("feishu.hire.calls")
                .tags("connector", connector, "outcome", outcome, "error", error)
                .timer()
                .count();
    }
}
