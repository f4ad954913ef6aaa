package io.feishuhire.playground;

import io.camunda.client.CamundaClient;
import io.feishuhire.localcamunda.ProcessHistory;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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

    private final Playground playground;
    private final CamundaClient client;

    JobsApi(Playground playground) {
        this.playground = playground;
        this.client = playground.engine().client();
    }

    record Completion(Map<String, Object> variables) {}

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

    /** Resolves an incident, after it has given its job another attempt. */
    @PostMapping("/incidents/{key}/resolution")
    void resolve(@PathVariable long key) {
        var incident = find(history -> history.openIncidents().stream()
                .filter(open -> open.key() == key)
                .findFirst());
        if (incident.jobKey() > 0) {
            client.newUpdateRetriesCommand(incident.jobKey()).retries(1).send().join();
        }
        client.newResolveIncidentCommand(key).send().join();
    }

    @PostMapping("/messages")
    void send(@RequestBody Message message) {
        client.newPublishMessageCommand()
                .messageName(name(message.name()))
                .correlationKey(Objects.requireNonNullElse(message.correlationKey(), ""))
                .variables(GivenVariables.of(message.variables()))
                .send()
                .join();
    }

    @PostMapping("/signals")
    void broadcast(@RequestBody Signal signal) {
        client.newBroadcastSignalCommand()
                .signalName(name(signal.name()))
                .variables(GivenVariables.of(signal.variables()))
                .send()
                .join();
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
