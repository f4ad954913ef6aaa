package io.feishuhire.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a control was given. What reads it throws {@link IllegalArgumentException} with a sentence for the user if it is
 * not as it must be.
 */
final class ControlInput {

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper json;
    private final Map<String, String> ids;
    private final String body;
    private JsonNode fields;

    ControlInput(ObjectMapper json, Map<String, String> ids, String body) {
        this.json = json;
        this.ids = ids;
        this.body = body;
    }

    /** A variable of the control's path. */
    String id(String name) {
        return ids.get(name);
    }

    boolean has(String name) {
        return fields().has(name);
    }

    boolean requiredBoolean(String name) {
        var value = fields().path(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("\"" + name + "\" must be true or false.");
        }
        return value.booleanValue();
    }

    boolean optionalBoolean(String name, boolean otherwise) {
        return has(name) ? requiredBoolean(name) : otherwise;
    }

    int requiredInt(String name) {
        var value = fields().path(name);
        if (!value.isInt()) {
            throw new IllegalArgumentException("\"" + name + "\" must be a whole number.");
        }
        return value.intValue();
    }

    int optionalInt(String name, int otherwise) {
        return has(name) ? requiredInt(name) : otherwise;
    }

    String requiredText(String name) {
        var value = fields().path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException("\"" + name + "\" must be text that is not blank.");
        }
        return value.textValue();
    }

    String optionalText(String name, String otherwise) {
        return has(name) ? requiredText(name) : otherwise;
    }

    /** A text that may be empty, or nothing if there is none. */
    Optional<String> name(String name) {
        var value = fields().path(name);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new IllegalArgumentException("\"" + name + "\" must be text.");
        }
        return Optional.ofNullable(value.textValue());
    }

    List<String> texts(String name) {
        var value = fields().path(name);
        var texts = new ArrayList<String>();
        for (var text : value) {
            texts.add(text.textValue());
        }
        if (!(value.isArray() || value.isMissingNode()) || texts.contains(null)) {
            throw new IllegalArgumentException("\"" + name + "\" must be a list of texts.");
        }
        return texts;
    }

    /** An object of any content as Jackson reads it, or an empty one if there is none. */
    Map<String, Object> object(String name) {
        var value = fields().path(name);
        if (!value.isMissingNode() && !value.isObject()) {
            throw new IllegalArgumentException("\"" + name + "\" must be a JSON object.");
        }
        return value.isObject() ? json.convertValue(value, OBJECT) : Map.of();
    }

    /** An object that says true or false of each of its names, or an empty one if there is none. */
    Map<String, Boolean> booleans(String name) {
        var booleans = new LinkedHashMap<String, Boolean>();
        object(name).forEach((field, value) -> {
            if (!(value instanceof Boolean said)) {
                throw new IllegalArgumentException("\"" + name + "\" must say true or false of each of its names.");
            }
            booleans.put(field, said);
        });
        return booleans;
    }

    /** Read when first asked for: not every control has a body. */
    private JsonNode fields() {
        if (fields == null) {
            fields = read();
        }
        return fields;
    }

    private JsonNode read() {
        try {
            var input = json.readTree(body);
            if (input.isObject()) {
                return input;
            }
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("The body is not JSON.", notJson);
        }
        throw new IllegalArgumentException("The body must be a JSON object.");
    }
}
