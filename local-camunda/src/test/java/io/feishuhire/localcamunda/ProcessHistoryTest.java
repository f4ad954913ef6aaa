package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.feishuhire.localcamunda.ProcessHistory.Incident;
import io.feishuhire.localcamunda.ProcessHistory.Step;
import io.feishuhire.localcamunda.ProcessHistory.ThrownError;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ProcessHistoryTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @AutoClose
    private static final LocalCamunda CAMUNDA = LocalCamunda.start(Map.of());

    private final EmbeddedEngine engine = CAMUNDA.engine();

    @Test
    void aProcessWithAConnectorAndAUserTaskRunsThrough() {
        long instance = Diagrams.run(engine, Diagrams.echoThenApprove("through", "hello"));

        long task = engine.awaitUserTask(instance, "approve", SOON);
        var waiting = engine.await(
                instance, "the task to be active", now -> now.activeElements().contains("approve"), SOON);
        assertThat(waiting.state()).isEqualTo(ProcessInstanceState.ACTIVE);
        assertThat(waiting.activeElements()).containsExactly("approve");
        assertThat(waiting.localVariables()).containsEntry("approve", Map.of("onlyHere", "local"));
        assertThat(waiting.openUserTasks()).singleElement().satisfies(open -> {
            assertThat(open.key()).isEqualTo(task);
            assertThat(open.elementId()).isEqualTo("approve");
            assertThat(open.formId()).isEqualTo("approval");
            assertThat(open.candidateGroups()).containsExactly("hr");
        });

        engine.completeUserTask(task, Map.of("approved", true));
        var done = engine.awaitCompleted(instance, SOON);
        assertThat(done.completedElements()).containsExactly("start", "echo", "approve", "end");
        assertThat(done.sequenceFlowsTaken()).endsWith("toApproval", "toEnd").hasSize(3);
        assertThat(done.variables()).containsEntry("approved", true).containsEntry("echoed", Map.of("text", "hello"));
        assertThat(done.openUserTasks()).isEmpty();
        assertThat(done.openJobs()).isEmpty();
        assertThat(engine.records(instance)).anyMatch(json -> json.contains("\"ELEMENT_COMPLETED\""));
    }

    @Test
    void aMultiInstanceActivityIsAStepForEachInstanceAndNoneMoreForAll() {
        long instance = Diagrams.run(engine, Diagrams.threeTimes("three-times"));

        var done = engine.awaitCompleted(instance, SOON);

        assertThat(done.steps()).extracting(Step::elementId).containsOnlyOnce("start", "end");
        assertThat(done.steps())
                .filteredOn(step -> step.elementId().equals("each"))
                .hasSize(3);
    }

    @Test
    void anInstanceThatIsCancelledIsTerminated() {
        long instance = Diagrams.run(engine, Diagrams.echoThenApprove("cancelled", "hello"));
        engine.awaitUserTask(instance, "approve", SOON);

        engine.client().newCancelInstanceCommand(instance).send().join();

        var over = engine.await(instance, "its end", now -> now.state() != ProcessInstanceState.ACTIVE, SOON);
        assertThat(over.state()).isEqualTo(ProcessInstanceState.TERMINATED);
        assertThat(over.terminatedElements()).containsExactly("approve");
        assertThatThrownBy(() -> engine.awaitCompleted(instance, SOON)).hasMessageContaining("is TERMINATED");
    }

    @Test
    void aFailedJobWithoutRetriesIsAnIncidentUntilItIsResolved() {
        long instance = Diagrams.run(engine, Diagrams.failing("incident", 1, Map.of()));

        var incident = engine.awaitIncident(instance, SOON);
        assertThat(incident.elementId()).isEqualTo("echo");
        assertThat(incident.type()).isEqualTo("JOB_NO_RETRIES");
        assertThat(incident.message()).contains("told to fail");
        assertThatThrownBy(() -> engine.awaitCompleted(instance, SOON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open incidents")
                .hasMessageContaining("told to fail");

        long job = engine.history(instance).openJobs().getFirst().key();
        engine.client().newUpdateRetriesCommand(job).retries(1).send().join();
        engine.client().newResolveIncidentCommand(incident.key()).send().join();
        assertThat(engine.history(instance).incidents())
                .filteredOn(Incident::resolved)
                .extracting(Incident::key)
                .containsExactly(incident.key());
    }

    @Test
    void aBpmnErrorTakesTheBoundaryEvent() {
        var headers = Map.of("errorExpression", "=bpmnError(error.code, error.message)");
        long instance = Diagrams.run(engine, Diagrams.failing("error", 3, headers));

        var history = engine.awaitCompleted(instance, SOON);
        assertThat(history.errorsThrown()).containsExactly(new ThrownError("echo", "NOPE", "told to fail"));
        assertThat(history.terminatedElements()).containsExactly("echo");
        assertThat(history.completedElements()).containsExactly("start", "failed", "handled");
        assertThat(history.sequenceFlowsTaken()).endsWith("toHandled");
        assertThat(history.jobFailures()).isEmpty();
        assertThat(history.openJobs()).isEmpty();
    }

    @Test
    void aFailedAttemptIsRecordedWithItsRetriesAndItsBackOff() {
        long instance = Diagrams.run(engine, Diagrams.failing("backOff", 3, Map.of("retryBackoff", "PT1H")));

        var history =
                engine.await(instance, "a failure", seen -> !seen.jobFailures().isEmpty(), SOON);
        assertThat(history.jobFailures()).singleElement().satisfies(failure -> {
            assertThat(failure.elementId()).isEqualTo("echo");
            assertThat(failure.retriesLeft()).isEqualTo(2);
            assertThat(failure.message()).contains("told to fail");
            assertThat(failure.retryBackOff()).isEqualTo(Duration.ofHours(1));
        });
        assertThat(history.openJobs()).singleElement().satisfies(job -> {
            assertThat(job.retries()).isEqualTo(2);
            assertThat(job.type()).isEqualTo(EchoConnector.TYPE);
        });
    }

    @Test
    void aWaitThatFailsDescribesWhereTheInstanceStands() {
        long instance = Diagrams.run(engine, Diagrams.waiting("stuck"));

        assertThatThrownBy(() -> engine.awaitUserTask(instance, "approve", Duration.ofMillis(200)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Waited 200 ms for the user task \"approve\"")
                .hasMessageContaining("in: hour")
                .hasMessageContaining("completed: start");
    }

    @Test
    void aUserTaskThatIsNotThereCannotBeCompleted() {
        assertThatThrownBy(() -> engine.completeUserTask(4711, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("4711")
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void aUserTaskCannotBeCompletedTwice() {
        long instance = Diagrams.run(engine, Diagrams.echoThenApprove("twice", "hello"));
        long task = engine.awaitUserTask(instance, "approve", SOON);
        engine.completeUserTask(task, Map.of());

        assertThatThrownBy(() -> engine.completeUserTask(task, Map.of())).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void manyInstancesInParallelDoNotMixUp() {
        var instances = IntStream.range(0, 20)
                .parallel()
                .mapToLong(i -> Diagrams.run(engine, Diagrams.echoThenApprove("parallel" + i, "hello " + i)))
                .toArray();

        IntStream.range(0, instances.length).parallel().forEach(i -> {
            long task = engine.awaitUserTask(instances[i], "approve", SOON);
            engine.completeUserTask(task, Map.of("number", i));
            assertThat(engine.awaitCompleted(instances[i], SOON).variables())
                    .containsEntry("number", i)
                    .containsEntry("echoed", Map.of("text", "hello " + i));
            assertThat(engine.records(instances[i]))
                    .hasSizeGreaterThan(30)
                    .doesNotHaveDuplicates()
                    .allMatch(json -> json.contains("\"processInstanceKey\":" + instances[i]));
        });
    }
}
