package io.feishuhire.connector.runtime;

import static io.feishuhire.connector.testing.EveryConnector.CREATE;
import static io.feishuhire.connector.testing.EveryConnector.PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.Advice;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.JobCode;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process sees of a job that is created, once. */
@ExtendWith(StockRuntime.class)
class CreateJobInRuntimeTest {

    private static final Map<String, Object> LOOKING =
            Map.of("lookForCode", true, "recruiter", "li.xue@example.com", "code", "BE-7");

    @AutoClose
    private final RuntimeProbe probe = RuntimeProbe.start();

    @Test
    void theJobIsThereAndItsAdvertisementCanBePublished(EmbeddedEngine engine) {
        var job = probe.result(engine, CREATE, "createdJob", LOOKING);

        assertThat(job).containsOnlyKeys("jobId", "advertisementId", "code", "title", "createdAt", "logId");
        assertThat(probe.sandbox().createdJobs()).hasSize(1);
        probe.result(engine, PUBLISH, "publication", Map.of("advertisementId", job.get("advertisementId")));
        assertThat(probe.sandbox().published()).hasSize(1);
    }

    @Test
    void withoutACodeTheTaskMakesOne(EmbeddedEngine engine) {
        var history = probe.run(engine, CREATE, Map.of("lookForCode", true));

        var job = (Map<?, ?>) history.variables().get("createdJob");
        assertThat(job.get("code"))
                .asString()
                .matches("[0-9a-z]{1,13}")
                .isNotEqualTo(JobCode.ofKey(1).value());
    }

