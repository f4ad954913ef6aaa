package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.mapping.BpmnErrors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class StarterDiagramTest {

    private static final Element DIAGRAM = parse(StarterDiagram.bpmn());

    @Test
    void theCommittedDiagramFollowsFromTheCatalogueOfErrors() throws IOException {
        assertThat(Files.readString(StarterDiagram.FILE))
                .as(
                        "element-templates/%s is out of date. Write it anew with: ./mvnw -q -Pupdate-templates",
                        StarterDiagram.FILE)
                .isEqualTo(StarterDiagram.bpmn());
    }

    @Test
    void thereIsOneBoundaryEventForEachErrorAndNoOther() {
        assertThat(elements("bpmn:boundaryEvent")).hasSameSizeAs(FeishuError.values());
        assertThat(elements("bpmn:error").map(error -> error.getAttribute("errorCode")))
                .containsExactlyInAnyOrder(
                        Stream.of(FeishuError.values()).map(BpmnErrors::code).toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void aBoundaryEventHasItsDefinitionAndHandsTheErrorToTheProcess(FeishuError error) {
        var definition = elements("bpmn:error")
                .filter(element -> element.getAttribute("errorCode").equals(BpmnErrors.code(error)))
                .findFirst()
                .orElseThrow();
        var event = elements("bpmn:errorEventDefinition")
                .filter(element -> element.getAttribute("errorRef").equals(definition.getAttribute("id")))
                .map(element -> (Element) element.getParentNode())
                .findFirst()
                .orElseThrow();

        assertThat(definition.getAttribute("name")).isNotBlank();
        assertThat(event.getAttribute("attachedToRef")).isEqualTo("publish-advertisement");
        assertThat(event.getAttribute("name")).isEqualTo(definition.getAttribute("name"));
        assertThat(event.getElementsByTagName("zeebe:output").item(0)).isInstanceOfSatisfying(Element.class, output -> {
            assertThat(output.getAttribute("source")).isEqualTo("=feishuError");
            assertThat(output.getAttribute("target")).isEqualTo("feishuError");
        });
        assertThat(event.getTextContent())
                .contains(
                        error.advice(FeishuOperation.PUBLISH).en(),
                        error.advice(FeishuOperation.PUBLISH).zh());
    }

    private static Stream<Element> elements(String name) {
        var found = DIAGRAM.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    private static Element parse(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
