package io.feishuhire.examples;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The examples, in the order in which they are offered. */
public enum Example {
    PUBLISH_WITH_APPROVAL,
    REQUISITION_TO_LIVE,
    PUBLISH_TO_CHANNELS,
    BULK_PUBLISH,
    RECRUITING_AGENT_TOOLS,
    PUBLISH_MINIMAL;

    /**
     * Finds an example by the id of its process, which is the name of its diagram.
     *
     * @throws IllegalArgumentException with a sentence for the user, if there is none of that name
     */
    static Example named(String processId) {
        return Arrays.stream(values())
                .filter(example -> example.processId().equals(processId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no example \"" + processId + "\". There are: " + names(Arrays.stream(values()))));
    }

    /** The names of the other examples, to tell the user of. */
    String others() {
        return names(Arrays.stream(values()).filter(example -> example != this));
    }

    /** The names of the variables that it takes. What else there is when it starts must not matter. */
    Set<String> inputs() {
        return switch (this) {
            case PUBLISH_WITH_APPROVAL -> Set.of("advertisementId", "jobChannelId", "jobId", "reason");
            case REQUISITION_TO_LIVE -> Set.of();
            case PUBLISH_TO_CHANNELS -> Set.of("advertisementId", "channels");
            case BULK_PUBLISH -> Set.of("advertisementIds", "jobChannelId");
            case RECRUITING_AGENT_TOOLS -> Set.of("agentRequest", "advertisementId");
            case PUBLISH_MINIMAL -> Set.of("advertisementId");
        };
    }

    /** The id of its process. */
    public String processId() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its diagram, as it is in the folder of the examples. */
    public ExampleDiagram diagram() {
        return ExampleDiagram.read(diagramFile());
    }

    /**
     * Deploys the diagram together with its forms.
     *
     * @param feishu the Feishu that this version of the process calls
     * @return the key of this version of the process
     */
    public long deployTo(CamundaClient client, FeishuAddress feishu) {
        return deployment(client, feishu)
                .send()
                .join()
                .getProcesses()
                .getFirst()
                .getProcessDefinitionKey();
    }

    /** The command that deploys all this. More can be added to it. */
    DeployResourceCommandStep2 deployment(CamundaClient client, FeishuAddress feishu) {
        var diagram = diagram().calling(feishu);
        var deployment = client.newDeployResourceCommand().addResourceStringUtf8(diagram.toXml(), diagramFile());
        for (var form : diagram.formIds()) {
            deployment = deployment.addResourceFromClasspath("forms/" + form + ".form");
        }
        // The first command to a cluster that has just started may take a while.
        deployment.requestTimeout(Duration.ofMinutes(1));
        return deployment;
    }

    /**
     * The variables to start an instance with. Where a person is asked for them there are none.
     *
     * @throws IllegalArgumentException with a sentence for the user, if the settings lack one
     */
    Map<String, Object> startVariables(QuickstartFeishu feishu) {
        return switch (this) {
            case PUBLISH_WITH_APPROVAL, PUBLISH_TO_CHANNELS -> Map.of();
            case REQUISITION_TO_LIVE -> {
                // Without people there is no job, and better no instance either.
                feishu.staff();
                yield Map.of();
            }
            case BULK_PUBLISH -> bulkOf(feishu.advertisementIds(), feishu.bulkChannelId());
            case RECRUITING_AGENT_TOOLS ->
                Map.of(
                        "agentRequest",
                        feishu.agentRequest(),
                        "advertisementId",
                        feishu.advertisementIds().getFirst());
            case PUBLISH_MINIMAL ->
                Map.of("advertisementId", feishu.advertisementIds().getFirst());
        };
    }

    /**
     * The variables to start an instance with on a sandbox, as the quickstart does. Where a person is asked for them
     * there are none.
     */
    public Map<String, Object> startVariables(FeishuSandbox sandbox) {
        return startVariables(new QuickstartFeishu.Sandbox(sandbox, this));
    }

    /** The variables that the form of {@code bulk-publish} sets when the ids are pasted into it. */
    public static Map<String, Object> bulkOf(List<String> advertisementIds, String jobChannelId) {
        return Map.of("advertisementIds", String.join("\n", advertisementIds), "jobChannelId", jobChannelId);
    }

    private static String form(String id) {
        try (var form = Example.class.getClassLoader().getResourceAsStream("forms/" + id + ".form")) {
            if (form == null) {
                throw new IllegalArgumentException("There is no form " + id + " among the examples.");
            }
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its forms by id, as form-js' JSON. */
    public Map<String, String> forms() {
        return diagram().formIds().stream().collect(Collectors.toMap(Function.identity(), Example::form));
    }

    private String diagramFile() {
        return processId() + ".bpmn";
    }

    private static String names(Stream<Example> examples) {
        return examples.map(Example::processId).collect(Collectors.joining(", "));
    }
}
