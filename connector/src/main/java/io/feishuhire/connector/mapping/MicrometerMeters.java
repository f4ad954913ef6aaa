package io.feishuhire.connector.mapping;

import io.feishuhire.connector.feishu.FailureKind;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meters of Micrometer, under {@value #PREFIX}. Their tags have few values: connectors, calls, outcomes and BPMN error
 * codes, and no id of an app, a process or an advertisement.
 *
 * <p>This is the one class that needs Micrometer, which a runtime may lack.
 */
final class MicrometerMeters implements ConnectorMeters {

    static final String PREFIX = "feishu.hire.";

    static final String CALLS = PREFIX + "calls";
    static final String REQUESTS = PREFIX + "requests";
    static final String LIMITER_WAIT = PREFIX + "limiter.wait";
    static final String LIMITER_LIMIT = PREFIX + "limiter.limit";
    static final String LIMITER_LIMIT_MAX = PREFIX + "limiter.limit.max";
    static final String SEATS_USED = PREFIX + "bulkhead.seats.used";
    static final String SEATS_MAX = PREFIX + "bulkhead.seats.max";
    static final String TOKEN_FETCHES = PREFIX + "token.fetches";
    static final String LOOKS = PREFIX + "looks";

    private static final Logger LOG = LoggerFactory.getLogger(MicrometerMeters.class);

    private static final String CONNECTOR = "connector";
    private static final String OPERATION = "operation";
    private static final String OUTCOME = "outcome";
    private static final String ERROR = "error";
    private static final String NO_ERROR = "none";

    /** From a quick answer to the longest execution; enough for percentiles, and few. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(170)
    };

    private final MeterRegistry registry;
    private final AtomicBoolean complained = new AtomicBoolean();

    /**
     * Meters in a registry.
     *
     * @param registry where others may have meters as well
     */
    MicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Meters in the registry of all registries, to which a runtime adds its own.
     *
     * @throws LinkageError when there is no Micrometer, or one that this class does not know
     */
    static ConnectorMeters inGlobalRegistry() {
        return new MicrometerMeters(Metrics.globalRegistry);
    }

    @Override
    public void executed(FeishuOperation connector, Outcome outcome, Optional<FeishuError> error, Duration time) {
        safely(() -> Timer.builder(CALLS)
                .description("Executions of jobs by the Feishu Hire connectors")
                .tag(CONNECTOR, word(connector.name()))
                .tag(OUTCOME, word(outcome.name()))
                .tag(ERROR, error.map(BpmnErrors::code).orElse(NO_ERROR))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(time));
    }

    @Override
    public void requested(String call, RequestOutcome outcome, Duration time) {
        safely(() -> Timer.builder(REQUESTS)
                .description("HTTP requests to Feishu Hire, without those for tokens")
                .tag(OPERATION, word(call))
                .tag(OUTCOME, word(outcome.name()))
                .register(registry)
                .record(time));
    }

    @Override
    public void waited(String call, Duration time) {
        safely(() -> Timer.builder(LIMITER_WAIT)
                .description("Waits of threads for room within a limit of Feishu")
                .tag(OPERATION, word(call))
                .register(registry)
                .record(time));
    }

    @Override
    public void fetchedToken(Optional<FailureKind> failure) {
        safely(() -> Counter.builder(TOKEN_FETCHES)
                .description("Requests for tenant access tokens")
                .tag(OUTCOME, word(failure.map(FailureKind::name).orElseGet(Outcome.SUCCESS::name)))
                .register(registry)
                .increment());
    }

    @Override
    public void looked(String call, LookOutcome outcome) {
        safely(() -> Counter.builder(LOOKS)
                .description("Looks whether an earlier attempt was carried out after all")
                .tag(OPERATION, word(call))
                .tag(OUTCOME, word(outcome.name()))
                .register(registry)
                .increment());
    }

    @Override
    public void limits(String call, Level requestsPerSecond) {
        safely(() -> {
            gauge(LIMITER_LIMIT, "Requests a second that may be sent now", requestsPerSecond, Level::current)
                    .tag(OPERATION, word(call))
                    .register(registry);
            gauge(LIMITER_LIMIT_MAX, "Requests a second that may be sent at most", requestsPerSecond, Level::most)
                    .tag(OPERATION, word(call))
                    .register(registry);
        });
    }

    @Override
    public void seats(Level seats) {
        safely(() -> {
            gauge(SEATS_USED, "Threads that are inside a call to Feishu", seats, Level::current)
                    .register(registry);
            gauge(SEATS_MAX, "Threads that may be inside a call to Feishu at once", seats, Level::most)
                    .register(registry);
        });
    }

    /** The registry holds the level weakly: it would keep the client alive otherwise. */
    private static Gauge.Builder<Level> gauge(
            String name, String description, Level level, ToDoubleFunction<Level> value) {
        return Gauge.builder(name, level, value).description(description);
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** A registry that refuses a meter, or an older Micrometer, is no reason to do a job again that Feishu has done. */
    private void safely(Runnable measurement) {
        try {
            measurement.run();
        } catch (RuntimeException | LinkageError refused) {
            if (!complained.getAndSet(true)) {
                LOG.warn(
                        "A meter of the Feishu Hire connector could not be written. Its meters may be incomplete: check"
                                + " the version of Micrometer and the meter filters of the runtime.",
                        refused);
            }
        }
    }
}
