package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code publish-with-approval} comes to know the job of an advertisement, which it may have to open again. */
@ExampleTest(Example.PUBLISH_WITH_APPROVAL)
class JobOfRequestTest {

    private static final String ADVERTISEMENT_ID = "7004000000000000001";
    private static final String JOB_ID = "7003000000000000001";
    private static final String JOB_NAME = "后端开发工程师 (BE-001)";
    private static final String OTHER_JOB_ID = "7003000000000000002";
    private static final Map<String, Object> REQUEST = Map.of("advertisementId", ADVERTISEMENT_ID, "jobChannelId", "3");
    private static final Reply QUOTA_EXHAUSTED =
            Reply.error(400, 99_991_403, "this month's api call quota is exceeded");
    private static final Reply CLOSED = Reply.error(400, 1_002_609, "job is closed");

    @Test
    void theRequesterChoosesTheJobByItsNameAndTheApproverAndThePersonWhoDecidesSeeThatName(ExampleFixture example) {
        var instance = example.start(Map.of());
        instance.awaitUserTask("request-publication");
        assertThat(local("request-publication", instance))
                .containsEntry("jobId", null)
                .extractingByKey("jobs", MAP)
                .extractingByKey("items", LIST)
                .extracting("label", "value")
                .contains(tuple(JOB_NAME, JOB_ID))
                .as("a closed job is not offered")
                .doesNotContain(tuple("招聘专员 (HR-001)", "7003000000000000004"));
        instance.complete("request-publication", submitted(Map.of("jobId", JOB_ID)));

        instance.awaitUserTask("approve-publication");
        assertThat(local("get-approval", instance))
                .containsEntry("jobId", JOB_ID)
                .containsEntry("jobName", JOB_NAME);
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        instance.complete("approve-publication", Map.of("approved", true));

        assertThat(offered(instance)).containsExactly(JOB_ID, JOB_NAME);
        instance.complete("decide-on-closed-job", Map.of("resolution", "reopen"));
        assertThat(instance.endedOnceTheResultIsSeen().sequenceFlowsTaken()).contains("reopened");
        assertThat(example.sandbox().published()).hasSize(1);
    }

    @Test
    void theRequesterMayLeaveTheJobOut(ExampleFixture example) {
        var instance = example.start(Map.of());
        var withoutJob = new HashMap<String, Object>();
        withoutJob.put("jobId", null);
        instance.complete("request-publication", submitted(withoutJob));
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        instance.complete("approve-publication", Map.of("approved", true));

        assertThat(offered(instance)).containsExactly(null, null);
        instance.complete("decide-on-closed-job", Map.of("resolution", "give-up"));
        assertThat(instance.ended().completedElements()).endsWith("publication-given-up");
    }

    @Test
    void aCallingProcessGivesTheJobAndIsNotAskedForIt(ExampleFixture example) {
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        var instance = approved(example, with(REQUEST, JOB_ID));

        assertThat(offered(instance)).as("no list was read, so it has no name").containsExactly(JOB_ID, null);
        assertThat(jobLists(example)).isZero();
        instance.complete("decide-on-closed-job", Map.of("resolution", "reopen"));

        var variables = instance.endedOnceTheResultIsSeen().variables();
        assertThat(variables).as("the caller's own").containsEntry("jobId", JOB_ID);
        assertThat(variables)
                .extractingByKey("jobStatus", MAP)
                .containsEntry("jobId", JOB_ID)
                .containsEntry("action", "open")
                .containsEntry("changed", true);
    }

    @Test
    void aWholeNumberIsTakenAsText(ExampleFixture example) {
        example.sandbox().addJob("4242", "T-1", "Tester", "4343");
        example.sandbox().closeJob("4343");
        var instance = approved(example, Map.of("advertisementId", 4343, "jobChannelId", 3, "jobId", 4242));

        assertThat(offered(instance)).containsExactly("4242", null);
        instance.complete("decide-on-closed-job", Map.of("resolution", "reopen"));
        assertThat(instance.endedOnceTheResultIsSeen().completedElements()).contains("job-is-opened");
    }

    static Stream<Object> whatIsNoJobId() {
        return Stream.of(
                7_003_000_000_000_000_001L,
                61.5,
                -1,
                "",
                "JOB-17",
                "61 62",
                "7003\u200b1",
                "1".repeat(33),
                List.of(JOB_ID),
                Map.of("jobId", JOB_ID),
                true);
    }

