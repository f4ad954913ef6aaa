package io.feishuhire.examples;

import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.localcamunda.ProcessHistory.Wait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The people in a diagram of the user's own: a person at the keyboard types what they would fill in. */
record OwnTasks(OwnDiagram own, Keyboard keyboard, Narrator narrator) {

    private static final String USER_TASK_OF_A_JOB = "io.camunda.zeebe:userTask";

    /**
     * Shows a user task, and takes the variables to complete it with from the keyboard.
     *
     * @return the variables; empty when the input has ended
     */
    Optional<Map<String, Object>> perform(ProcessHistory.UserTask task, ProcessHistory history) {
        narrator.step("User task \"%s\"%s.".formatted(name(task.elementId()), groups(task)));
        var form = own.formOf(task.elementId());
        form.ifPresentOrElse(
                found -> found.fields().forEach(field -> narrator.detail(inWords(field, history))),
                () -> narrator.detail("It has no form."));
        var sample = form.map(OwnForm::fields).orElse(List.of()).stream()
                .map(field -> "\"" + field.key() + "\": " + field.sample())
                .collect(Collectors.joining(", ", "{", "}"));
        narrator.detail("Type the variables to complete it with, as JSON in one line, such as " + sample
                + ", and press Enter. An empty line completes it without any.");
        return variables("The instance waits at the task.");
    }

    /** Asks for the variables of a message that the process waits for. */
    Optional<Map<String, Object>> askForMessage(Wait.ForMessage message) {
        narrator.step("The process waits at \"%s\" for the message \"%s\" with the correlation key \"%s\"."
                .formatted(name(message.elementId()), message.name(), message.correlationKey()));
        narrator.detail("Press Enter to send the message. To send variables with it, first type them as JSON in one"
                + " line.");
        return variables("The instance waits for the message.");
    }

    /** A job that would wait for ever. */
    void tellNoWorker(ProcessHistory.Job job) {
        narrator.step("The task \"%s\" waits for a worker.".formatted(name(job.elementId())));
        narrator.detail(
                job.type().equals(USER_TASK_OF_A_JOB)
                        ? "It is a user task of the old kind, which is a job. Choose the implementation \"Camunda user"
                                + " task\" in the Modeler, and run it again."
                        : "No worker here works jobs of the type \"" + job.type()
                                + "\": only the connectors of Feishu Hire run beside this engine. Run the diagram on a cluster"
                                + " with that worker, or leave the task out.");
    }

    /** A signal would have to come from elsewhere. */
    void tellSignal(String elementId) {
        narrator.step("The process waits at \"%s\" for a signal, which the quickstart does not send."
                .formatted(name(elementId)));
        narrator.detail("Leave it out to see the rest, or run the diagram on a cluster.");
    }

    /**
     * A called process that does not go on by itself.
     *
     * @param incident what stops it there; empty if it waits
     */
    void tellCalled(String incident) {
        narrator.step("The process waits in a process that it has called, which the quickstart does not take through.");
        if (!incident.isEmpty()) {
            narrator.detail("An incident stops it there: " + incident);
        }
        narrator.detail("Run that diagram by itself; where it is in the same file, choose it with -Dprocess=….");
    }

    private Optional<Map<String, Object>> variables(String waits) {
        while (true) {
            var line = keyboard.line();
            if (line.isEmpty()) {
                narrator.detail("There is no more input. " + waits
                        + " Run it in a terminal, or pass one line of JSON for each of these stops on standard input.");
                return Optional.empty();
            }
            if (line.get().isBlank()) {
                return Optional.of(Map.of());
            }
            var variables = QuickstartArguments.variables(line.get());
            if (variables.isPresent()) {
                return variables;
            }
            narrator.detail(
                    "That is no JSON object. It begins with { and ends with }, and names stand in double quotes.");
        }
    }

    private static String inWords(OwnForm.Field field, ProcessHistory history) {
        var value = history.variables().get(field.key());
        return "%s: %s (%s%s)%s"
                .formatted(
                        field.key(),
                        field.label(),
                        field.type(),
                        field.required() ? ", required" : "",
                        value == null ? "" : ", now " + value);
    }

    private static String groups(ProcessHistory.UserTask task) {
        return task.candidateGroups().isEmpty() ? "" : " (group " + String.join(", ", task.candidateGroups()) + ")";
    }

    private String name(String elementId) {
        return own.diagram().nameOf(elementId).orElse(elementId);
    }
}