    @Test
    void anAnswerThatIsLostLeadsToTheJobAndNotToAnother(EmbeddedEngine engine) {
        probe.sandbox().next(Endpoint.CREATE_JOB, Reply.afterEffect(Reply.systemError()));

        var history = probe.run(engine, CREATE, LOOKING);

        assertAlreadyCreated(history);
        assertThat(Retries.burnt(history)).as("in the same execution").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500})
    void aSuccessThatTheHttpStatusDeniesLeadsToTheJob(int status, EmbeddedEngine engine) {
        probe.sandbox().next(Endpoint.CREATE_JOB, Reply.afterEffect(Reply.error(status, 0, "success")));

        assertAlreadyCreated(probe.run(engine, CREATE, LOOKING));
    }

    /** The list may not have the job yet when the same execution looks: the next one finds it. */
    @Test
    void aJobThatIsListedLateIsFoundByTheNextAttempt(EmbeddedEngine engine) {
        probe.sandbox().next(Endpoint.JOBS, emptyList(), emptyList());
        probe.sandbox().next(Endpoint.CREATE_JOB, Reply.afterEffect(Reply.systemError()));

        var history = probe.run(engine, CREATE, LOOKING);

        assertAlreadyCreated(history);
        assertThat(Retries.burnt(history)).containsExactly(2);
    }

    @Test
    void aCodeThatIsInUseIsABpmnErrorWithTheJob(EmbeddedEngine engine) {
        probe.result(engine, CREATE, "createdJob", LOOKING);

        assertAlreadyCreated(probe.run(engine, CREATE, LOOKING));
    }

    @Test
    void aPersonWhoIsNotFoundIsABpmnErrorThatNamesTheField(EmbeddedEngine engine) {
        var history = probe.run(engine, CREATE, and(LOOKING, "recruiter", "no.such.person@example.com"));

        probe.assertEndsWith(
                history,
                FeishuError.INVALID_PARAMETER,
                null,
                null,
                new Advice(
                        "people.recruiter holds an e-mail address that Feishu cannot match to a person. It has to be the address"
                                + " in the person's Feishu profile, not the company mailbox, and the person has to be"
                                + " within the app's data range. Correct that and create the job again.",
                        "people.recruiter：在飞书中找不到该邮箱对应的人员。请填写该人员飞书个人资料中的邮箱（不是企业邮箱），"
                                + "并确认该人员在应用的通讯录权限范围内。请更正后再次新建职位。"));
        assertThat(probe.sandbox().createdJobs()).isEmpty();
    }

    @Test
    void aFieldThatTheCompanyRequiresIsNamed(EmbeddedEngine engine) {
        probe.sandbox().requireJobFields("head_count");

        var history = probe.run(engine, CREATE, LOOKING);

        assertThat(history.completedElements()).endsWith("FEISHU_INVALID_PARAMETER");
        assertThat(RuntimeProbe.feishuError(history).get("message"))
                .asString()
                .startsWith("Feishu does not accept head_count: it is missing, or its value does not fit.");
        assertThat(probe.result(engine, CREATE, "createdJob", and(LOOKING, "headCount", 2)))
                .containsKey("jobId");
    }

    static Stream<Arguments> unknownIds() {
        return Stream.of(
                Arguments.of(1002605, "further", Map.of("job_category_id", "42")),
                Arguments.of(1002606, "further", Map.of("min_level_id", "42")),
                Arguments.of(1002606, "further", Map.of("max_level_id", "42")),
                Arguments.of(1002607, "highlightIds", "6732430418206787844, 42"),
                Arguments.of(1002630, "further", Map.of("min_level_id", "7012000000000000003")),
                Arguments.of(99992351, "recruiter", "ou_42"),
                Arguments.of(99992361, "recruiter", "ou_other_7010000000000000001"));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("unknownIds")
    void anIdThatFeishuDoesNotKnowIsABpmnErrorAtOnce(int code, String name, Object value, EmbeddedEngine engine) {
        var history = probe.run(engine, CREATE, and(LOOKING, name, value));

        assertThat(history.completedElements()).endsWith("FEISHU_INVALID_PARAMETER");
        assertThat(RuntimeProbe.feishuError(history))
                .containsEntry("code", code)
                .containsEntry("httpStatus", 400);
        assertThat(Retries.burnt(history)).isEmpty();
        assertThat(probe.requestsTo(Endpoint.CREATE_JOB)).isEqualTo(1);
        assertThat(probe.sandbox().createdJobs()).isEmpty();
    }

    @Test
    void idsThatFeishuKnowsAreAccepted(EmbeddedEngine engine) {
        var further = Map.of(
                "job_category_id", "7011000000000000002",
                "min_level_id", "7012000000000000001",
                "max_level_id", "7012000000000000002");

        var variables = and(and(LOOKING, "further", further), "highlightIds", "6732430418206787844");

        assertThat(probe.result(engine, CREATE, "createdJob", variables)).containsKey("jobId");
    }

    @ParameterizedTest
    @CsvSource({"JOBS, hire:job:readonly", "CREATE_JOB, hire:job", "USER_IDS, contact:user.id:readonly"})
    void aMissingPermissionIsABpmnErrorThatNamesIt(Endpoint endpoint, String scope, EmbeddedEngine engine) {
        probe.sandbox().revokeScope(probe.appId(), scope);

        var history = probe.run(engine, CREATE, LOOKING);

        assertThat(history.completedElements()).endsWith("FEISHU_PERMISSION_DENIED");
        assertThat(RuntimeProbe.feishuError(history).get("scopes")).asString().contains(scope);
        assertThat(probe.requestsTo(endpoint)).isEqualTo(1);
        assertThat(probe.sandbox().createdJobs()).isEmpty();
    }

    @Test
    void withTheSwitchOffNothingIsCreated(EmbeddedEngine engine) {
        probe.sandbox().apiSync(false);

        probe.assertEndsWith(probe.run(engine, CREATE, LOOKING), CREATE, FeishuError.API_SYNC_DISABLED, 1002613, 400);
    }

    @Test
    void aBulkIsCreatedOnceEach(EmbeddedEngine engine) {
        var instances = LongStream.range(0, 40)
                .map(i -> probe.start(engine, CREATE, Map.of("lookForCode", true, "code", "BULK-" + i)))
                .toArray();

        for (var instance : instances) {
            var history = engine.awaitCompleted(instance, Duration.ofMinutes(3));
            assertThat(history.completedElements()).endsWith(OutcomesProcess.DONE);
            assertThat(Retries.burnt(history)).isEmpty();
        }
        assertThat(probe.sandbox().createdJobs()).hasSize(40);
        assertThat(probe.sandbox().requests()).noneMatch(request -> request.status() == 429);
    }

    private void assertAlreadyCreated(ProcessHistory history) {
        assertThat(history.completedElements()).endsWith("FEISHU_JOB_ALREADY_CREATED");
        assertThat(probe.sandbox().createdJobs()).hasSize(1);
        assertThat(RuntimeProbe.feishuError(history))
                .containsEntry("jobId", probe.sandbox().createdJobs().getFirst().jobId())
                .containsEntry("kind", "permanent");
        assertThat(RuntimeProbe.feishuError(history).get("message"))
                .asString()
                .contains("already has a job with this code");
    }

    private static Reply emptyList() {
        return Reply.raw(200, "application/json", "{\"code\":0,\"data\":{\"items\":[],\"has_more\":false}}", Map.of());
    }

    private static Map<String, Object> and(Map<String, Object> variables, String name, Object value) {
        var all = new HashMap<>(variables);
        all.put(name, value);
        return all;
    }
}
