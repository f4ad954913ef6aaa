package io.feishuhire.connector.runtime;

import static io.feishuhire.connector.testing.EveryConnector.LOOK_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process sees of a job that it looks up, with each permission and with none. */
@ExtendWith(StockRuntime.class)
class LookUpInRuntimeTest {

    private static final String DETAIL_SCOPE = "hire:job.composite_info:readonly";
    private static final String JOB_SCOPE = "hire:job:readonly";
    private static final String CLOSED = ConfidentialWords.CLOSED_JOB_ID;

    @AutoClose
    private final RuntimeProbe probe = RuntimeProbe.start();

    @Test
    void anOpenJobIsActiveAndHasItsPeopleWithNames(EmbeddedEngine engine) {
        probe.sandbox().revokeScope(probe.appId(), JOB_SCOPE);
        probe.sandbox().expireJob(ConfidentialWords.JOB_ID, Instant.parse("2999-12-31T15:59:59.999Z"));

        var job = lookUp(engine, Map.of());

        assertThat(job)
                .containsEntry("jobId", ConfidentialWords.JOB_ID)
                .containsEntry("title", "后端开发工程师")
                .containsEntry("code", "BE-001")
                .containsEntry("active", true)
                .containsEntry("expiresAt", "2999-12-31T15:59:59.999Z")
                .containsEntry("processType", 1)
                .containsEntry("headCount", 1)
                .containsEntry("recruiter", Map.of("id", "ou_7010000000000000001", "name", "李雪 (Li Xue)"))
                .containsEntry(
                        "hiringManagers", List.of(Map.of("id", "ou_7010000000000000002", "name", "王强 (Wang Qiang)")))
                .containsEntry("assistants", List.of(Map.of("id", "ou_7010000000000000003", "name", "陈静")))
                .containsKey("lookedUpAt")
                .doesNotContainKeys("error", "job", "response");
        assertThat(probe.requestsTo(Endpoint.JOB_DETAIL)).isEqualTo(1);
        assertThat(probe.sandbox().requests()).as("a token and the job").hasSize(2);
    }

    @Test
    void aClosedJobIsNotActiveAndNeverExpires(EmbeddedEngine engine) {
        assertThat(lookUp(engine, Map.of("jobId", CLOSED)))
                .containsEntry("jobId", CLOSED)
                .containsEntry("active", false)
                .doesNotContainKey("expiresAt");
    }

    @Test
    void withoutThePermissionOfTheDetailPeopleHaveNoNamesAndItIsAskedForOnce(EmbeddedEngine engine) {
        probe.sandbox().revokeScope(probe.appId(), DETAIL_SCOPE);

        var job = lookUp(engine, Map.of());
        lookUp(engine, Map.of("jobId", CLOSED));

        assertThat(job)
                .containsEntry("title", "后端开发工程师")
                .containsEntry("active", true)
                .containsEntry("recruiter", Map.of("id", "ou_7010000000000000001"))
                .containsEntry("hiringManagers", List.of(Map.of("id", "ou_7010000000000000002")))
                .containsEntry("assistants", List.of(Map.of("id", "ou_7010000000000000003")));
        assertThat(probe.requestsTo(Endpoint.JOB_DETAIL)).isEqualTo(1);
        assertThat(probe.requestsTo(Endpoint.JOB)).isEqualTo(2);
        assertThat(probe.requestsTo(Endpoint.JOB_RECRUITER)).isEqualTo(2);
    }

    @Test
    void withNeitherPermissionItIsABpmnErrorThatNamesTheOneToAskFor(EmbeddedEngine engine) {
        probe.sandbox().revokeScope(probe.appId(), DETAIL_SCOPE);
        probe.sandbox().revokeScope(probe.appId(), JOB_SCOPE);

        var history = probe.run(engine, LOOK_UP, Map.of());

        assertThat(history.completedElements()).endsWith("FEISHU_PERMISSION_DENIED");
        assertThat(RuntimeProbe.feishuError(history)).containsEntry("scopes", List.of(DETAIL_SCOPE));
        assertThat(RuntimeProbe.feishuError(history).get("advice"))
                .asString()
                .contains("may not look jobs up yet", "没有查询职位的权限", DETAIL_SCOPE);
        assertThat(Retries.burnt(history)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {DETAIL_SCOPE, JOB_SCOPE})
    void aJobThatThereIsNotIsABpmnErrorWithEitherPermission(String missing, EmbeddedEngine engine) {
        probe.sandbox().revokeScope(probe.appId(), missing);

        var history = probe.run(engine, LOOK_UP, Map.of("jobId", "4711"));

        probe.assertEndsWith(history, LOOK_UP, FeishuError.JOB_NOT_FOUND, 1002601, 404);
        assertThat(Retries.burnt(history)).isEmpty();
    }

    @Test
    void anotherJobThanTheOneThatWasAskedForIsNeverAResult(EmbeddedEngine engine) {
        var another = "{\"code\":0,\"data\":{\"job_detail\":{\"basic_info\":{\"id\":\"1\",\"active_status\":1}}}}";
        probe.sandbox().always(Endpoint.JOB_DETAIL, Reply.raw(200, "application/json", another, Map.of()));

        var history = probe.run(engine, LOOK_UP, Map.of());

        probe.assertEndsWith(history, LOOK_UP, FeishuError.UNAVAILABLE, 0, 200);
        assertThat(Retries.burnt(history)).containsExactly(2, 1);
    }

    @Test
    void aBulkIsLookedUpWithoutOneRateLimitReplyAndWithoutAFailure(EmbeddedEngine engine) {
        var instances = LongStream.range(0, 60)
                .map(i -> probe.start(engine, LOOK_UP, Map.of()))
                .toArray();

        for (var instance : instances) {
            var history = engine.awaitCompleted(instance, RuntimeProbe.PATIENCE);
            assertThat(history.completedElements()).endsWith(OutcomesProcess.DONE);
            assertThat(history.jobFailures()).allMatch(failure -> failure.retriesLeft() == Retries.AT_FIRST);
        }
        assertThat(probe.requestsTo(Endpoint.JOB_DETAIL)).isEqualTo(60);
        assertThat(probe.sandbox().requests()).noneMatch(request -> request.status() == 429);
    }

    private Map<String, Object> lookUp(EmbeddedEngine engine, Map<String, Object> variables) {
        return probe.result(engine, LOOK_UP, "job", variables);
    }
}
