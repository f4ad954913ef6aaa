package io.feishuhire.localcamunda;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.CreateProcessInstanceCommandStep1.CreateProcessInstanceCommandStep3;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A Zeebe engine in this JVM, with a gRPC gateway on a free port. It starts in about a second, and forgets everything
 * when it is closed.
 *
 * <pre>{@code
 * try (var engine = EmbeddedEngine.start()) {
 *     long instance = engine.start(engine.deploy(bpmn), Map.of());
 *     engine.completeUserTask(engine.awaitUserTask(instance, "approve", Duration.ofSeconds(10)), Map.of("approved", true));
 *     assertThat(engine.awaitCompleted(instance, Duration.ofSeconds(10)).completedElements()).endsWith("published");
 * }
 * }</pre>
 *
 * <p>It is the engine of Zeebe Process Test: gRPC only, no REST, no searches. Many tests can share one, even in
 * parallel. A test that moves the clock ({@link #increaseTime}) must start an engine of its own.
 */
public final class EmbeddedEngine implements AutoCloseable {

    /** The first command loads half of the engine's classes, which is slow on a busy machine. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(1);

    /** The engine's clock goes in steps, and a timer that is due has to be noticed, too. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final EngineInternals internals;
    private final RecordLog log;
    private final CamundaClient client;
    private volatile Duration ahead = Duration.ZERO;

    private EmbeddedEngine(EngineInternals internals, RecordLog log) {
        this.internals = internals;
        this.log = log;
        this.client = clientOf(internals.grpcAddress());
    }

    /**
     * A timer of a start event.
     *
     * @param due when it starts an instance, by the engine's clock
     */
    public record StartTimer(String processId, String elementId, Instant due) {}

    /** Starts an engine. It accepts commands when this method returns. */
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

    /** A client of this engine, which {@link #close()} closes. */
    public CamundaClient client() {
        return client;
    }

    /** The address of the gRPC API, such as {@code http://127.0.0.1:26500}. */
    public URI grpcAddress() {
        return client.getConfiguration().getGrpcAddress();
    }

    /**
     * Deploys a diagram with one process.
     *
     * @param bpmn its XML
     * @return the key of this version of the process
     * @throws io.camunda.client.api.command.ClientException if the engine refuses it
     */
    public long deploy(String bpmn) {
        return client.newDeployResourceCommand()
                .addResourceStringUtf8(bpmn, "process.bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst()
                .getProcessDefinitionKey();
    }

    /**
     * Starts an instance of the latest version of a process.
     *
     * @return the key of the instance
     */
    public long start(String processId, Map<String, Object> variables) {
        return start(client.newCreateInstanceCommand().bpmnProcessId(processId).latestVersion(), variables);
    }

    /**
     * Starts an instance of one version of a process.
     *
     * @return the key of the instance
     */
    public long start(long processDefinitionKey, Map<String, Object> variables) {
        return start(client.newCreateInstanceCommand().processDefinitionKey(processDefinitionKey), variables);
    }

    private static long start(CreateProcessInstanceCommandStep3 command, Map<String, Object> variables) {
        return command.variables(variables).send().join().getProcessInstanceKey();
    }

    /** What a process instance did up to now, including everything before the engine's last answer. */
    public ProcessHistory history(long processInstanceKey) {
        return log.instance(processInstanceKey).history();
    }

    /** What a process instance did up to now; empty if there is none of this key. */
    public Optional<ProcessHistory> find(long processInstanceKey) {
        return log.find(processInstanceKey);
    }

    /** What each process instance did up to now, the oldest instance first. Called processes are among them. */
    public List<ProcessHistory> histories() {
        return log.histories();
    }

    /**
     * The variables that an open user task sees, its own and those of all scopes around it.
     *
     * @return an empty map if the instance has no such task
     */
    public Map<String, Object> variablesSeenBy(long processInstanceKey, long userTaskKey) {
        return log.instance(processInstanceKey).variablesSeenBy(userTaskKey);
    }

    /** The timers that will start an instance of a deployed process. */
    public List<StartTimer> startTimers() {
        return log.startTimers();
    }

    /** Whether a worker has ever asked for jobs of this type. */
    public boolean hasBeenPolledFor(String jobType) {
        return log.hasBeenPolledFor(jobType);
    }

    /**
     * Has this called when a history or a start timer has changed, or a worker has asked for a type of jobs for the
     * first time. The engine waits for it, so it must be fast.
     */
    public void onChange(Runnable listener) {
        log.onChange(listener);
    }

    /** All records of a process instance as Zeebe's JSON, in order, including commands and rejections. */
    public List<String> records(long processInstanceKey) {
        return log.records(processInstanceKey);
    }

    /**
     * Moves the engine's clock for all of its instances. Timers, back-offs and job time-outs that are due by then go
     * off.
     */
    public synchronized void increaseTime(Duration by) {
        internals.engine().increaseTime(by);
        ahead = ahead.plus(by);
    }

    /**
     * Moves the engine's clock past a time, such as that of a timer. If the time has passed already, the clock goes on
     * by a moment only.
     *
     * @return by how much it was moved
     */
    public synchronized Duration increaseTimePast(Instant time) {
        var left = Duration.between(now(), time).plus(MOMENT);
        var by = left.compareTo(MOMENT) < 0 ? MOMENT : left;
        increaseTime(by);
        return by;
    }

    /** By how much the engine's clock was moved. */
    public Duration ahead() {
        return ahead;
    }

    /** The time by the engine's clock. */
    public Instant now() {
        return Instant.now().plus(ahead);
    }

    /**
     * Waits until the history of a process instance is as expected.
     *
     * @param expectation completes the sentence "Waited 10 s for …"
     * @throws IllegalStateException if the condition does not hold in time; the message
     *     {@linkplain ProcessHistory#describe() describes} where the instance stands
     */
    public ProcessHistory await(
            long processInstanceKey, String expectation, Predicate<ProcessHistory> condition, Duration atMost) {
        return await(
                processInstanceKey,
                expectation,
                history -> Optional.of(history).filter(condition),
                history -> false,
                atMost);
    }

    /**
     * Waits until a process instance has been completed.
     *
     * @throws IllegalStateException if it is not completed in time, and at once when it is terminated or has an open
     *     incident
     */
    public ProcessHistory awaitCompleted(long processInstanceKey, Duration atMost) {
        return await(
                processInstanceKey,
                "its completion",
                history -> Optional.of(history).filter(now -> now.state() == ProcessInstanceState.COMPLETED),
                history -> isOver(history) || !history.openIncidents().isEmpty(),
                atMost);
    }

    /**
     * Waits until a process instance has an incident that is not resolved.
     *
     * @return the first such incident
     * @throws IllegalStateException if it has none in time, and at once when it has ended
     */
    public ProcessHistory.Incident awaitIncident(long processInstanceKey, Duration atMost) {
        return await(
                processInstanceKey,
                "an incident",
                history -> history.openIncidents().stream().findFirst(),
                EmbeddedEngine::isOver,
                atMost);
    }

    /**
     * Waits for a native user task ({@code <zeebe:userTask/>}) to be open.
     *
     * @param elementId the id of the user task in the diagram
     * @return the key of the open user task
     * @throws IllegalStateException if none is open in time, and at once when the instance has ended; the message
     *     {@linkplain ProcessHistory#describe() describes} where the instance stands
     */
    public long awaitUserTask(long processInstanceKey, String elementId, Duration atMost) {
        return await(
                processInstanceKey,
                "the user task \"" + elementId + "\"",
                history -> history.openUserTasks().stream()
                        .filter(task -> task.elementId().equals(elementId))
                        .map(ProcessHistory.UserTask::key)
                        .findFirst(),
                EmbeddedEngine::isOver,
                atMost);
    }

    /**
     * Completes an open native user task. The engine has accepted it when this method returns.
     *
     * @param variables merged into the process instance
     * @throws IllegalStateException if the engine refuses, for example because no such task is open; the message holds
     *     its reason
     */
    public void completeUserTask(long userTaskKey, Map<String, Object> variables) {
        log.completeUserTask(userTaskKey, variables);
    }

    /** Stops the engine and the client. Close connector runtimes first, or they log the lost connection. */
    @Override
    public void close() {
        client.close();
        log.close();
        internals.engine().stop();
    }

    private <T> T await(
            long processInstanceKey,
            String expectation,
            Function<ProcessHistory, Optional<T>> answer,
            Predicate<ProcessHistory> impossible,
            Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        var records = log.instance(processInstanceKey);
        try {
            while (true) {
                var seen = records.changes();
                var history = records.history();
                var found = answer.apply(history);
                if (found.isPresent()) {
                    return found.get();
                }
                if (impossible.test(history)) {
                    throw new IllegalStateException(
                            "Waited for %s, which can no longer happen. %s".formatted(expectation, history.describe()));
                }
                if (!records.awaitMoreThan(seen, deadline)) {
                    throw new IllegalStateException(
                            "Waited %d ms for %s. %s".formatted(atMost.toMillis(), expectation, history.describe()));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + expectation, interrupted);
        }
    }

    private static boolean isOver(ProcessHistory history) {
        return history.state() != ProcessInstanceState.ACTIVE;
    }
}
