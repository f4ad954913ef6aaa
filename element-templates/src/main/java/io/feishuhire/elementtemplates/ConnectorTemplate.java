package io.feishuhire.elementtemplates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.generator.api.GeneratorConfiguration;
import io.camunda.connector.generator.api.GeneratorConfiguration.ConnectorElementType;
import io.camunda.connector.generator.java.ClassBasedTemplateGenerator;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One element template of a connector: what Camunda's generator makes of the annotations, and what annotations cannot
 * say.
 */
record ConnectorTemplate(Connector connector, TemplateVariant variant) {

    /** The templates of all connectors. */
    static Stream<ConnectorTemplate> all() {
        return Stream.of(Connector.values()).flatMap(Connector::templates);
    }

    /** Where the template is committed, relative to {@code element-templates/}. */
    Path file() {
        return Path.of(variant.file(connector.fileStem()) + ".json");
    }

    /** The template as indented JSON, with a line break at the end. */
    String json() {
        return Json.write(template());
    }

    /** The template as JSON that the caller may change. */
    ObjectNode template() {
        var template = untranslated();
        if (variant == TemplateVariant.CHINESE) {
            ChineseTexts.read().translate(template, connector);
        }
        return new ConnectorTexts(connector).fillIn(template);
    }

    /** The template in English, with the braces of {@link ConnectorTexts}. */
    ObjectNode untranslated() {
        return new AnnotatedTemplate(connector).complete(generated());
    }

    private ObjectNode generated() {
        var elementType = new ConnectorElementType(
                Set.of(variant.appliesTo()),
                variant.element(),
                connector.displayName() + variant.nameSuffix(),
                connector.annotation().id().replaceFirst("(?=\\.v1$)", variant.idPart()));
        var configuration = new GeneratorConfiguration(variant.mode(), null, null, null, Set.of(elementType), Map.of());
        return Json.tree(new ClassBasedTemplateGenerator()
                .generate(connector.function(), configuration)
                .getFirst());
    }

    @Override
    public String toString() {
        return file().toString();
    }
}