    /** As another process may have it in a variable of that name. */
    @ParameterizedTest
    @MethodSource("whatIsNoJobId")
    void whatIsNoJobIdIsTakenForNone(Object jobId, ExampleFixture example) {
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        var instance = approved(example, with(REQUEST, jobId));

        assertThat(offered(instance)).containsExactly(null, null);
        example.sandbox().reopenJob(ADVERTISEMENT_ID);
        instance.complete("decide-on-closed-job", Map.of("resolution", "publish-again"));

        var history = instance.endedOnceTheResultIsSeen();
        assertThat(history.completedElements()).endsWith("advertisement-published");
        assertThat(history.variables()).as("the caller's own").containsEntry("jobId", jobId);
    }

    /** Through the API; the form takes its options only. */
    @ParameterizedTest
    @MethodSource("whatIsNoJobId")
    void whatIsNoJobIdInACompletedRequestIsTakenForNone(Object jobId, ExampleFixture example) {
        var instance = example.start(Map.of());
        instance.complete("request-publication", submitted(Map.of("jobId", jobId)));

        instance.awaitUserTask("approve-publication");

        assertThat(local("get-approval", instance)).containsEntry("jobId", null).containsEntry("jobName", null);
    }

    @Test
    void whatFeishuShowsCountsMoreThanTheJobOfTheRequest(ExampleFixture example) {
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        example.sandbox().next(Endpoint.REFERRAL_JOB_POST, shown(JOB_ID));
        var instance = approved(example, with(REQUEST, OTHER_JOB_ID));

        assertThat(offered(instance)).containsExactly(JOB_ID, JOB_NAME);
        instance.complete("decide-on-closed-job", Map.of("resolution", "reopen"));

        assertThat(instance.endedOnceTheResultIsSeen().variables())
                .extractingByKey("jobStatus", MAP)
                .containsEntry("jobId", JOB_ID);
    }

    @Test
    void whatFeishuShowsIsEnough(ExampleFixture example) {
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        example.sandbox().next(Endpoint.REFERRAL_JOB_POST, shown(JOB_ID));
        var instance = approved(example, REQUEST);

        assertThat(offered(instance)).containsExactly(JOB_ID, JOB_NAME);
        instance.complete("decide-on-closed-job", Map.of("resolution", "reopen"));
        assertThat(instance.endedOnceTheResultIsSeen().completedElements()).contains("job-is-opened");
    }

    @Test
    void aLookThatFailsLeavesTheJobOfTheRequestAndTheProblemAsItIs(ExampleFixture example) {
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        example.sandbox().next(Endpoint.REFERRAL_JOB_POST, QUOTA_EXHAUSTED);
        var instance = approved(example, with(REQUEST, JOB_ID));

        assertThat(offered(instance)).containsExactly(JOB_ID, null);
        assertThat(instance.history().sequenceFlowsTaken()).contains("job-not-told");
        assertThat(instance.history().variables())
                .extractingByKey("feishuError", MAP)
                .containsEntry("name", "FEISHU_JOB_CLOSED");
    }

