package io.feishuhire.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The meters of a stock runtime, as Prometheus reads them, against what the sandbox saw. */
@ExtendWith(OneRuntime.class)
class MetersInStockRuntimeTest {

    private static final String CALLS = "feishu_hire_calls_seconds_count";
    private static final String REQUESTS = "feishu_hire_requests_seconds_count";
    private static final String INVOCATIONS = "camunda_connector_outbound_invocations_total";
    private static final int LIMIT_EXCEEDED = 99991400;

    @Test
    void theCallsAreThoseThatTheSandboxSaw(MonitoredRuntime runtime) {
        var scrape = runtime.scrape();
        var published = runtime.requestsTo(Endpoint.PUBLISH);

        assertThat(calls(scrape, "success", "none"))
                .as("one publication was online already when the connector looked")
                .isEqualTo(withCode(published, 0) + 1)
                .isEqualTo(MonitoredRuntime.COMPLETED);
        assertThat(calls(scrape, "permanent", "FEISHU_API_SYNC_DISABLED"))
                .isEqualTo(withCode(published, 1002613))
                .isOne();
        assertThat(calls(scrape, "transient", "FEISHU_SYSTEM_ERROR")).isOne();
        assertThat(calls(scrape, "configuration", "none")).isOne();
        assertThat(calls(scrape, "throttled", "FEISHU_RATE_LIMITED")).isPositive();
    }

    @Test
    void theRequestsAreThoseThatTheSandboxSaw(MonitoredRuntime runtime) {
        var scrape = runtime.scrape();
        var published = runtime.requestsTo(Endpoint.PUBLISH);

        assertThat(requests(scrape, "publish", "rejected"))
                .isEqualTo(withCode(published, LIMIT_EXCEEDED))
                .isPositive();
        assertThat(requests(scrape, "publish", "accepted"))
                .isEqualTo(published.size() - withCode(published, LIMIT_EXCEEDED));
        assertThat(requests(scrape, "referral-job-post", "accepted"))
                .isEqualTo(runtime.requestsTo(Endpoint.REFERRAL_JOB_POST).size())
                .isOne();
        assertThat(scrape.sum("feishu_hire_looks_total", Map.of("operation", "publish", "outcome", "found")))
                .isOne();
        assertThat(scrape.sum("feishu_hire_token_fetches_total", Map.of()))
                .isEqualTo(runtime.requestsTo(Endpoint.TOKEN).size());
        assertThat(scrape.sum("feishu_hire_token_fetches_total", Map.of("outcome", "transient")))
                .isOne();
    }

    @Test
    void limitAndSeatsAreThoseOfTheRuntime(MonitoredRuntime runtime) {
        var scrape = runtime.scrape();
        var publish = Map.of("operation", "publish");

        assertThat(scrape.sum("feishu_hire_limiter_limit_max", publish)).isEqualTo(10);
        assertThat(scrape.sum("feishu_hire_limiter_limit", publish)).isBetween(1.0, 10.0);
        assertThat(scrape.sum("feishu_hire_limiter_wait_seconds_count", publish))
                .isPositive();
        assertThat(scrape.sum("feishu_hire_limiter_wait_seconds_max", publish)).isLessThan(5);
        assertThat(scrape.sum("feishu_hire_bulkhead_seats_max", Map.of()))
                .as("four of ten threads")
                .isEqualTo(4);
        assertThat(scrape.sum("feishu_hire_bulkhead_seats_used", Map.of())).isZero();
    }

    /** What the docs say of Camunda's own meters. */
    @Test
    void aJobThatWaitsIsFailedForCamunda(MonitoredRuntime runtime) {
        var scrape = runtime.scrape();

        assertThat(scrape.sum(INVOCATIONS, Map.of("action", "completed"))).isEqualTo(calls(scrape, "success", "none"));
        assertThat(scrape.sum(INVOCATIONS, Map.of("action", "bpmn-error")))
                .isEqualTo(scrape.sum(CALLS, Map.of("outcome", "permanent")));
        assertThat(scrape.sum(INVOCATIONS, Map.of("action", "failed")))
                .isEqualTo(scrape.sum(CALLS, Map.of("outcome", "throttled"))
                        + scrape.sum(CALLS, Map.of("outcome", "transient"))
                        + scrape.sum(CALLS, Map.of("outcome", "configuration")));
    }

    @Test
    void theEndpointTellsNeitherIdsNorSecrets(MonitoredRuntime runtime) {
        var ours = runtime.scrape().about("feishu_hire_");

        assertThat(ours).isNotEmpty().doesNotContain(MonitoredRuntime.ADVERTISEMENT_ID, FeishuSandbox.DEFAULT_APP_ID);
        assertThat(runtime.scrape().text())
                .doesNotContain(FeishuSandbox.DEFAULT_APP_SECRET, MonitoredRuntime.TOKEN_MARK);
        assertThat(runtime.instances())
                .isNotEmpty()
                .allSatisfy(instance -> assertThat(ours).doesNotContain(Long.toString(instance)));
        assertThat(runtime.log()).doesNotContain(FeishuSandbox.DEFAULT_APP_SECRET, MonitoredRuntime.TOKEN_MARK);
    }

    private static double calls(Scrape scrape, String outcome, String error) {
        return scrape.sum(CALLS, Map.of("connector", "publish", "outcome", outcome, "error", error));
    }

    private static double requests(Scrape scrape, String operation, String outcome) {
        return scrape.sum(REQUESTS, Map.of("operation", operation, "outcome", outcome));
    }

    private static double withCode(List<RecordedRequest> requests, int code) {
        return requests.stream()
                .filter(request -> Objects.equals(request.code(), code))
                .count();
    }
}
