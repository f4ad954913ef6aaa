package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.sandbox.CreatedJob;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code requisition-to-live} makes of what Feishu refuses once a requisition is approved. */
@ExampleTest(Example.REQUISITION_TO_LIVE)
class RequisitionProblemsTest {

    private static final Reply QUOTA_EXHAUSTED =
            Reply.error(400, 99_991_403, "this month's api call quota is exceeded");

    @Test
    void withApiSyncOffAnAdministratorTurnsItOnAndTheJobIsCreated(ExampleFixture example) {
        example.sandbox().apiSync(false);
        var requisition = Requisition.approved(example, "SYNC-1");

        assertThat(requisition.instance().awaitUserTask("turn-on-api-sync").candidateGroups())
                .containsExactly("feishu-hire-admins");
        assertThat(problem(requisition)).containsEntry("name", "FEISHU_API_SYNC_DISABLED");
        example.sandbox().apiSync(true);
        requisition.instance().complete("turn-on-api-sync", Map.of("apiSyncTurnedOn", true));

        assertThat(requisition.shown("published")).hasSize(2);
        assertThat(requisition.instance().history().sequenceFlowsTaken()).contains("create-again");
    }

    @Test
    void whatFeishuDoesNotAcceptIsCorrectedAndApprovedAgain(ExampleFixture example) {
        var requisition = Requisition.start(example, "CORRECT-1");
        requisition.request();
        requisition.complete(Map.of("recruiter", "unknown@example.com"));

        requisition.instance().awaitUserTask("resolve-problem");
        assertThat(problem(requisition)).containsEntry("name", "FEISHU_INVALID_PARAMETER");
        requisition.resolve("resolve-problem", "correct");
        requisition.instance().awaitUserTask("request-job");
        assertThat(requisition.instance().history().localVariables().get("request-job"))
                .as("what was filled in before")
                .containsAllEntriesOf(requisition.wish());
        assertThat(requisition.offered("request-job", "lastProblem")).isEqualTo(problem(requisition));
        requisition.request();
        assertThat(requisition.offered("complete-requisition", "lastProblem"))
                .as("HR filled in what is at fault")
                .isEqualTo(problem(requisition));
        requisition.instance().awaitUserTask("complete-requisition");
        assertThat(requisition.instance().history().localVariables().get("complete-requisition"))
                .containsEntry("code", "CORRECT-1")
                .containsEntry("recruiter", "unknown@example.com")
                .containsEntry("approved", null);
        requisition.approve();

        assertThat(requisition.shown("published")).hasSize(2);
        assertThat(problem(requisition)).as("solved").isNull();
    }

    @Test
    void whatFeishuDidNotAcceptStaysAtTheTopOfTheFormsWhenHrRejectsIt(ExampleFixture example) {
        var requisition = Requisition.start(example, "CORRECT-2");
        assertThat(requisition.offered("request-job", "lastProblem")).isNull();
        requisition.request();
        requisition.complete(Map.of("recruiter", "unknown@example.com"));
        requisition.resolve("resolve-problem", "correct");
        requisition.request();

        requisition.reject("Another title / 请更换名称");

        assertThat(requisition.offered("request-job", "rejectionReason")).isEqualTo("Another title / 请更换名称");
        assertThat(requisition.offered("request-job", "lastProblem")).isEqualTo(problem(requisition));
        requisition.withdraw();
        assertThat(requisition.instance().ended().variables())
                .containsEntry("approved", false)
                .as("what HR approved last")
                .extractingByKey("requisition", MAP)
                .containsEntry("recruiter", "unknown@example.com");
    }

    @Test
    void aJobThatExistsIsNotCreatedTwiceAndAPersonFinishesIt(ExampleFixture example) {
        example.sandbox().next(Endpoint.CREATE_JOB, Reply.afterEffect(Reply.systemError()));
        var requisition = Requisition.approved(example, "EXISTS-1");

        requisition.instance().awaitUserTask("decide-on-existing-job");
        assertThat(problem(requisition))
                .containsEntry("name", "FEISHU_JOB_ALREADY_CREATED")
                .containsEntry("jobId", requisition.job().jobId());
        requisition.resolve("decide-on-existing-job", "finish-by-hand");

        assertThat(requisition.instance().ended().completedElements()).endsWith("left-to-people");
        assertThat(example.sandbox().createdJobs()).hasSize(1);
        assertThat(example.publishCodes()).isEmpty();
    }

    @Test
    void aCodeThatIsInUseIsReplacedByANewOne(ExampleFixture example) {
        var first = Requisition.approved(example, "USED-1");
        first.instance().awaitUserTask("see-results");
        var second = Requisition.approved(example, "USED-1");

        second.resolve("decide-on-existing-job", "correct");
        second.request();
        second.complete(Map.of("code", "USED-2"));

        assertThat(second.shown("published")).hasSize(2);
        assertThat(example.sandbox().createdJobs()).extracting(CreatedJob::code).containsExactly("USED-1", "USED-2");
    }

