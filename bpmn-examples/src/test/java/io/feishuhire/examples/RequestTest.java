package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.Reply;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a requester of {@code publish-with-approval} says what to publish, and where. */
@ExampleTest(Example.PUBLISH_WITH_APPROVAL)
class RequestTest {

    private static final String ADVERTISEMENT_ID = "7004000000000000001";
    private static final String CAREERS = "7002000000000000001";
    private static final Reply QUOTA_EXHAUSTED =
            Reply.error(400, 99_991_403, "this month's api call quota is exceeded");

    @Test
    void theRequesterChoosesTheChannelByItsNameAndTheApproverSeesThatName(ExampleFixture example) {
        var instance = example.start(Map.of());
        var task = instance.awaitUserTask("request-publication");
        assertThat(task.candidateGroups()).containsExactly("hr-recruiters");
        assertThat(task.formId()).isEqualTo("publication-request");
        assertThat(local("prepare-request", instance)).containsEntry("listError", null);
        assertThat(local("prepare-request", instance))
                .extractingByKey("choices", MAP)
                .extractingByKey("items", LIST)
                .extracting("label", "value")
                .contains(tuple("内推平台 (Referral platform)", "3"), tuple("社招官网 (Careers)", CAREERS));
        assertThat(local("request-publication", instance))
                .as("nothing is wrong yet")
                .containsEntry("approvalComment", null)
                .containsEntry("jobChannelIdByHand", null)
                .containsEntry("requestDecision", "submit");

        instance.complete("request-publication", submitted(Map.of("jobChannelId", CAREERS)));

        instance.awaitUserTask("approve-publication");
        assertThat(local("get-approval", instance))
                .containsEntry("advertisementId", ADVERTISEMENT_ID)
                .containsEntry("channelName", "社招官网 (Careers)");
        instance.complete("approve-publication", Map.of("approved", true));

        var variables = instance.endedOnceTheResultIsSeen().variables();
        assertThat(variables.toString()).as("the list stays with the form").doesNotContain("校园招聘官网");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactly(tuple(ADVERTISEMENT_ID, CAREERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"advertisementId", "jobChannelId"})
    void anInstanceStartedWithOneOfTheTwoIdsAsksForTheOther(String given, ExampleFixture example) {
        var instance = example.start(Map.of(given, "4711"));

        instance.awaitUserTask("request-publication");
        assertThat(local("request-publication", instance))
                .containsEntry(given, "4711")
                .containsEntry("approvalComment", null);
        instance.complete("request-publication", Map.of("requestDecision", "withdraw"));

        assertThat(instance.ended().completedElements()).endsWith("request-withdrawn");
    }

    /** A form that has no list submits the id in a field of its own; the API has the names that the README tells. */
    @ParameterizedTest
    @ValueSource(strings = {"jobChannelIdByHand", "jobChannelId"})
    void whereTheChannelsCannotBeListedTheFormSaysWhyAndTakesTheIdByHand(String field, ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:site:readonly");
        var instance = example.start(Map.of());

        instance.awaitUserTask("request-publication");
        assertThat(local("prepare-request", instance)).containsEntry("choices", null);
        assertThat(local("prepare-request", instance))
                .extractingByKey("listError", MAP)
                .containsEntry("name", "FEISHU_PERMISSION_DENIED")
                .containsKeys("advice", "scopes");
        instance.complete("request-publication", submitted(Map.of(field, CAREERS)));

        instance.awaitUserTask("approve-publication");
        assertThat(local("get-approval", instance))
                .containsEntry("jobChannelId", CAREERS)
                .containsEntry("channelName", null);
        instance.complete("approve-publication", Map.of("approved", false));

        instance.awaitUserTask("request-publication");
        assertThat(local("request-publication", instance))
                .as("to be changed, or left as it is")
                .containsEntry("jobChannelIdByHand", CAREERS);
        instance.complete("request-publication", Map.of("requestDecision", "submit"));
        instance.complete("approve-publication", Map.of("approved", true));

        var variables = instance.endedOnceTheResultIsSeen().variables();
        assertThat(variables).as("the problems with publishing").containsEntry("feishuError", null);
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::jobChannelId)
                .containsExactly(CAREERS);
    }

    @Test
    void aPermissionThatWasGrantedMeanwhileBringsTheListWithTheNextRound(ExampleFixture example) {
        example.sandbox().next(Endpoint.WEBSITES, QUOTA_EXHAUSTED);
        var instance = example.start(Map.of());
        instance.complete("request-publication", submitted(Map.of("jobChannelIdByHand", CAREERS)));
        instance.complete("approve-publication", Map.of("approved", false, "approvalComment", "Not there"));

        instance.awaitUserTask("request-publication");
        assertThat(local("prepare-request", instance)).containsEntry("listError", null);
        assertThat(local("request-publication", instance))
                .containsEntry("approvalComment", "Not there")
                .containsEntry("jobChannelId", CAREERS)
                .containsEntry("jobChannelIdByHand", null)
                .containsEntry("requestDecision", null);
        instance.complete("request-publication", Map.of("requestDecision", "submit", "jobChannelId", "3"));

        instance.awaitUserTask("approve-publication");
        assertThat(local("get-approval", instance)).containsEntry("channelName", "内推平台 (Referral platform)");
        instance.complete("approve-publication", Map.of("approved", true));
        assertThat(instance.endedOnceTheResultIsSeen().completedElements()).endsWith("advertisement-published");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobChannelIdByHand", "jobChannelId"})
    void idsAreCorrectedByHandWhereTheChannelsCannotBeListed(String field, ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:site:readonly");
        example.sandbox().rejectAsNotCompliant("4711");
        var instance = example.start(Map.of("advertisementId", "4711", "jobChannelId", "3"));
        instance.complete("approve-publication", Map.of("approved", true));

        instance.awaitUserTask("correct-ids");
        assertThat(local("have-ids-corrected", instance))
                .containsEntry("choices", null)
                .extractingByKey("listError", MAP)
                .containsEntry("name", "FEISHU_PERMISSION_DENIED");
        assertThat(instance.history().variables())
                .as("what the form is about")
                .extractingByKey("feishuError", MAP)
                .containsEntry("name", "FEISHU_ADVERTISEMENT_NOT_COMPLIANT");
        instance.complete(
                "correct-ids",
                Map.of("resolution", "publish-again", "advertisementId", ADVERTISEMENT_ID, field, CAREERS));
        instance.complete("approve-publication", Map.of("approved", true));

        instance.endedOnceTheResultIsSeen();
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactly(tuple(ADVERTISEMENT_ID, CAREERS));
    }

    private static Map<String, Object> submitted(Map<String, Object> channel) {
        var request = new HashMap<String, Object>(channel);
        request.put("requestDecision", "submit");
        request.put("advertisementId", ADVERTISEMENT_ID);
        return request;
    }

    private static Map<String, Object> local(String element, ExampleInstance instance) {
        return instance.history().localVariables().get(element);
    }
}
