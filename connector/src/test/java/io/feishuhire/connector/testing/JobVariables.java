package io.feishuhire.connector.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.jackson.ConnectorsObjectMapperSupplier;

/**
 * The variables of a job as JSON, and how the runtime binds them. Texts of tests have single quotes for double ones.
 */
public final class JobVariables {

    private static final ObjectMapper RUNTIME_MAPPER = ConnectorsObjectMapperSupplier.getCopy();

    private JobVariables() {}

    public static JsonNode json(String withSingleQuotes) {
        return strictJson(withSingleQuotes.replace('\'', '"'));
    }

    /** A text with JSON's escapes in it, such as {@code \}{@code u00A0}. */
    public static JsonNode text(String escaped) {
        return strictJson("\"" + escaped + "\"");
    }

    /** Replaces one value, by its JSON pointer. */
    public static ObjectNode replace(ObjectNode variables, String pointer, String withSingleQuotes) {
        var cut = pointer.lastIndexOf('/');
        ((ObjectNode) variables.at(pointer.substring(0, cut))).set(pointer.substring(cut + 1), json(withSingleQuotes));
        return variables;
    }

    /** What the runtime makes of them for a connector. */
    public static <T> T bind(JsonNode variables, Class<T> inputType) {
        try {
            return RUNTIME_MAPPER.readValue(variables.toString(), inputType);
        } catch (JsonProcessingException notBound) {
            throw new AssertionError("The runtime's mapper does not bind the input", notBound);
        }
    }

    /** What the runtime makes of a result. */
    public static JsonNode ofResult(Object result) {
        return RUNTIME_MAPPER.valueToTree(result);
    }

    private static JsonNode strictJson(String json) {
        try {
            return RUNTIME_MAPPER.readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
