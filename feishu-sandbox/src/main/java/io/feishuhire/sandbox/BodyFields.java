package io.feishuhire.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The fields of an object that was sent to Feishu Hire. One that is null counts as not sent, and so do an empty text
 * and an empty list. What is missing or wrong is refused with 1002002, and its name is in {@code field_violations}: a
 * guess.
 *
 * @param prefix what stands before the names of the fields, such as {@code job_managers.}
 */
record BodyFields(JsonNode object, String prefix) {

    private static final String REQUIRED = "the field is required";

    static BodyFields of(Call call) {
        return new BodyFields(call.object(), "");
    }

    boolean has(String name) {
        var value = object.path(name);
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isEmpty())
                && !(value.isArray() && value.isEmpty());
    }

    void require(String name) {
        if (!has(name)) {
            throw refused(name, REQUIRED);
        }
    }

    String requiredText(String name) {
        require(name);
        return text(name).orElseThrow();
    }

    Optional<String> text(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!object.path(name).isTextual()) {
            throw refused(name, "the field must be a string");
        }
        return Optional.of(object.path(name).textValue());
    }

    boolean requiredFlag(String name) {
        require(name);
        if (!object.path(name).isBoolean()) {
            throw refused(name, "the field must be a boolean");
        }
        return object.path(name).booleanValue();
    }

    int requiredInt(String name, Set<Integer> values) {
        require(name);
        return number(name, values).orElseThrow();
    }

    OptionalInt number(String name, Set<Integer> values) {
        var number = number(name);
        if (number.isPresent() && !values.contains(number.getAsInt())) {
            throw refused(name, "the field has none of its values");
        }
        return number;
    }

    OptionalInt number(String name) {
        if (!has(name)) {
            return OptionalInt.empty();
        }
        if (!object.path(name).isInt()) {
            throw refused(name, "the field must be an integer");
        }
        return OptionalInt.of(object.path(name).intValue());
    }

    /** A time in milliseconds, as a number. */
    Instant requiredTime(String name) {
        require(name);
        if (!object.path(name).isIntegralNumber() || !object.path(name).canConvertToLong()) {
            throw refused(name, "the field must be an integer of 64 bits");
        }
        return Instant.ofEpochMilli(object.path(name).longValue());
    }

    List<String> requiredTexts(String name) {
        require(name);
        return texts(name);
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        object.path(name).forEach(text -> texts.add(text.textValue()));
        if ((has(name) && !object.path(name).isArray()) || texts.contains(null)) {
            throw refused(name, "the field must be a list of strings");
        }
        return texts;
    }

    BodyFields requiredObject(String name) {
        require(name);
        if (!object.path(name).isObject()) {
            throw refused(name, "the field must be an object");
        }
        return new BodyFields(object.path(name), prefix + name + ".");
    }

    List<BodyFields> objects(String name) {
        var objects = new ArrayList<BodyFields>();
        for (var entry : object.path(name)) {
            objects.add(new BodyFields(entry, prefix + name + "."));
        }
        if (has(name) && !object.path(name).isArray()) {
            throw refused(name, "the field must be a list of objects");
        }
        return objects;
    }

    Refused refused(String name, String description) {
        return Api.HIRE
                .invalidParameter()
                .naming(prefix + name, object.path(name).asText(), description);
    }
}
