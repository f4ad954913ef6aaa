package io.feishuhire.examples;

import io.camunda.client.CamundaClient;
import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.ModelException;

/**
 * A diagram of the user's own, with the forms in its folder or in the folder {@code forms} there.
 *
 * @param file where it is
 * @param diagram what it holds
 * @param forms those that it needs
 */
public record OwnDiagram(Path file, ExampleDiagram diagram, List<OwnForm> forms) {

    /**
     * Reads a diagram and its forms.
     *
     * @throws IllegalArgumentException with a sentence for the user, if it is no diagram or lacks a form
     */
    public static OwnDiagram read(Path file) {
        var diagram = diagram(file);
        var ids = diagram.formIds();
        return new OwnDiagram(file, diagram, ids.isEmpty() ? List.of() : forms(file, ids));
    }

    /** A file that is no form matters only while a form is missing: it may be the one. */
    private static List<OwnForm> forms(Path file, Set<String> ids) {
        var there = new ArrayList<OwnForm>();
        var unusable = new StringBuilder();
        for (var formFile : formFiles(file).toList()) {
            try {
                there.add(OwnForm.read(formFile));
            } catch (IllegalArgumentException noForm) {
                unusable.append(' ').append(noForm.getMessage());
            }
        }
        return ids.stream()
                .map(id -> there.stream()
                        .filter(form -> form.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("The diagram needs a form with the id \"" + id
                                + "\". Put its .form file beside " + file + ", or into a folder \"forms\" there."
                                + unusable)))
                .toList();
    }

    private static ExampleDiagram diagram(Path file) {
        try (var xml = Files.newInputStream(file)) {
            return ExampleDiagram.read(xml);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The file " + file + " cannot be read.", unreadable);
        } catch (ModelException noDiagram) {
            throw new IllegalArgumentException(
                    "The file " + file + " is no BPMN 2.0 diagram for Camunda 8: " + firstLine(noDiagram), noDiagram);
        }
    }

    private static Stream<Path> formFiles(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return Stream.of(folder, folder.resolve("forms"))
                .filter(Files::isDirectory)
                .flatMap(OwnDiagram::filesIn)
                .filter(form -> form.toString().endsWith(".form"));
    }

    private static Stream<Path> filesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The folder " + folder + " cannot be read.", unreadable);
        }
    }

    /**
     * The process to start.
     *
     * @param wanted its id; empty where the diagram has one
     * @throws IllegalArgumentException with a sentence for the user, if it is not clear which
     */
    public String process(Optional<String> wanted) {
        var processes = diagram.executableProcessIds();
        if (processes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The diagram has no executable process: tick \"Executable\" in the Modeler.");
        }
        var names = String.join(", ", processes);
        if (wanted.isEmpty() && processes.size() > 1) {
            throw new IllegalArgumentException(
                    "The diagram has several processes. Say which one to start, with -Dprocess= and one of: " + names);
        }
        return wanted.map(id -> {
                    if (!processes.contains(id)) {
                        throw new IllegalArgumentException(
                                "The diagram has no executable process \"" + id + "\". It has: " + names);
                    }
                    return id;
                })
                .orElseGet(processes::getFirst);
    }

    /** Deploys it with its forms, its tasks calling this Feishu. */
    public void deployTo(CamundaClient client, FeishuAddress feishu) {
        var deployment = client.newDeployResourceCommand()
                .addResourceStringUtf8(
                        diagram.calling(feishu).toXml(), file.getFileName().toString());
        for (var form : forms) {
            deployment = deployment.addResourceFile(form.file().toString());
        }
        deployment.requestTimeout(Duration.ofMinutes(1)).send().join();
    }

    /** The form of a user task, if it has one. */
    Optional<OwnForm> formOf(String userTask) {
        return diagram.formIdOf(userTask)
                .flatMap(id ->
                        forms.stream().filter(form -> form.id().equals(id)).findFirst());
    }

    /**
     * The job types of its tasks for which no worker runs here. A type that an expression makes is known only when it
     * runs.
     */
    Set<String> typesWithoutWorker() {
        return diagram.jobTypes().stream()
                .filter(type -> !type.startsWith("="))
                .filter(type -> !isWorked(type))
                .collect(Collectors.toSet());
    }

    /** Whether a connector on the class path works jobs of this type. */
    public static boolean isWorked(String type) {
        return ServiceLoader.load(OutboundConnectorFunction.class).stream()
                .map(connector -> connector.type().getAnnotation(OutboundConnector.class))
                .anyMatch(connector -> connector != null && connector.type().equals(type));
    }

    private static String firstLine(Exception failure) {
        var message = failure.getMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
