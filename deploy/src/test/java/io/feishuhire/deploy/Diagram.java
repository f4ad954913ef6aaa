package io.feishuhire.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Diagrams that the project ships, as they are. */
enum Diagram {
    /** One task that publishes. */
    PUBLISH("../bpmn-examples/publish-minimal.bpmn"),
    /** The same with a boundary event for each error. */
    EVERY_ERROR("../element-templates/starter/feishu-hire-publish-advertisement-starter.bpmn");

    private final Path file;

    Diagram(String file) {
        this.file = Path.of(file);
    }

    String bpmn() {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
