package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.annotation.OutboundConnector;
import io.feishuhire.connector.mapping.InputValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateInputsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void theConnectorReadsEveryInputOfTheTemplateAndNoOther(ConnectorTemplate template)
            throws ReflectiveOperationException, JsonProcessingException {
        var variables = JSON.createObjectNode();
        var filledIn = new TreeMap<String, String>();
        inputs(template).forEach(property -> {
            var name = property.path("binding").path("name").asText();
            filledIn.put(name, "the value of " + name);
            put(variables, name, "the value of " + name);
        });

        var input =
                JSON.treeToValue(variables, template.connector().annotation().inputDataClass());

        assertThat(read("", input)).isEqualTo(filledIn);
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void theRuntimeFetchesTheVariablesThatTheTemplateFillsIn(ConnectorTemplate template)
            throws JsonProcessingException {
        var fetched = template.connector()
                .function()
                .getAnnotation(OutboundConnector.class)
                .inputVariables();

        assertThat(inputs(template)
                        .map(property -> property.path("binding").path("name").asText())
                        .map(name -> name.split("\\.", -1)[0]))
                .containsOnly(fetched);
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void onlyWhatTheProcessKnowsIsLeftToType(ConnectorTemplate template) throws JsonProcessingException {
        assertThat(inputs(template)
                        .filter(property -> property.path("value").asText().isEmpty())
                        .filter(property ->
                                property.path("constraints").path("notEmpty").asBoolean())
                        .filter(property -> !property.has("condition"))
                        .map(property -> property.path("binding").path("name").asText())
                        .map(name -> name.substring(name.lastIndexOf('.') + 1)))
                .containsExactlyInAnyOrderElementsOf(
                        Sample.of(template.connector()).variables().keySet());
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void theCredentialsAreSecretsFromTheStart(ConnectorTemplate template) throws JsonProcessingException {
        assertThat(inputs(template)
                        .collect(Collectors.toMap(
                                property -> property.path("id").asText(),
                                property -> property.path("value").asText())))
                .containsEntry("authentication.appId", "{{secrets.FEISHU_APP_ID}}")
                .containsEntry("authentication.appSecret", "{{secrets.FEISHU_APP_SECRET}}");
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void everyFieldSaysWhatBelongsInIt(ConnectorTemplate template) {
        assertThat(Json.objects(template.template().path("properties"))
                        .filter(property -> !property.path("type").asText().equals("Hidden")))
                .allSatisfy(property -> {
                    assertThat(property.path("label").asText()).isNotBlank();
                    assertThat(property.path("description").asText()).isNotBlank();
                    assertThat(property.path("tooltip").asText()).isNotBlank();
                });
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void aFailureThatMayPassIsTriedThreeTimesHalfAMinuteApart(ConnectorTemplate template) {
        assertThat(Json.objects(template.template().path("properties")))
                .anySatisfy(property -> assertThat(property.path("id").asText() + "="
                                + property.path("value").asText())
                        .isEqualTo("retryCount=3"))
                .anySatisfy(property -> assertThat(property.path("id").asText() + "="
                                + property.path("value").asText())
                        .isEqualTo("retryBackoff=PT30S"));
    }

    private static Stream<JsonNode> inputs(ConnectorTemplate template) throws JsonProcessingException {
        return StreamSupport.stream(
                        JSON.readTree(template.json()).path("properties").spliterator(), false)
                .filter(property ->
                        property.path("binding").path("type").asText().equals("zeebe:input"));
    }

    private static void put(ObjectNode variables, String name, String value) {
        var path = name.split("\\.");
        var parent = variables;
        for (var step : Arrays.copyOf(path, path.length - 1)) {
            parent = parent.withObject("/" + step);
        }
        parent.put(path[path.length - 1], value);
    }

    private static Map<String, String> read(String prefix, Object input) throws ReflectiveOperationException {
        var values = new TreeMap<String, String>();
        for (RecordComponent component : input.getClass().getRecordComponents()) {
            var name = prefix + component.getName();
            switch (component.getAccessor().invoke(input)) {
                case InputValue value -> values.put(name, value.json().asText());
                case Object nested -> values.putAll(read(name + ".", nested));
            }
        }
        return values;
    }
}
