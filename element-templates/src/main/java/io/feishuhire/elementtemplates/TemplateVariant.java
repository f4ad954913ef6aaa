package io.feishuhire.elementtemplates;

import static io.camunda.connector.generator.dsl.BpmnType.INTERMEDIATE_THROW_EVENT;
import static io.camunda.connector.generator.dsl.BpmnType.SEND_TASK;
import static io.camunda.connector.generator.dsl.BpmnType.SERVICE_TASK;
import static io.camunda.connector.generator.dsl.BpmnType.TASK;

import io.camunda.connector.generator.api.GeneratorConfiguration.ConnectorMode;
import io.camunda.connector.generator.dsl.BpmnType;
import java.util.Set;

/** What kinds of templates a connector may have. All of them fill in the same inputs. */
enum TemplateVariant {
    /** For a runtime that serves the connector's own job type. */
    NORMAL("", "", "", "", TASK, SERVICE_TASK),
    /** The same in Chinese. */
    CHINESE("", "-zh", ".zh", "", TASK, SERVICE_TASK),
    /** On a send task, for diagrams that tell sending from other services. */
    SEND_TASK_SHAPE("", "-send-task", ".sendTask", " (send task)", SEND_TASK, SEND_TASK),
    /** On an intermediate throw event, which carries no boundary events. */
    THROW_EVENT_SHAPE(
            "",
            "-intermediate-throw-event",
            ".intermediateThrowEvent",
            " (intermediate throw event)",
            INTERMEDIATE_THROW_EVENT,
            INTERMEDIATE_THROW_EVENT),
    /** With the job type as a field, for several runtimes at one cluster. */
    HYBRID("hybrid/", "-hybrid", "", "", TASK, SERVICE_TASK);

    /** What every connector has. */
    static final Set<TemplateVariant> ON_SERVICE_TASK = Set.of(NORMAL, CHINESE, HYBRID);

    private final String folder;
    private final String fileSuffix;
    private final String idPart;
    private final String nameSuffix;
    private final BpmnType appliesTo;
    private final BpmnType element;

    TemplateVariant(
            String folder, String fileSuffix, String idPart, String nameSuffix, BpmnType appliesTo, BpmnType element) {
        this.folder = folder;
        this.fileSuffix = fileSuffix;
        this.idPart = idPart;
        this.nameSuffix = nameSuffix;
        this.appliesTo = appliesTo;
        this.element = element;
    }

    /** The path of the file, without its extension. */
    String file(String stem) {
        return folder + stem + fileSuffix;
    }

    /** Between the stem of the template id and its version. */
    String idPart() {
        return idPart;
    }

    String nameSuffix() {
        return nameSuffix;
    }

    BpmnType appliesTo() {
        return appliesTo;
    }

    BpmnType element() {
        return element;
    }

    ConnectorMode mode() {
        return this == HYBRID ? ConnectorMode.HYBRID : ConnectorMode.NORMAL;
    }
}
