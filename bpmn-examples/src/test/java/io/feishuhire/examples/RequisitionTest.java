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
                .containsSubsequence("position-filled", "search-ended", "close-job")
                .endsWith("job-closed");
        assertThat(calls(example, Endpoint.CLOSE_JOB)).containsExactly(0);
    }

    @Test
    void aCallersVariablesAreNoFieldsOfTheJob(ExampleFixture example) {
        var requisition = Requisition.among(
                Map.of("further", "see attachment", "requirements", Map.of("degree", 3), "placement", "Berlin"),
                example,
                "CALLER-1");
        requisition.request();
        requisition.approve();
        requisition.instance().awaitUserTask("see-results");

        assertThat(example.sandbox().requests())
                .filteredOn(request -> request.endpoint() == Endpoint.CREATE_JOB)
                .singleElement()
                .satisfies(creation -> assertThat(creation.body()).doesNotContain("required_degree", "attachment"));
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
        assertThat(example.sandbox().requests())
                .filteredOn(request -> request.endpoint() == Endpoint.CREATE_JOB)
                .singleElement()
                .satisfies(creation -> assertThat(creation.body()).contains("\"min_salary\":20", "\"max_salary\":35"));
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
    void whatHrRejectsGoesBackWithTheReasonAndIsApprovedOnceItIsCorrected(ExampleFixture example) {
        var requisition = Requisition.start(example, "REJECTED-1");
        requisition.request();

        requisition.reject("Ask for one person / 请只招一人");

        assertThat(requisition.offered("request-job", "rejectionReason")).isEqualTo("Ask for one person / 请只招一人");
        assertThat(requisition.instance().history().localVariables().get("request-job"))
                .as("what was filled in before")
                .containsAllEntriesOf(requisition.wish());
        assertThat(calls(example, Endpoint.CREATE_JOB)).isEmpty();
        requisition.wish().put("headCount", 1);
        requisition.request();
        assertThat(requisition.offered("complete-requisition", "headCount")).isEqualTo(1);
        requisition.approve();
        assertThat(requisition.shown("published")).hasSize(2);
        assertThat(example.sandbox().createdJobs()).hasSize(1);
    }

    @Test
    void whatHrRejectsIsWithdrawnAndNotCreated(ExampleFixture example) {
        var requisition = Requisition.start(example, "REJECTED-2");
        requisition.request();
        requisition.reject("No budget / 没有预算");

        requisition.withdraw();

        var history = requisition.instance().ended();
        assertThat(history.completedElements())
                .contains("requisition-withdrawn")
                .endsWith("requisition-not-approved");
        assertThat(history.variables()).containsEntry("approved", false).containsEntry("requisition", null);
        assertThat(calls(example, Endpoint.CREATE_JOB)).isEmpty();
    }

    @Test
    void addressesWithSpacesAroundThemNameTheSamePeople(ExampleFixture example) {
        var requisition = Requisition.start(example, "SPACES-1");
        requisition.wish().put("hiringManager", " wang.qiang@example.com ");
        requisition.request();

        requisition.complete(Map.of("recruiter", " li.xue@example.com\u3000"));

        assertThat(requisition.shown("published")).hasSize(2);
    }

    @Test
    void listsThatCannotBeLoadedAreListedAgain(ExampleFixture example) {
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
    void listsThatCannotBeLoadedAtAllEndTheRequisition(ExampleFixture example) {
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
                .extractingByKeys(second.wish().keySet().toArray(String[]::new))
                // The boxes of a form can be ticked only where there is a list, if an empty one.
                .allSatisfy(value -> assertThat(value).isIn(null, List.of()));
        second.request();
        second.reject("Not now / 暂缓");
        second.withdraw();
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
