package io.feishuhire.elementtemplates;

import static io.camunda.connector.generator.dsl.BpmnType.INTERMEDIATE_THROW_EVENT;
import static io.camunda.connector.generator.dsl.BpmnType.SEND_TASK;
import static io.camunda.connector.generator.dsl.BpmnType.SERVICE_TASK;
import static io.camunda.connector.generator.dsl.BpmnType.TASK;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.generator.api.GeneratorConfiguration;
import io.camunda.connector.generator.api.GeneratorConfiguration.ConnectorElementType;
import io.camunda.connector.generator.api.GeneratorConfiguration.ConnectorMode;
import io.camunda.connector.generator.dsl.BpmnType;
import io.camunda.connector.generator.java.ClassBasedTemplateGenerator;
import io.feishuhire.connector.publish.PublishAdvertisementFunction;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The element templates of the connector: what Camunda's generator makes of the annotations, and what annotations
 * cannot say. All of them fill in the same inputs.
 */
public enum PublishAdvertisementTemplate {
    /** For a runtime that serves the connector's own job type. */
    NORMAL("feishu-hire-publish-advertisement", "", "", TASK, SERVICE_TASK),
    /** The same in Chinese. */
    CHINESE("feishu-hire-publish-advertisement-zh", ".zh", "", TASK, SERVICE_TASK),
    /** On a send task, for diagrams that tell sending from other services. */
    SEND_TASK_SHAPE("feishu-hire-publish-advertisement-send-task", ".sendTask", " (send task)", SEND_TASK, SEND_TASK),
    /** On an intermediate throw event, which carries no boundary events. */
    THROW_EVENT_SHAPE(
            "feishu-hire-publish-advertisement-intermediate-throw-event",
            ".intermediateThrowEvent",
            " (intermediate throw event)",
            INTERMEDIATE_THROW_EVENT,
            INTERMEDIATE_THROW_EVENT),
    /** With the job type as a field, for several runtimes at one cluster. */
    HYBRID("hybrid/feishu-hire-publish-advertisement-hybrid", "", "", TASK, SERVICE_TASK);

    private final String file;
    private final String idPart;
    private final String nameSuffix;
    private final BpmnType appliesTo;
    private final BpmnType element;

    PublishAdvertisementTemplate(String file, String idPart, String nameSuffix, BpmnType appliesTo, BpmnType element) {
        this.file = file;
        this.idPart = idPart;
        this.nameSuffix = nameSuffix;
        this.appliesTo = appliesTo;
        this.element = element;
    }

    /** Where the template is committed, relative to {@code element-templates/}. */
    public Path file() {
        return Path.of(file + ".json");
    }

    /** The template as indented JSON, with a line break at the end. */
    public String json() {
        return Json.write(template());
    }

    /** The template as JSON that the caller may change. */
    ObjectNode template() {
        var template = AnnotatedTemplate.complete(generated());
        return AnnotatedTemplate.nameCodes(this == CHINESE ? ChineseTexts.read().translate(template) : template);
    }

    private ObjectNode generated() {
        var elementType = new ConnectorElementType(
                Set.of(appliesTo),
                element,
                "Feishu Hire: Publish job advertisement" + nameSuffix,
                "io.feishuhire.PublishAdvertisement" + idPart + ".v1");
        var mode = this == HYBRID ? ConnectorMode.HYBRID : ConnectorMode.NORMAL;
        var configuration = new GeneratorConfiguration(mode, null, null, null, Set.of(elementType), Map.of());
        return Json.tree(new ClassBasedTemplateGenerator()
                .generate(PublishAdvertisementFunction.class, configuration)
                .getFirst());
    }
}
