package io.feishuhire.connector.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.FeishuFailure;
import io.feishuhire.connector.feishu.InvalidValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One value of the input, as the job carries it. It stays JSON until it is asked for, because Jackson's own violations
 * about a value quote it, and it may be a secret that the runtime put in its place.
 *
 * @param json any JSON, or a missing node
 */
public record InputValue(JsonNode json) {

    /** Up to here every whole number survives a floating-point type. */
    private static final BigInteger LAST_EXACT_INTEGER = BigInteger.TWO.pow(53);

    private static final int MAX_ITEMS = 50;
    private static final int MAX_LIST_TEXT = 20_000;
    private static final Pattern SEPARATORS = Pattern.compile("[,;，；、\\r\\n]");

    /** More than any id has, and few enough for a {@code double}. */
    private static final int MAX_BITS = 512;

    /** Text as a modeler chose or typed it, without white space around it; empty when there is none. */
    public String text() {
        return json.isValueNode() && !json.isNull() ? json.asText().strip() : "";
    }

    /**
     * The same where the process may have filled it in: a list or an object is not taken for an empty text.
     *
     * @param field the name of the input variable, for messages
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when it is a list or an object
     */
    public String plainText(String field) {
        if (json.isContainerNode()) {
            throw invalid(field + " is a list or an object, where text is wanted.", field + " 应为文本，不能是列表或对象。");
        }
        return text();
    }

    /** The value of a field; a missing one where the parent is no object or has no such field. */
    public static InputValue of(JsonNode parent, String name) {
        return new InputValue(parent.path(name));
    }

    /**
     * An id, exactly as it is. Whole numbers are taken too, unless their digits show that a floating-point type rounded
     * them, as JavaScript does with numbers of more than 15 digits.
     *
     * @param field the name of the input variable, for messages
     * @param type makes the id of the text; it may throw {@link InvalidValue}
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when the value is neither text nor a number,
     *     is a number that has lost digits, or is not of the id's form
     */
    public <T> T id(String field, Function<String, T> type) {
        try {
            return type.apply(idText(field));
        } catch (InvalidValue malformed) {
            throw invalid(field, malformed);
        }
    }

    /**
     * The same for a value that may be left out: missing, null or blank.
     *
     * @throws FeishuException as {@link #id}
     */
    public <T> Optional<T> optional(String field, Function<String, T> type) {
        return isLeftOut() ? Optional.empty() : Optional.of(id(field, type));
    }

    /** Whether there is no value: missing, null or blank. */
    public boolean isLeftOut() {
        var isBlankText = json.isTextual() && json.textValue().isBlank();
        return json.isMissingNode() || json.isNull() || isBlankText;
    }

    /**
     * The values of a list, or of a text with commas, semicolons or line breaks between them; empty when it is left
     * out.
     *
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when it is an object, or has more than
     *     {@value #MAX_ITEMS} values
     */
    public List<InputValue> items(String field) {
        if (json.isObject()) {
            throw invalid(field + " is an object, where a list or text is wanted.", field + " 应为列表或文本，不能是对象。");
        }
        var isLongText = json.isTextual() && json.textValue().length() > MAX_LIST_TEXT;
        if (isLongText || json.size() > MAX_ITEMS) {
            throw tooMany(field);
        }
        var values = json.isTextual()
                ? Arrays.stream(SEPARATORS.split(json.textValue())).map(InputValue::ofText)
                : json.isArray()
                        ? StreamSupport.stream(json.spliterator(), false).map(InputValue::new)
                        : Stream.of(this);
        var items = values.filter(value -> !value.isLeftOut()).toList();
        if (items.size() > MAX_ITEMS) {
            throw tooMany(field);
        }
        return items;
    }

    private static InputValue ofText(String text) {
        return new InputValue(TextNode.valueOf(text));
    }

    /**
     * A switch; off when it is left out.
     *
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when it is neither on nor off
     */
    public boolean flag(String field) {
        return switch (plainText(field)) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw invalid(field + " is neither true nor false.", field + " 应为 true 或 false。");
        };
    }

    private String idText(String field) {
        if (json.isMissingNode() || json.isNull()) {
            return "";
        }
        if (json.isTextual()) {
            return json.textValue();
        }
        if (!json.isNumber()) {
            throw invalid(field + " is neither text nor a number.", field + " 应为文本或数字。");
        }
        if (json.isIntegralNumber() && json.bigIntegerValue().bitLength() > MAX_BITS) {
            throw invalid(field + " is a number of too many digits.", field + " 的数字位数过多。");
        }
        if (!json.isIntegralNumber() || looksRounded(json.bigIntegerValue())) {
            throw invalid(
                    field + " went through a floating-point number on its way here and has lost digits. Pass it as"
                            + " text.",
                    field + " 在传递过程中变成了浮点数，末尾数字已丢失，请以文本形式传递。");
        }
        return json.bigIntegerValue().toString();
    }

    /** Leaves the value out. */
    @Override
    public String toString() {
        return "<redacted>";
    }

    private static boolean looksRounded(BigInteger number) {
        if (number.abs().compareTo(LAST_EXACT_INTEGER) <= 0) {
            return false;
        }
        var shortest = new BigDecimal(Double.toString(number.doubleValue()));
        return shortest.compareTo(new BigDecimal(number)) == 0;
    }

    private static FeishuException tooMany(String field) {
        return invalid(field + " has more than " + MAX_ITEMS + " values.", field + " 超过 " + MAX_ITEMS + " 项。");
    }

    /** What is wrong with the value of a field. */
    public static FeishuException invalid(String field, InvalidValue malformed) {
        return invalid(field + " " + malformed.getMessage() + ".", field + " " + malformed.chinese() + "。");
    }

    /**
     * A value that the process has to correct.
     *
     * @param detail sentences that name the field and say what is wrong, without repeating the value
     * @param detailZh the same in Chinese
     */
    public static FeishuException invalid(String detail, String detailZh) {
        return new FeishuException(FeishuFailure.invalidParameter(detail, detailZh));
    }
}
