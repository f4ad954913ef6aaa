package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.FeishuError;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class StarterDiagramTest {

    @ParameterizedTest
    @EnumSource
    void theCommittedDiagramFollowsFromTheCatalogueOfErrors(Connector connector) throws IOException {
        var diagram = new StarterDiagram(connector);

        assertThat(Files.readString(diagram.file()))
                .as(
                        "element-templates/%s is out of date. Write it anew with: ./mvnw -q -Pupdate-templates",
                        diagram.file())
                .isEqualTo(diagram.bpmn());
    }

    @ParameterizedTest
    @EnumSource
    void thereIsOneBoundaryEventForEachErrorOfTheConnectorAndNoOther(Connector connector) {
        var diagram = parse(new StarterDiagram(connector).bpmn());

        assertThat(elements(diagram, "bpmn:boundaryEvent")).hasSameSizeAs(connector.errors());
        assertThat(elements(diagram, "bpmn:error").map(error -> error.getAttribute("errorCode")))
                .containsExactlyInAnyOrderElementsOf(
                        connector.errors().stream().map(BpmnErrors::code).toList());
    }

    /** Each error is some connector's: else no diagram would show it. */
    @Test
    void togetherTheDiagramsHaveAllErrors() {
        assertThat(Stream.of(Connector.values()).flatMap(connector -> connector.errors().stream()))
                .contains(FeishuError.values());
    }

    @Test
    void noTwoDiagramsAreTheSameProcess() {
        assertThat(Stream.of(Connector.values())
                        .map(connector -> parse(new StarterDiagram(connector).bpmn()))
                        .flatMap(diagram -> elements(diagram, "bpmn:process"))
                        .map(process -> process.getAttribute("id")))
                .hasSameSizeAs(Connector.values())
                .doesNotHaveDuplicates();
    }

    static Stream<Arguments> errors() {
        return Stream.of(Connector.values())
                .flatMap(connector -> connector.errors().stream().map(error -> Arguments.of(connector, error)));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aBoundaryEventHasItsDefinitionAndHandsTheErrorToTheProcess(Connector connector, FeishuError error) {
        var starter = new StarterDiagram(connector);
        var diagram = parse(starter.bpmn());
        var definition = elements(diagram, "bpmn:error")
                .filter(element -> element.getAttribute("errorCode").equals(BpmnErrors.code(error)))
                .findFirst()
                .orElseThrow();
        var event = elements(diagram, "bpmn:errorEventDefinition")
                .filter(element -> element.getAttribute("errorRef").equals(definition.getAttribute("id")))
                .map(element -> (Element) element.getParentNode())
                .findFirst()
                .orElseThrow();

        assertThat(definition.getAttribute("name")).isNotBlank();
        assertThat(event.getAttribute("attachedToRef")).isEqualTo(starter.taskId());
        assertThat(event.getAttribute("name")).isEqualTo(definition.getAttribute("name"));
        assertThat(event.getElementsByTagName("zeebe:output").item(0)).isInstanceOfSatisfying(Element.class, output -> {
            assertThat(output.getAttribute("source")).isEqualTo("=feishuError");
            assertThat(output.getAttribute("target")).isEqualTo("feishuError");
        });
        assertThat(event.getTextContent())
                .contains(connector.advice(error).en(), connector.advice(error).zh());
    }

    private static Stream<Element> elements(Element diagram, String name) {
        var found = diagram.getElementsByTagName(name);
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
