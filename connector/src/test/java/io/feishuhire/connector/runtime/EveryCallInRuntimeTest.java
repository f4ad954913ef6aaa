package io.feishuhire.connector.runtime;

import static io.feishuhire.connector.testing.EveryConnector.CHECK;
import static io.feishuhire.connector.testing.EveryConnector.CREATE;
import static io.feishuhire.connector.testing.EveryConnector.LIST_CHOICES;
import static io.feishuhire.connector.testing.EveryConnector.LOOK_UP;
import static io.feishuhire.connector.testing.EveryConnector.OPEN_OR_CLOSE;
import static io.feishuhire.connector.testing.EveryConnector.PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.Advice;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.Reply;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a process sees when a call fails that is not the one of every connector. */
@ExtendWith(StockRuntime.class)
class EveryCallInRuntimeTest {

    private static final Map<String, Object> WEBSITE =
            Map.of("channelType", "website-by-name", "websiteName", "careers", "jobId", "7003000000000000009");

    @AutoClose
    private final RuntimeProbe probe = RuntimeProbe.start();

    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of(PUBLISH, Endpoint.WEBSITES, WEBSITE),
                Arguments.of(CHECK, Endpoint.WEBSITES, WEBSITE),
                Arguments.of(CHECK, Endpoint.WEBSITE_JOB_POST, WEBSITE),
                Arguments.of(CHECK, Endpoint.WEBSITE_JOB_POSTS, WEBSITE),
                Arguments.of(CHECK, Endpoint.REFERRAL_JOB_POSTS, Map.of("jobId", "7003000000000000009")),
                Arguments.of(CHECK, Endpoint.PUBLISH_RECORDS, Map.of("channelType", "website", "jobChannelId", "2")),
                Arguments.of(LIST_CHOICES, Endpoint.WEBSITES, Map.of("listOf", "channels")),
                Arguments.of(LIST_CHOICES, Endpoint.JOB_PROCESSES, Map.of("listOf", "job-processes")),
                Arguments.of(LIST_CHOICES, Endpoint.JOB_FUNCTIONS, Map.of("listOf", "job-functions")),
                Arguments.of(LIST_CHOICES, Endpoint.LOCATIONS, Map.of("listOf", "locations")),
                Arguments.of(LIST_CHOICES, Endpoint.SUBJECTS, Map.of("listOf", "subjects")),
                Arguments.of(LIST_CHOICES, Endpoint.DEPARTMENTS, Map.of("listOf", "departments")),
                Arguments.of(LIST_CHOICES, Endpoint.JOBS, Map.of("listOf", "jobs")),
                Arguments.of(CREATE, Endpoint.USER_IDS, Map.of("recruiter", "li.xue@example.com")),
                Arguments.of(CREATE, Endpoint.JOBS, Map.of("lookForCode", true, "code", "BE-8")),
                Arguments.of(LOOK_UP, Endpoint.JOB, Map.of()),
                Arguments.of(LOOK_UP, Endpoint.JOB_RECRUITER, Map.of()),
                Arguments.of(OPEN_OR_CLOSE, Endpoint.CLOSE_JOB, Map.of("action", "close")));
    }

    /** Looking a job up makes more than one call where one permission is missing. */
    @BeforeEach
    void lookUpByTheFrozenCalls() {
        probe.sandbox().revokeScope(probe.appId(), "hire:job.composite_info:readonly");
    }

    /** Before it creates a job nothing can have been created. */
    private static Advice adviceAfter(EveryConnector connector, Endpoint endpoint) {
        return connector == CREATE && endpoint == Endpoint.JOBS
                ? new Advice(
                        "The jobs that exist could not be read, so none was created. Nothing was changed in Feishu Hire;"
                                + " create the job again later.",
                        "未能读取已有的职位，因此没有新建职位，飞书招聘中的内容没有任何变化，请稍后再次新建职位。")
                : FeishuError.SYSTEM_ERROR.advice(connector.operation());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("calls")
    void aPermanentFailureIsABpmnErrorAtOnce(
            EveryConnector connector, Endpoint endpoint, Map<String, Object> variables, EmbeddedEngine engine) {
        probe.sandbox().always(endpoint, Reply.error(400, 1002002, "no"));

        var history = probe.run(engine, connector, variables);

        probe.assertEndsWith(history, connector, FeishuError.INVALID_PARAMETER, 1002002, 400);
        assertThat(Retries.burnt(history)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("calls")
    void aTransientFailureBurnsTheRetriesAndThenIsABpmnError(
            EveryConnector connector, Endpoint endpoint, Map<String, Object> variables, EmbeddedEngine engine) {
        probe.sandbox().always(endpoint, Reply.systemError());

        var history = probe.run(engine, connector, variables);

        probe.assertEndsWith(history, FeishuError.SYSTEM_ERROR, 1002001, 500, adviceAfter(connector, endpoint));
        assertThat(Retries.burnt(history)).containsExactly(2, 1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("calls")
    void aThrottledJobWaitsInTheEngineWithItsRetriesUntouched(
            EveryConnector connector, Endpoint endpoint, Map<String, Object> variables, EmbeddedEngine engine) {
        probe.sandbox().next(endpoint, Reply.rateLimited("0.2"), Reply.rateLimited("0.2"));

        var history = probe.run(engine, connector, variables);

        assertThat(history.completedElements()).endsWith(OutcomesProcess.DONE);
        assertThat(history.jobFailures()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(failure -> {
            assertThat(failure.retriesLeft()).isEqualTo(Retries.AT_FIRST);
            RuntimeProbe.assertWaitsIfFeishuSaidSo(failure);
        });
    }
}
