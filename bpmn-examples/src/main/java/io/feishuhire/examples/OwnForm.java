package io.feishuhire.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A form beside a diagram of the user's own.
 *
 * @param file where it is
 * @param id what user tasks call it
 * @param fields what a person fills in
 */
public record OwnForm(Path file, String id, List<Field> fields) {

    /**
     * A field of a form.
     *
     * @param key the variable that it sets
     * @param label what people read
     * @param type form-js' name for its kind, such as {@code textfield}
     * @param required whether it must not stay empty
     */
    public record Field(String key, String label, String type, boolean required) {

        /** What the variable looks like, for a person who types JSON. */
        String sample() {
            return switch (type) {
                case "checkbox" -> "true";
                case "number" -> "1";
                case "checklist", "taglist" -> "[\"…\"]";
                default -> "\"…\"";
            };
        }
    }

    /**
     * Reads a form.
     *
     * @throws IllegalArgumentException with a sentence for the user, if it is none
     */
    static OwnForm read(Path file) {
        try {
            var form = new JsonMapper().readTree(Files.readString(file));
            if (!form.path("id").isTextual()) {
                throw new IllegalArgumentException("The form " + file + " has no id.");
            }
            var fields = new ArrayList<Field>();
            collect(form, fields);
            return new OwnForm(file, form.path("id").asText(), fields);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The form " + file + " is no JSON.", unreadable);
        }
    }

    /** Groups hold fields, too. What is shown only sets no variable. */
    private static void collect(JsonNode parent, List<Field> fields) {
        for (var component : parent.path("components")) {
            var key = component.path("key").asText();
            if (!key.isEmpty()
                    && !component.path("readonly").asBoolean()
                    && !component.path("disabled").asBoolean()) {
                fields.add(new Field(
                        key,
                        component.path("label").asText(key),
                        component.path("type").asText(),
                        component.path("validate").path("required").asBoolean()));
            }
            collect(component, fields);
        }
    }
}
