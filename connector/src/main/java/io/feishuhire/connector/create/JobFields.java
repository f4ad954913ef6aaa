package io.feishuhire.connector.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.InvalidValue;
import io.feishuhire.connector.mapping.InputValue;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of a job as Feishu's call has them ("新建职位"), filled in one after the other. What is left out is not sent.
 * Each method throws {@link FeishuException} with {@link FeishuError#INVALID_PARAMETER} when its value cannot be used.
 */
final class JobFields {

    private static final int MAX_TEXT = 50_000;
    private static final int MAX_FURTHER = 100_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final String CUSTOM_FIELDS = "customized_data_list";

    /** Those that have an input of their own. */
    private static final Set<String> KNOWN = Set.of(
            "title",
            "code",
            "head_count",
            "is_never_expired",
            "expiry_timestamp",
            "expiry_time",
            "job_managers",
            "process_type",
            "job_process_id",
            "job_type_id",
            "recruitment_type_id",
            "job_function_id",
            "subject_id",
            "department_id",
            "address_id_list",
            "min_salary",
            "max_salary",
            "experience",
            "required_degree",
            "description",
            "requirement",
            "highlight_list");

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    ObjectNode json() {
        return json;
    }

    void text(String field, InputValue value, String name) {
        var text = value.plainText(field);
        if (text.length() > MAX_TEXT) {
            throw InputValue.invalid(
                    field + " is longer than " + MAX_TEXT + " characters.", field + " 超过 " + MAX_TEXT + " 个字符。");
        }
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    void id(String field, InputValue value, String name) {
        value.optional(field, JobFields::id).ifPresent(id -> json.put(name, id));
    }

    void ids(String field, InputValue value, String name) {
        var ids = value.items(field).stream()
                .map(item -> item.id(field, JobFields::id))
                .toList();
        if (!ids.isEmpty()) {
            ids.forEach(json.putArray(name)::add);
        }
    }

    /** A whole number; the number, where there is one. */
    OptionalInt number(String field, InputValue value, String name, int min, int max) {
        var number = value.json().isNumber()
                ? Optional.of(number(field, value.json().doubleValue(), min, max))
                : value.optional(field, text -> number(text, min, max));
        number.ifPresent(it -> json.put(name, it));
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** All that has no input of its own, by the names of Feishu's call. */
    void further(InputValue value) {
        if (value.isLeftOut()) {
            return;
        }
        if (!value.json().isObject()) {
            throw InputValue.invalid(
                    "further must be a FEEL context: write it as ={…}.", "further 不是 FEEL 上下文，请写成 ={…} 的形式。");
        }
        if (value.json().toString().length() > MAX_FURTHER) {
            throw InputValue.invalid(
                    "further is longer than " + MAX_FURTHER + " characters.", "further 超过 " + MAX_FURTHER + " 个字符。");
        }
        for (var field : value.json().properties()) {
            if (KNOWN.contains(field.getKey())) {
                throw InputValue.invalid(
                        "further." + field.getKey() + " has a field of its own in the element template.",
                        "further." + field.getKey() + " 在模板中已有单独的字段。");
            }
            json.set(field.getKey(), field.getValue().deepCopy());
        }
        writeCustomFields(json.path(CUSTOM_FIELDS));
    }

    /** A custom field without a value is one that is left out. */
    private static void writeCustomFields(JsonNode customFields) {
        if (customFields instanceof ArrayNode list) {
            list.removeIf(customField -> customField.path("value").isNull());
            list.forEach(JobFields::writeValueAsText);
        }
    }

    /** Feishu takes the value of a custom field as text, a list as its JSON. */
    private static void writeValueAsText(JsonNode customField) {
        var value = customField.path("value");
        if (customField instanceof ObjectNode custom && !value.isMissingNode() && !value.isTextual()) {
            custom.put("value", text(value));
        }
    }

    private static String text(JsonNode value) {
        if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            var plain = value.decimalValue();
            return (plain.stripTrailingZeros().scale() <= 0 ? plain.setScale(0) : plain).toPlainString();
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    private static String id(String text) {
        var id = text.strip();
        if (id.length() > 64 || !ID.matcher(id).matches()) {
            throw new InvalidValue(
                    "is not an ID: it has letters, digits, - and _ only, at most 64", "不是 ID：只能包含字母、数字、- 和 _，最多 64 位");
        }
        return id;
    }

    private static Integer number(String text, int min, int max) {
        var digits = text.strip();
        var number = digits.length() <= 9 && WHOLE_NUMBER.matcher(digits).matches()
                ? Optional.of(Integer.valueOf(digits))
                : Optional.<Integer>empty();
        return number.filter(it -> it >= min && it <= max).orElseThrow(() -> notWhole(min, max));
    }

    /** FEEL has one kind of number, which may come as 2.0 or 1e3. */
    private static Integer number(String field, double number, int min, int max) {
        if (number != Math.rint(number) || number < min || number > max) {
            throw InputValue.invalid(field, notWhole(min, max));
        }
        return (int) number;
    }

    private static InvalidValue notWhole(int min, int max) {
        return new InvalidValue(
                "must be a whole number from " + min + " to " + max, "应为 " + min + " 到 " + max + " 之间的整数");
    }
}
