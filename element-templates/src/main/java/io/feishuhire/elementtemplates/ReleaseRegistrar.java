package io.feishuhire.elementtemplates;

import java.io.IOException;
import java.nio.file.Path;

/** Enters the templates into {@code released.json} when they are released; run by the profile {@code enter-release}. */
public final class ReleaseRegistrar {

    private ReleaseRegistrar() {}

    /**
     * Enters every template with its present version.
     *
     * @param arguments the folder {@code element-templates/}
     * @throws IOException when the register cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        var released = ReleasedTemplates.in(Path.of(arguments[0]));
        for (var template : ConnectorTemplate.all().toList()) {
            released.enter(template.json());
            System.out.println("Entered " + template.file());
        }
    }
}
