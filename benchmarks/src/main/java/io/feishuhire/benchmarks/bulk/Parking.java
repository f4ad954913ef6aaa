package io.feishuhire.benchmarks.bulk;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.error.ConnectorExceptionBuilder;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The least that a connector can do which is to hold no thread: it hands every job back once, to return one after the
 * other, and then does nothing. What is slow beside this is slow because of engine and runtime, whoever does the work.
 */
@OutboundConnector(
        name = "Parking",
        inputVariables = {},
        type = Parking.JOB_TYPE)
public final class Parking implements OutboundConnectorFunction {

    static final String JOB_TYPE = "io.feishuhire.benchmarks:parking:1";

    private static final Duration APART = Duration.ofMillis(80);
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Set<Long> seen = new HashSet<>();
    private long last = System.nanoTime();

    @Override
    public Object execute(OutboundConnectorContext context) {
        if (seenBefore(context.getJobContext().getElementInstanceKey())) {
            return Map.of();
        }
        throw new ConnectorExceptionBuilder()
                .errorCode("PARKED")
                .message("Not yet.")
                .errorVariables(Map.of(
                        "feishuError", Map.of("kind", "throttled"),
                        "retryAfter", appointment().toString()))
                .build();
    }

    private synchronized boolean seenBefore(long task) {
        return !seen.add(task);
    }

    private synchronized Duration appointment() {
        var now = System.nanoTime();
        last = Math.max(last + APART.toNanos(), now + FIRST.toNanos());
        return Duration.ofMillis(Duration.ofNanos(last - now).toMillis());
    }
}
