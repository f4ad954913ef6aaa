package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.PublishedAdvertisement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a requester of {@code publish-to-channels} says what to publish, and where. */
@ExampleTest(Example.PUBLISH_TO_CHANNELS)
class ChannelsRequestTest {

    private static final String ADVERTISEMENT_ID = "7004000000000000001";
    private static final String CAREERS = "7002000000000000001";
    private static final String REFERRAL = "3";

    @Test
    void theRequesterChoosesTheChannelsByTheirNames(ExampleFixture example) {
        var instance = example.start(Map.of());
        assertThat(instance.awaitUserTask("request-publication").candidateGroups())
                .containsExactly("hr-recruiters");
        assertThat(local("prepare-request", instance)).containsEntry("listError", null);
        assertThat(local("prepare-request", instance))
                .extractingByKey("choices", MAP)
                .extractingByKey("items", LIST)
                .extracting("label")
                .contains("内推平台 (Referral platform)", "社招官网 (Careers)", "校园招聘官网 (Campus)");
        instance.complete("request-publication", request("channels", List.of(REFERRAL, CAREERS)));

        instance.awaitUserTask("see-results");
        assertThat(local("see-results", instance))
                .containsEntry("advertisementId", ADVERTISEMENT_ID)
                .containsEntry("failed", List.of());
        instance.complete("see-results", Map.of());

        var variables = instance.ended().variables();
        assertThat(variables)
                .extractingByKey("results", LIST)
                .extracting("channelName", "state")
                .containsExactly(tuple("内推平台 (Referral platform)", "LIVE"), tuple("社招官网 (Careers)", "LIVE"));
        assertThat(variables.toString()).as("the list stays with the form").doesNotContain("校园招聘官网");
        assertThat(example.sandbox().published())
                .extracting(PublishedAdvertisement::advertisementId, PublishedAdvertisement::jobChannelId)
                .containsExactlyInAnyOrder(tuple(ADVERTISEMENT_ID, REFERRAL), tuple(ADVERTISEMENT_ID, CAREERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"channelsByHand", "channels"})
    void whereTheChannelsCannotBeListedTheFormSaysWhyAndTakesTheIdsByHand(String field, ExampleFixture example) {
        example.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:site:readonly");
        var instance = example.start(Map.of("advertisementId", ADVERTISEMENT_ID));

        instance.awaitUserTask("request-publication");
        assertThat(local("request-publication", instance)).containsEntry("advertisementId", ADVERTISEMENT_ID);
        assertThat(local("prepare-request", instance))
                .containsEntry("choices", null)
                .extractingByKey("listError", MAP)
                .containsEntry("name", "FEISHU_PERMISSION_DENIED")
                .containsKeys("advice", "scopes");
        instance.complete("request-publication", request(field, REFERRAL + "\n" + CAREERS));
        instance.complete("see-results", Map.of());

        assertThat(instance.ended().variables())
                .extractingByKey("results", LIST)
                .extracting("jobChannelId")
                .containsExactly(REFERRAL, CAREERS);
    }

    @Test
    void aFailedChannelIsReviewedByItsName(ExampleFixture example) {
        example.sandbox().closeJob(ADVERTISEMENT_ID);
        var instance = example.start(Map.of());
        instance.complete("request-publication", request("channels", List.of(CAREERS)));

        for (int failures = 1; failures <= 2; failures++) {
            int count = failures;
            instance.await("failure " + count, history -> history.errorsThrown().size() == count);
            instance.awaitUserTask("review-failed-channels");
            assertThat(local("review-failed-channels", instance))
                    .containsEntry("advertisementId", ADVERTISEMENT_ID)
                    .extractingByKey("failedChannels", LIST)
                    .extracting("channelName")
                    .containsExactly("社招官网 (Careers)");
            if (failures == 2) {
                example.sandbox().reopenJob(ADVERTISEMENT_ID);
            }
            instance.complete("review-failed-channels", Map.of("resolution", "publish-again"));
        }
        instance.complete("see-results", Map.of());

        assertThat(instance.ended().completedElements()).endsWith("published-to-all-channels");
    }

    @Test
    void aRequestThatIsWithdrawnPublishesNothing(ExampleFixture example) {
        var instance = example.start(Map.of());
        instance.complete("request-publication", Map.of("requestDecision", "withdraw"));

        assertThat(instance.ended().completedElements()).endsWith("no-channel-to-publish-to");
        assertThat(example.publishCodes()).isEmpty();
    }

    @Test
    void aRequestWithoutChannelsIsAskedForAgain(ExampleFixture example) {
        var instance = example.start(Map.of());
        instance.complete("request-publication", Map.of("advertisementId", ADVERTISEMENT_ID));
        instance.complete("request-publication", Map.of("channels", List.of()));
        instance.complete("request-publication", request("channels", List.of(REFERRAL)));
        instance.complete("see-results", Map.of());

        assertThat(instance.ended().completedElements()).endsWith("published-to-all-channels");
    }

    private static Map<String, Object> request(String field, Object channels) {
        var request = new HashMap<String, Object>();
        request.put("requestDecision", "submit");
        request.put("advertisementId", ADVERTISEMENT_ID);
        request.put(field, channels);
        return request;
    }

    private static Map<String, Object> local(String element, ExampleInstance instance) {
        return instance.history().localVariables().get(element);
    }
}
