package io.feishuhire.localcamunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A Zeebe engine in this JVM, with a gRPC gateway on a free port. It is up in about a second and forgets everything
 * when closed.
 *
 * <pre>{@code
 * try (var engine = EmbeddedEngine.start()) {
 *     engine.client().newDeployResourceCommand().addResourceFromClasspath("process.bpmn").send().join();
 *     long instance = engine.client().newCreateInstanceCommand()
 *             .bpmnProcessId("process").latestVersion().send().join().getProcessInstanceKey();
 *     engine.completeUserTask(engine.awaitUserTask(instance, "approve", Duration.ofSeconds(10)), Map.of("approved", true));
 *     assertThat(engine.awaitCompleted(instance, Duration.ofSeconds(10)).completedElements()).endsWith("published");
 * }
 * }</pre>
 *
 * <p>It is the engine of Zeebe Process Test: gRPC only, no REST, no searches. Many tests can share one, even in
 * parallel, as long as none of them moves the clock ({@link #increaseTime}); one that does starts an engine of its own.
 */
public final class EmbeddedEngine implements CamundaEngine {

    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(10);
    /** The first command loads half of the engine's classes, which takes its time on a busy machine. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(1);

    private final EngineInternals internals;
    private final RecordLog log;
    private final URI grpcAddress;
    private final CamundaClient client;

    private EmbeddedEngine(EngineInternals internals, RecordLog log) {
        this.internals = internals;
        this.log = log;
        this.grpcAddress = internals.grpcAddress();
        this.client = clientOf(grpcAddress);
    }

    /** Starts an engine; it accepts commands when this returns. */
    public static EmbeddedEngine start() {
        QuietLogging.apply();
        var internals = EngineInternals.create();
        var log = new RecordLog(internals.logStream());
        internals.engine().start();
        return new EmbeddedEngine(internals, log);
    }

    static CamundaClient clientOf(URI grpcAddress) {
        return CamundaClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(grpcAddress)
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(REQUEST_TIMEOUT)
                .build();
    }

    @Override
    public CamundaClient client() {
        return client;
    }

    @Override
    public URI grpcAddress() {
        return grpcAddress;
    }

    /** Returns what a process instance did up to now; everything before the last answer of the engine is in it. */
    public ProcessHistory history(long processInstanceKey) {
        return log.instance(processInstanceKey).history();
    }

    /** Returns all records of a process instance as Zeebe's JSON, commands and rejections included, in their order. */
    public List<String> records(long processInstanceKey) {
        return log.instance(processInstanceKey).toJson();
    }

    /**
     * Moves the engine's clock, for everything that runs on it: timers, back-offs and job time-outs that are due then
     * go off.
     */
    public void increaseTime(Duration by) {
        internals.engine().increaseTime(by);
    }

    /**
     * Waits until the history of a process instance is as expected.
     *
     * @param expectation completes the sentence "Waited 10 s for …"
     * @throws IllegalStateException if it is not so in time; the message {@linkplain ProcessHistory#describe()
     *     describes} where the instance stands
     */
    public ProcessHistory await(
            long processInstanceKey, String expectation, Predicate<ProcessHistory> condition, Duration atMost) {
        return await(processInstanceKey, expectation, condition, history -> false, atMost);
    }

    /**
     * Waits until a process instance has been completed.
     *
     * @throws IllegalStateException if it is not in time, and at once when it is terminated or has an open incident
     */
    public ProcessHistory awaitCompleted(long processInstanceKey, Duration atMost) {
        return await(
                processInstanceKey,
                "its completion",
                history -> history.state() == ProcessInstanceState.COMPLETED,
                history -> history.state() == ProcessInstanceState.TERMINATED
                        || !history.openIncidents().isEmpty(),
                atMost);
    }

    /**
     * Waits until a process instance has an incident that is not resolved, and returns the first such.
     *
     * @throws IllegalStateException if it has none in time, and at once when it is over
     */
    public ProcessHistory.Incident awaitIncident(long processInstanceKey, Duration atMost) {
        return await(
                        processInstanceKey,
                        "an incident",
                        history -> !history.openIncidents().isEmpty(),
                        EmbeddedEngine::isOver,
                        atMost)
                .openIncidents()
                .getFirst();
    }

    @Override
    public long awaitUserTask(long processInstanceKey, String elementId, Duration atMost) {
        Predicate<ProcessHistory.UserTask> wanted = task -> task.elementId().equals(elementId);
        return await(
                        processInstanceKey,
                        "the user task \"" + elementId + "\"",
                        history -> history.openUserTasks().stream().anyMatch(wanted),
                        EmbeddedEngine::isOver,
                        atMost)
                .openUserTasks()
                .stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow()
                .key();
    }

    @Override
    public Stop awaitStop(long processInstanceKey, Set<Long> handledUserTasks, Duration atMost) {
        return stop(
                        await(
                                processInstanceKey,
                                "a user task, an incident or its end",
                                history -> stop(history, handledUserTasks).isPresent(),
                                atMost),
                        handledUserTasks)
                .orElseThrow();
    }

    @Override
    public String awaitVariable(long processInstanceKey, String name, Duration atMost) {
        var history = await(
                processInstanceKey,
                "the variable \"" + name + "\"",
                now -> now.variables().containsKey(name),
                EmbeddedEngine::isOver,
                atMost);
        return client.getConfiguration()
                .getJsonMapper()
                .toJson(history.variables().get(name));
    }

    private static Optional<Stop> stop(ProcessHistory history, Set<Long> handledUserTasks) {
        if (isOver(history)) {
            return Optional.of(new Stop.AtEnd(history.state()));
        }
        Stream<Stop> incidents = history.openIncidents().stream()
                .map(incident -> new Stop.AtIncident(incident.elementId(), incident.message()));
        Stream<Stop> userTasks = history.openUserTasks().stream()
                .filter(task -> !handledUserTasks.contains(task.key()))
                .map(task -> new Stop.AtUserTask(task.key(), task.elementId()));
        return Stream.concat(incidents, userTasks).findFirst();
    }

    @Override
    public ProcessInstanceState awaitEnd(long processInstanceKey, Duration atMost) {
        return await(processInstanceKey, "its end", EmbeddedEngine::isOver, atMost)
                .state();
    }

    @Override
    public void completeUserTask(long userTaskKey, Map<String, Object> variables) {
        var metadata = new RecordMetadata().valueType(ValueType.USER_TASK).intent(UserTaskIntent.COMPLETE);
        var command = new UserTaskRecord()
                .setUserTaskKey(userTaskKey)
                .setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack(variables)));
        Record<?> outcome = outcomeOf(userTaskKey, metadata, command);
        if (outcome.getRecordType() == RecordType.COMMAND_REJECTION) {
            throw new IllegalStateException("User task %d was not completed: %s, %s"
                    .formatted(userTaskKey, outcome.getRejectionType(), outcome.getRejectionReason()));
        }
    }

    /** Stops the engine and the client. Close connector runtimes first, or they complain about the lost connection. */
    @Override
    public void close() {
        client.close();
        log.close();
        internals.engine().stop();
    }

    private Record<?> outcomeOf(long key, RecordMetadata metadata, UserTaskRecord command) {
        try {
            return log.write(key, metadata, command).get(COMMAND_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "The engine did not work on the command for user task " + key + " within " + COMMAND_TIMEOUT, e);
        }
    }

    private ProcessHistory await(
            long processInstanceKey,
            String expectation,
            Predicate<ProcessHistory> condition,
            Predicate<ProcessHistory> hopeless,
            Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        var records = log.instance(processInstanceKey);
        try {
            while (true) {
                int seen = records.changes();
                var history = records.history();
                if (condition.test(history)) {
                    return history;
                }
                if (hopeless.test(history)) {
                    throw new IllegalStateException(
                            "Waited for %s, in vain. %s".formatted(expectation, history.describe()));
                }
                if (!records.awaitMoreThan(seen, deadline)) {
                    throw new IllegalStateException(
                            "Waited %d ms for %s. %s".formatted(atMost.toMillis(), expectation, history.describe()));
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean isOver(ProcessHistory history) {
        return history.state() != ProcessInstanceState.ACTIVE;
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting for the engine", e);
    }
}
