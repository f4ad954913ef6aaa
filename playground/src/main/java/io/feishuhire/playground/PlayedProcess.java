package io.feishuhire.playground;

import io.feishuhire.examples.ExampleDiagram;
import java.util.Map;
import java.util.Optional;

/**
 * A process that can be started in the playground.
 *
 * @param id its id in the diagram
 * @param diagram the diagram as its author drew it
 * @param forms the forms of the diagram by id, as form-js' JSON
 * @param variables what to start an instance with, where no form asks for it
 * @param own whether it is of a diagram of the user's own
 */
record PlayedProcess(
        String id, ExampleDiagram diagram, Map<String, String> forms, Map<String, Object> variables, boolean own) {

    String name() {
        return diagram.nameOfProcess(id).orElse(id);
    }

    Optional<String> startForm() {
        return diagram.startFormOf(id);
    }

    /** The name of an element, or its id where it has none. */
    String nameOf(String elementId) {
        return diagram.nameOf(elementId).orElse(elementId);
    }
}
