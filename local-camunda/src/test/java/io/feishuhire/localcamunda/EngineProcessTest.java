package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.feishuhire.localcamunda.EngineEvent.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineProcessTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void itReportsFailedJobsIncidentsAndCompletedInstances() throws Exception {
        try (var engine = EngineProcess.start(directory)) {
            var client = engine.client();
            client.newDeployResourceCommand()
                    .addProcessModel(Diagrams.failing("fails", 3, Map.of()), "fails.bpmn")
                    .addProcessModel(
                            Bpmn.createExecutableProcess("ends")
                                    .startEvent()
                                    .endEvent()
                                    .done(),
                            "ends.bpmn")
                    .send()
                    .join();
            client.newCreateInstanceCommand()
                    .bpmnProcessId("fails")
                    .latestVersion()
                    .send()
                    .join();
            var job = client.newActivateJobsCommand()
                    .jobType(EchoConnector.TYPE)
                    .maxJobsToActivate(1)
                    .send()
                    .join()
                    .getJobs()
                    .getFirst()
                    .getKey();
            client.newFailCommand(job).retries(0).send().join();
            var ended = client.newCreateInstanceCommand()
                    .bpmnProcessId("ends")
                    .latestVersion()
                    .withResult()
                    .send()
                    .join()
                    .getProcessInstanceKey();

            await().atMost(SOON).until(() -> events(engine).size() == 3);
            assertThat(events(engine))
                    .contains(
                            new EngineEvent(Kind.JOB_FAILED, "fails", job, 0),
                            new EngineEvent(Kind.INSTANCE_COMPLETED, "ends", ended, 0))
                    .extracting(EngineEvent::kind)
                    .contains(Kind.INCIDENT_CREATED);
        }
        assertThat(directory.resolve("engine.log")).content().doesNotContain(" WARN ", " ERROR ");
    }

    @Test
    void anEngineThatTakesTooLongToStartIsGivenUp() {
        assertThatThrownBy(() -> EngineProcess.start(directory, Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("engine.log")
                .hasRootCauseMessage("EngineMain did not print \"http://\" within 1 ms:\n");
    }

    private static List<EngineEvent> events(EngineProcess engine) {
        var events = new ArrayList<EngineEvent>();
        engine.forEachEvent(events::add);
        return events;
    }
}