    @Test
    void whereTheJobsCannotBeListedTheFormDoesWithoutThemAndTheGivenOneStays(ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:job:readonly");
        var instance = example.start(Map.of("jobId", JOB_ID));

        instance.awaitUserTask("request-publication");
        assertThat(local("request-publication", instance)).containsEntry("jobs", null);
        assertThat(local("prepare-request", instance)).containsEntry("listError", null);
        assertThat(instance.history().variables()).containsEntry("feishuError", null);
        assertThat(instance.history().sequenceFlowsTaken()).contains("no-jobs-listed");
        instance.complete("request-publication", submitted(Map.of()));

        instance.awaitUserTask("approve-publication");
        assertThat(local("get-approval", instance)).containsEntry("jobId", JOB_ID);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aJobThatIsNotListedIsOfferedByWhatIsKnownOfIt(boolean wasListed, ExampleFixture example) {
        var instance = example.start(wasListed ? Map.of() : Map.of("jobId", "999"));
        if (wasListed) {
            instance.complete("request-publication", submitted(Map.of("jobId", JOB_ID)));
            example.sandbox().closeJob(ADVERTISEMENT_ID);
            instance.complete("approve-publication", Map.of("approved", false));
        }

        instance.awaitUserTask("request-publication");
        assertThat(local("request-publication", instance))
                .extractingByKey("jobs", MAP)
                .extractingByKey("items", LIST)
                .extracting("label", "value")
                .contains(wasListed ? tuple(JOB_NAME, JOB_ID) : tuple("999", "999"))
                .doesNotHaveDuplicates();
        instance.complete("request-publication", wasListed ? Map.of("requestDecision", "submit") : submitted(Map.of()));

        instance.awaitUserTask("approve-publication");
        assertThat(local("get-approval", instance))
                .containsEntry("jobId", wasListed ? JOB_ID : "999")
                .containsEntry("jobName", wasListed ? JOB_NAME : null);
    }

    @Test
    void aNewAdvertisementTakesNoJobOfTheFormerOneAlongWherePeopleDoNotSeeTheJob(ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:job:readonly");
        var instance = example.start(with(REQUEST, JOB_ID));
        instance.complete("approve-publication", Map.of("approved", false));
        instance.complete("request-publication", Map.of("requestDecision", "submit"));
        instance.awaitUserTask("approve-publication");
        assertThat(local("get-approval", instance)).as("the same one").containsEntry("jobId", JOB_ID);
        instance.complete("approve-publication", Map.of("approved", false));
        instance.complete("request-publication", Map.of("requestDecision", "submit", "advertisementId", "4711"));

        instance.awaitUserTask("approve-publication");
        assertThat(local("get-approval", instance)).containsEntry("jobId", null).containsEntry("jobName", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {ADVERTISEMENT_ID, "4711"})
    void correctedIdsTakeTheJobAlongOnlyWithTheSameAdvertisement(String corrected, ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, Reply.error(400, 1_002_624, "job advertisement is not compliant"));
        var instance = approved(example, with(REQUEST, JOB_ID));
        // As the form does it, without variables of other names.
        var task = instance.awaitUserTask("correct-ids");
        instance.engine()
                .completeUserTask(
                        task.key(),
                        Map.of("resolution", "publish-again", "advertisementId", corrected, "jobChannelId", "7301"));

        instance.awaitUserTask("approve-publication");
        assertThat(local("get-approval", instance))
                .containsEntry("jobId", corrected.equals(ADVERTISEMENT_ID) ? JOB_ID : null);
    }

    @Test
    void aLaterAttemptFindsTheJobOfTheRequestAgain(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED, CLOSED);
        var instance = approved(example, with(REQUEST, JOB_ID));
        instance.complete("resolve-publishing-problem", Map.of("resolution", "publish-again"));

        assertThat(offered(instance)).containsExactly(JOB_ID, null);
    }

    /** The id of the job that the form offers to open, and its name. */
    private static List<Object> offered(ExampleInstance instance) {
        assertThat(instance.awaitUserTask("decide-on-closed-job").candidateGroups())
                .containsExactly("hr-recruiters");
        var shown = local("decide-on-closed-job", instance);
        var offered = new ArrayList<Object>();
        offered.add(shown.get("jobId"));
        offered.add(shown.get("jobName"));
        return offered;
    }

    private static ExampleInstance approved(ExampleFixture example, Map<String, Object> request) {
        var instance = example.start(request);
        instance.complete("approve-publication", Map.of("approved", true));
        return instance;
    }

    private static Map<String, Object> with(Map<String, Object> request, Object jobId) {
        var withJob = new HashMap<>(request);
        withJob.put("jobId", jobId);
        return withJob;
    }

    private static Map<String, Object> submitted(Map<String, Object> job) {
        var request = new HashMap<String, Object>(REQUEST);
        request.putAll(job);
        request.put("requestDecision", "submit");
        return request;
    }

    /** What Feishu shows of an advertisement whose job is closed. */
    private static Reply shown(String jobId) {
        var post = """
                {"code": 0, "msg": "success", "data": {"job_post": {"id": "%s", "title": "后端开发工程师", \
                "job_id": "%s", "job_code": "BE-001", "job_active_status": 2}}}""".formatted(ADVERTISEMENT_ID, jobId);
        return Reply.raw(200, "application/json; charset=utf-8", post, Map.of());
    }

    private static long jobLists(ExampleFixture example) {
        return example.sandbox().requests().stream()
                .filter(request -> request.endpoint() == Endpoint.JOBS)
                .count();
    }

    private static Map<String, Object> local(String element, ExampleInstance instance) {
        return instance.history().localVariables().get(element);
    }
}
