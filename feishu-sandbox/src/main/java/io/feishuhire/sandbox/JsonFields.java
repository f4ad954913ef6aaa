package io.feishuhire.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the fields of a control's input, and says in a sentence what is wrong with them. */
final class JsonFields {

    private JsonFields() {}

    static boolean requiredBoolean(JsonNode input, String name) {
        JsonNode value = input.path(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("\"" + name + "\" must be true or false.");
        }
        return value.booleanValue();
    }

    static int requiredInt(JsonNode input, String name) {
        JsonNode value = input.path(name);
        if (!value.isInt()) {
            throw new IllegalArgumentException("\"" + name + "\" must be a whole number.");
        }
        return value.intValue();
    }

    static int optionalInt(JsonNode input, String name, int otherwise) {
        return input.has(name) ? requiredInt(input, name) : otherwise;
    }

    static String requiredText(JsonNode input, String name) {
        JsonNode value = input.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException("\"" + name + "\" must be text that is not blank.");
        }
        return value.textValue();
    }

    static String optionalText(JsonNode input, String name, String otherwise) {
        return input.has(name) ? requiredText(input, name) : otherwise;
    }
}
