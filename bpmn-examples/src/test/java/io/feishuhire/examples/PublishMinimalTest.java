package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.util.Map;
import org.junit.jupiter.api.Test;

@ExampleTest(Example.PUBLISH_MINIMAL)
class PublishMinimalTest {

    private static final Map<String, Object> REQUEST = Map.of("advertisementId", "6960663240925956660");

    @Test
    void anAdvertisementIsPublishedOnTheReferralPlatform(ExampleFixture example) {
        var history = example.start(REQUEST).ended();

        assertThat(history.completedElements())
                .containsExactly("publication-requested", "publish-advertisement", "advertisement-published");
        assertThat(history.variables().get("publication"))
                .asInstanceOf(MAP)
                .containsEntry("advertisementId", "6960663240925956660")
                .containsKeys("logId", "publishedAt");
        assertThat(example.sandbox().published())
                .singleElement()
                .satisfies(published -> assertThat(published.jobChannelId()).isEqualTo("3"));
    }

    @Test
    void whatFeishuRefusesIsAnIncidentThatSaysWhy(ExampleFixture example) {
        example.sandbox().apiSync(false);

        var incident = example.start(REQUEST).awaitIncident();

        assertThat(incident.elementId()).isEqualTo("publish-advertisement");
        assertThat(incident.type()).isEqualTo("UNHANDLED_ERROR_EVENT");
        assertThat(incident.message()).contains("FEISHU_API_SYNC_DISABLED");
    }

    @Test
    void anOperatorResolvesTheIncidentAndTheAdvertisementIsPublished(ExampleFixture example) {
        example.sandbox().apiSync(false);
        var instance = example.start(REQUEST);
        var incident = instance.awaitIncident();

        example.sandbox().apiSync(true);
        instance.resolve(incident, 3);

        assertThat(instance.ended().completedElements()).endsWith("advertisement-published");
        assertThat(example.sandbox().published()).hasSize(1);
    }
}
