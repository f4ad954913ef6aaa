package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.feishuhire.localcamunda.EmbeddedEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, Object> REQUEST = Map.of(
            "advertisementId",
            "4711",
            "jobChannelId",
            "3",
            "channels",
            List.of(Map.of("jobChannelId", "3")),
            "advertisementIds",
            List.of("4711"));

    /** Nobody works the job here, so nothing is sent. */
    @ParameterizedTest
    @EnumSource
    void withoutABaseUrlOfTheSandboxAnExampleCallsFeishuItself(Example example) {
        try (var engine = EmbeddedEngine.start()) {
            example.deployTo(engine.client());
            var instance = engine.client()
                    .newCreateInstanceCommand()
                    .bpmnProcessId(example.processId())
                    .latestVersion()
                    .variables(REQUEST)
                    .send()
                    .join()
                    .getProcessInstanceKey();
            if (example == Example.PUBLISH_WITH_APPROVAL) {
                engine.completeUserTask(
                        engine.awaitUserTask(instance, "approve-publication", PATIENCE), Map.of("approved", true));
            }

            assertThat(publishingJob(engine).getVariablesAsMap().get("connection"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("baseUrl", "https://open.feishu.cn");
        }
    }

    private static ActivatedJob publishingJob(EmbeddedEngine engine) {
        return engine.client()
                .newActivateJobsCommand()
                .jobType("io.feishuhire:publish-advertisement:1")
                .maxJobsToActivate(1)
                .requestTimeout(PATIENCE)
                .send()
                .join()
                .getJobs()
                .getFirst();
    }
}
