package io.feishuhire.elementtemplates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the element templates and the starter diagrams; run by {@code ./mvnw -q -Pupdate-templates}. */
public final class TemplateWriter {

    private TemplateWriter() {}

    /**
     * Writes each file anew. A released template whose version was raised is first copied to {@code versioned/}.
     *
     * @param arguments the folder {@code element-templates/}
     * @throws IOException when a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var released = ReleasedTemplates.in(folder);
        for (var generated : files().entrySet()) {
            var file = folder.resolve(generated.getKey());
            released.keep(generated.getKey(), generated.getValue());
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated.getValue());
            System.out.println("Wrote " + file);
        }
    }

    /** What is generated: the content by the file, relative to {@code element-templates/}. */
    static Map<Path, String> files() {
        var files = new LinkedHashMap<Path, String>();
        for (var connector : Connector.values()) {
            connector.templates().forEach(template -> files.put(template.file(), template.json()));
            var starter = new StarterDiagram(connector);
            files.put(starter.file(), starter.bpmn());
        }
        return files;
    }
}
