package io.feishuhire.examples;

import static io.feishuhire.examples.Requisition.CAREERS;
import static io.feishuhire.examples.Requisition.REFERRAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.RecordedRequest;
import io.feishuhire.sandbox.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From a requisition to a job that is advertised and closed in the end, and what comes before the job exists. */
@ExampleTest(Example.REQUISITION_TO_LIVE)
class RequisitionTest {

    private static final String[] LISTS = {"jobTypes", "jobProcesses", "departments", "locations", "channels"};

    private static final Reply QUOTA_EXHAUSTED =
            Reply.error(400, 99_991_403, "this month's api call quota is exceeded");

    @Test
    void aRequisitionGoesOnlineAndIsClosedOnceThePositionIsFilled(ExampleFixture example) {
        var requisition = Requisition.approved(example, "FILLED-1");

        assertThat(requisition.shown("published"))
                .extracting(result -> result.get("channelName"), result -> result.get("state"))
                .containsExactly(tuple("内推平台 (Referral platform)", "LIVE"), tuple("社招官网 (Careers)", "LIVE"));
        assertThat(requisition.shown("published").getLast().get("url"))
                .asString()
                .endsWith("/position/" + requisition.job().advertisementId() + "/detail");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactlyInAnyOrder(
                        tuple(requisition.job().advertisementId(), REFERRAL),
                        tuple(requisition.job().advertisementId(), CAREERS));
        requisition.instance().complete("see-results", Map.of());
        requisition.fill();

        var history = requisition.instance().ended();
        assertThat(history.completedElements())
                .contains("requester-knows")
                .containsSubsequence("position-filled", "applicant-found", "close-job")
                .endsWith("job-closed");
        assertThat(calls(example, Endpoint.CLOSE_JOB)).containsExactly(0);
    }

    @Test
    void whatPeopleChoseByNameIsWhatTheJobIsCreatedOf(ExampleFixture example) {
        var requisition = Requisition.start(example, "CHOSEN-1");
        assertThat(requisition.instance().awaitUserTask("request-job").candidateGroups())
                .containsExactly("hiring-managers");
        assertThat(requisition.instance().history().localVariables().get("prepare-requisition"))
                .extractingByKeys(LISTS)
                .allSatisfy(list -> assertThat(list)
                        .asInstanceOf(MAP)
                        .extractingByKey("items", LIST)
                        .isNotEmpty());
        requisition.request();
        requisition.complete(Map.of("title", "高级数据工程师"));
        requisition.instance().awaitUserTask("see-results");

        assertThat(requisition.job())
                .extracting(job -> job.code(), job -> job.title())
                .containsExactly("CHOSEN-1", "高级数据工程师");
        var variables = requisition.instance().history().variables();
        assertThat(variables).extractingByKey("requisition", MAP).containsEntry("processType", 1);
        assertThat(variables)
                .as("the lists stay where the forms need them")
                .extractingByKeys(LISTS)
                .allSatisfy(leftBehind -> assertThat(String.valueOf(leftBehind)).doesNotContain("items"));
    }

    @Test
    void aFormThatWasNotReadIsTakenAwayOnceThePositionIsFilled(ExampleFixture example) {
        var requisition = Requisition.approved(example, "UNREAD-1");
        requisition.instance().awaitUserTask("see-results");

        requisition.fill();

        assertThat(requisition.instance().ended().completedElements())
                .doesNotContain("see-results")
                .endsWith("job-closed");
    }

    @Test
    void whatHrRejectsIsNotCreated(ExampleFixture example) {
        var requisition = Requisition.start(example, "REJECTED-1");
        requisition.request();

        requisition.complete(Map.of("approved", false));

        assertThat(requisition.instance().ended().completedElements()).endsWith("requisition-not-approved");
        assertThat(calls(example, Endpoint.CREATE_JOB)).isEmpty();
    }

    @Test
    void listsThatCannotBeHadAreListedAgain(ExampleFixture example) {
        example.sandbox().next(Endpoint.DEPARTMENTS, QUOTA_EXHAUSTED);
        var requisition = Requisition.start(example, "LISTS-1");

        requisition.instance().awaitUserTask("resolve-list-problem");
        assertThat(requisition.instance().history().localVariables().get("resolve-list-problem"))
                .extractingByKey("feishuError", MAP)
                .containsEntry("name", "FEISHU_QUOTA_EXHAUSTED");
        requisition.resolve("resolve-list-problem", "retry");

        requisition.instance().awaitUserTask("request-job");
    }

    @Test
    void listsThatCannotBeHadAtAllEndTheRequisition(ExampleFixture example) {
        example.sandbox().next(Endpoint.DEPARTMENTS, QUOTA_EXHAUSTED);
        var requisition = Requisition.start(example, "LISTS-2");

        requisition.resolve("resolve-list-problem", "give-up");

        var history = requisition.instance().ended();
        assertThat(history.completedElements()).contains("lists-given-up").endsWith("requisition-not-approved");
        assertThat(history.variables()).containsEntry("approved", false).containsEntry("requisition", null);
    }

    @Test
    void aSecondInstanceKnowsNothingOfTheFirst(ExampleFixture example) {
        var first = Requisition.approved(example, "FIRST-1");
        first.instance().awaitUserTask("see-results");
        first.fill();

        var leftBehind = first.instance().ended().variables();
        var second = Requisition.among(leftBehind, example, "SECOND-1");
        second.instance().awaitUserTask("request-job");

        assertThat(second.instance().history().localVariables().get("request-job"))
                .as("the fields of the form")
                .containsKeys(second.wish().keySet().toArray(String[]::new))
                .allSatisfy((field, value) -> assertThat(value).isNull());
        second.request();
        second.complete(Map.of("approved", false));
        assertThat(second.instance().ended().variables())
                .containsEntry("createdJob", null)
                .containsEntry("results", List.of());
        assertThat(Set.copyOf(leftBehind.keySet())).contains("createdJob", "results", "jobStatus");
    }

    private static List<Integer> calls(ExampleFixture example, Endpoint endpoint) {
        return example.sandbox().requests().stream()
                .filter(request -> request.endpoint() == endpoint)
                .map(RecordedRequest::code)
                .toList();
    }
}
