package io.feishuhire.playground;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.localcamunda.ProcessHistory.Wait;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an operator, or a worker that does not run here, does: jobs, incidents, messages and signals. */
@RestController
@RequestMapping("/api")
@ResponseStatus(HttpStatus.NO_CONTENT)
final class JobsApi {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Playground playground;
    private final CamundaClient client;

    JobsApi(Playground playground) {
        this.playground = playground;
        this.client = playground.engine().client();
    }

    record Completion(Map<String, Object> variables) {}

    record Resolution(Map<String, Object> variables) {}

    record Failure(String message) {}

    record ThrownError(String code, String message, Map<String, Object> variables) {}

    record Message(String name, String correlationKey, Map<String, Object> variables) {}

    record Signal(String name, Map<String, Object> variables) {}

    @PostMapping("/jobs/{key}/completion")
    void complete(@PathVariable long key, @RequestBody Completion completion) {
        var job = unserved(key);
        client.newCompleteCommand(job.key())
                .variables(GivenVariables.of(completion.variables()))
                .send()
                .join();
    }

    @PostMapping("/jobs/{key}/failure")
    void fail(@PathVariable long key, @RequestBody Failure failure) {
        var job = unserved(key);
        client.newFailCommand(job.key())
                .retries(0)
                .errorMessage(Objects.requireNonNullElse(failure.message(), ""))
                .send()
                .join();
    }

    @PostMapping("/jobs/{key}/error")
    void throwError(@PathVariable long key, @RequestBody ThrownError error) {
        var job = unserved(key);
        if (error.code() == null || error.code().isBlank()) {
            throw Problem.invalid("A BPMN error needs a code.", "BPMN 错误需要错误代码。");
        }
        client.newThrowErrorCommand(job.key())
                .errorCode(error.code().strip())
                .errorMessage(Objects.requireNonNullElse(error.message(), ""))
                .variables(GivenVariables.of(error.variables()))
                .send()
                .join();
    }

    /**
     * Resolves an incident, after it has changed variables that its element sees, and given its job another attempt.
     */
    @PostMapping("/incidents/{key}/resolution")
    void resolve(@PathVariable long key, @RequestBody Resolution resolution) {
        var variables = GivenVariables.of(resolution.variables());
        var incident = find(history -> history.openIncidents().stream()
                .filter(open -> open.key() == key)
                .findFirst());
        if (!variables.isEmpty()) {
            client.newSetVariablesCommand(incident.scopeKey())
                    .variables(variables)
                    .send()
                    .join();
        }
        if (incident.jobKey() > 0) {
            client.newUpdateRetriesCommand(incident.jobKey()).retries(1).send().join();
        }
        client.newResolveIncidentCommand(key).send().join();
    }

    @PostMapping("/messages")
    void send(@RequestBody Message message) {
        var name = name(message.name());
        var correlationKey = Objects.requireNonNullElse(message.correlationKey(), "");
        var waitedFor = isWaitedFor(
                name,
                wait -> wait instanceof Wait.ForMessage waiting
                        && waiting.name().equals(name)
                        && waiting.correlationKey().equals(correlationKey));
        client.newPublishMessageCommand()
                .messageName(name)
                .correlationKey(correlationKey)
                .timeToLive(KEPT)
                .variables(GivenVariables.of(message.variables()))
                .send()
                .join();
        if (!waitedFor) {
            throw Problem.notFound(
                    "The message is sent, but nothing waits for it with this key. The engine keeps it for an hour of its time.",
                    "消息已发送，但目前没有流程实例在以此关联键等待该消息。引擎会按引擎时间将其保留 1 小时。");
        }
    }

    @PostMapping("/signals")
    void broadcast(@RequestBody Signal signal) {
        var name = name(signal.name());
        var waitedFor = isWaitedFor(
                name,
                wait -> wait instanceof Wait.ForSignal waiting && waiting.name().equals(name));
        client.newBroadcastSignalCommand()
                .signalName(name)
                .variables(GivenVariables.of(signal.variables()))
                .send()
                .join();
        if (!waitedFor) {
            throw Problem.notFound("The signal is sent, but nothing waits for it.", "信号已发送，但目前没有流程实例在等待该信号。");
        }
    }

    /** Whether an instance waits so, or a start event has this name. */
    private boolean isWaitedFor(String name, Predicate<Wait> wanted) {
        return playground.engine().histories().stream()
                        .filter(instance -> instance.state() == ProcessInstanceState.ACTIVE)
                        .flatMap(instance -> instance.waits().stream())
                        .anyMatch(wanted)
                || playground.processes().all().stream()
                        .anyMatch(process -> process.diagram().startingNames().contains(name));
    }

    private static String name(String given) {
        if (given == null || given.isBlank()) {
            throw Problem.invalid("A message or signal needs its name.", "消息或信号需要名称。");
        }
        return given;
    }

    /** A job of a connector is the connector's: a second answer to it would only confuse. */
    private ProcessHistory.Job unserved(long key) {
        var job = find(history ->
                history.openJobs().stream().filter(open -> open.key() == key).findFirst());
        if (playground.worked().contains(job.type())) {
            throw Problem.invalid("A worker works this job.", "该任务由连接器处理。");
        }
        return job;
    }

    private <T> T find(Function<ProcessHistory, Optional<T>> part) {
        return playground.engine().histories().stream()
                .map(part)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("This is no longer open.", "该项已处理完毕。"));
    }
}
