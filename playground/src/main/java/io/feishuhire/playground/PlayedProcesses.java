package io.feishuhire.playground;

import io.camunda.client.api.command.ClientException;
import io.feishuhire.examples.Example;
import io.feishuhire.examples.FeishuAddress;
import io.feishuhire.examples.OwnDiagram;
import io.feishuhire.examples.OwnForm;
import io.feishuhire.examples.QuickstartArguments;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The processes that are deployed: all examples, or those in a diagram of the user's own. */
final class PlayedProcesses {

    private final Map<String, PlayedProcess> byId = new LinkedHashMap<>();

    private PlayedProcesses(List<PlayedProcess> processes) {
        processes.forEach(process -> byId.put(process.id(), process));
    }

    /** Deploys all examples. They call the sandbox. */
    static PlayedProcesses ofExamples(EmbeddedEngine engine, FeishuSandbox sandbox) {
        return new PlayedProcesses(Arrays.stream(Example.values())
                .map(example -> {
                    example.deployTo(engine.client(), FeishuAddress.of(sandbox));
                    return new PlayedProcess(
                            example.processId(),
                            example.diagram(),
                            example.forms(),
                            example.startVariables(sandbox),
                            false);
                })
                .toList());
    }

    /**
     * Deploys a diagram of the user's own with its forms. It calls the sandbox.
     *
     * @throws IllegalArgumentException with a sentence for the user, if it is no diagram, lacks a form, has no process
     *     to start, or is refused by the engine
     */
    static PlayedProcesses ofOwnDiagram(QuickstartArguments.Own asked, EmbeddedEngine engine, FeishuSandbox sandbox) {
        var own = OwnDiagram.read(asked.file());
        var first = first(own, asked);
        try {
            own.deployTo(engine.client(), FeishuAddress.of(sandbox));
        } catch (ClientException refused) {
            throw new IllegalArgumentException("The engine refuses this diagram:\n" + refused.getMessage(), refused);
        }
        var forms = own.forms().stream().collect(Collectors.toMap(OwnForm::id, PlayedProcesses::text));
        return new PlayedProcesses(own.diagram().executableProcessIds().stream()
                .sorted((some, other) -> Boolean.compare(other.equals(first), some.equals(first)))
                .map(id -> new PlayedProcess(id, own.diagram(), forms, asked.variables(), true))
                .toList());
    }

    /**
     * Looks at a diagram of the user's own before anything is started for it.
     *
     * @throws IllegalArgumentException with a sentence for the user, as above
     */
    static void check(QuickstartArguments.Own asked) {
        first(OwnDiagram.read(asked.file()), asked);
    }

    /** A diagram with several processes needs no choice here: the page offers all. */
    private static String first(OwnDiagram own, QuickstartArguments.Own asked) {
        return own.process(asked.process()
                .or(() -> own.diagram().executableProcessIds().stream().findFirst()));
    }

    private static String text(OwnForm form) {
        try {
            return Files.readString(form.file());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** In the order in which they are offered. */
    Collection<PlayedProcess> all() {
        return byId.values();
    }

    Optional<PlayedProcess> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The process of this id.
     *
     * @throws Problem if there is none
     */
    PlayedProcess get(String id) {
        return find(id).orElseThrow(() ->
                Problem.notFound("There is no process \"" + id + "\" in this playground.", "演练场中没有流程“" + id + "”。"));
    }

    /** The name of an element, or its id where it has none or its process is not known. */
    String nameOf(String processId, String elementId) {
        return find(processId).map(process -> process.nameOf(elementId)).orElse(elementId);
    }
}