    @Test
    void aJobThatWasClosedMeanwhileIsReopenedAndPublishedOnAllChannels(ExampleFixture example) {
        var requisition = closedMeanwhile(example, "CLOSED-1");
        int publications = example.publishCodes().size();
        assertThat(requisition.instance().history().variables())
                .extractingByKey("results", LIST)
                .as("none is online, the one that was published before neither")
                .extracting("outcome")
                .containsExactly("failed", "failed");

        requisition.resolve("decide-on-closed-job", "reopen");

        assertThat(requisition.shown("published"))
                .extracting(result -> result.get("jobChannelId"), result -> result.get("state"))
                .containsExactlyInAnyOrder(tuple(Requisition.REFERRAL, "LIVE"), tuple(Requisition.CAREERS, "LIVE"));
        assertThat(example.publishCodes().subList(publications, publications + 2))
                .as("published again on both")
                .containsExactly(0, 0);
        assertThat(requisition.instance().history().variables())
                .extractingByKey("jobStatus", MAP)
                .containsEntry("action", "open")
                .containsEntry("changed", true);
    }

    @Test
    void aClosedJobThatCannotBeReopenedIsAskedForAgainAndLeftClosed(ExampleFixture example) {
        var requisition = closedMeanwhile(example, "CLOSED-2");
        example.sandbox().next(Endpoint.OPEN_JOB, QUOTA_EXHAUSTED);

        requisition.resolve("decide-on-closed-job", "reopen");
        requisition.resolve("resolve-problem", "retry");
        requisition.resolve("decide-on-closed-job", "leave-closed");

        assertThat(requisition.instance().awaitUserTask("see-closed-job").candidateGroups())
                .containsExactly("hiring-managers");
        assertThat(requisition.instance().history().localVariables().get("see-closed-job"))
                .containsEntry("published", List.of())
                .extractingByKey("failed", LIST)
                .hasSize(2);
        requisition.instance().complete("see-closed-job", Map.of());
        var history = requisition.instance().ended();
        assertThat(history.sequenceFlowsTaken()).contains("not-reopened");
        assertThat(history.completedElements()).endsWith("job-stays-closed");
        assertThat(example.publishCodes())
                .as("published once, before it was closed")
                .containsOnlyOnce(0);
    }

    @Test
    void channelsThatAreGivenUpAreToldAndTheJobIsClosedInTheEnd(ExampleFixture example) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var requisition = Requisition.approved(example, "GIVEN-UP-1");

        requisition.instance().awaitUserTask("resolve-problem");
        assertThat(problem(requisition)).containsEntry("name", "FEISHU_QUOTA_EXHAUSTED");
        requisition.resolve("resolve-problem", "give-up");

        assertThat(requisition.shown("published")).hasSize(1);
        assertThat(requisition.shown("failed"))
                .extracting(result -> result.get("outcome"))
                .containsExactly("failed");
        requisition.fill();
        assertThat(requisition.instance().ended().completedElements()).endsWith("job-closed");
    }

    @Test
    void aLookThatFailsIsToldAndTheAdvertisementIsPublishedAllTheSame(ExampleFixture example) {
        example.sandbox().next(Endpoint.REFERRAL_JOB_POST, QUOTA_EXHAUSTED);
        var requisition = Requisition.approved(example, "LOOK-1");

        assertThat(requisition.shown("published"))
                .extracting(result -> result.get("outcome"), result -> result.get("state"))
                .containsExactly(tuple("published", "UNKNOWN"), tuple("published", "LIVE"));
    }

    @Test
    void aJobThatCannotBeClosedIsTriedAgain(ExampleFixture example) {
        example.sandbox().next(Endpoint.CLOSE_JOB, QUOTA_EXHAUSTED);
        var requisition = Requisition.approved(example, "CLOSE-1");
        requisition.instance().complete("see-results", Map.of());
        requisition.fill();

        requisition.resolve("resolve-problem", "retry");

        var history = requisition.instance().ended();
        assertThat(history.sequenceFlowsTaken()).contains("not-closed", "close-again");
        assertThat(history.completedElements()).endsWith("job-closed");
    }

    /** A job that a person closes in Feishu Hire while one channel is online and the other one waits for help. */
    private static Requisition closedMeanwhile(ExampleFixture example, String code) {
        example.sandbox().next(Endpoint.PUBLISH, QUOTA_EXHAUSTED);
        var requisition = Requisition.start(example, code);
        requisition.request();
        requisition.approve();
        requisition.instance().awaitUserTask("resolve-problem");
        example.sandbox().closeJob(requisition.job().advertisementId());
        requisition.resolve("resolve-problem", "retry");
        requisition.instance().awaitUserTask("decide-on-closed-job");
        assertThat(problem(requisition)).containsEntry("name", "FEISHU_JOB_CLOSED");
        return requisition;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> problem(Requisition requisition) {
        return (Map<String, Object>)
                requisition.instance().history().variables().get("feishuError");
    }
}
