package io.feishuhire.playground;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Variables as the page sends them. */
final class GivenVariables {

    private GivenVariables() {}

    /**
     * The variables, or none if there are none.
     *
     * @throws Problem if the engine cannot hold one of them
     */
    static Map<String, Object> of(Map<String, Object> variables) {
        if (variables == null) {
            return Map.of();
        }
        if (hasTooLongNumber(variables)) {
            throw Problem.invalid(
                    "Whole numbers have 18 digits at most. Write a longer one as text, in double quotes.",
                    "整数最多 18 位。更长的数字请用双引号括起来，作为文本填写。");
        }
        return variables;
    }

    private static boolean hasTooLongNumber(Object value) {
        return value instanceof BigInteger
                || (value instanceof Map<?, ?> object
                        && object.values().stream().anyMatch(GivenVariables::hasTooLongNumber))
                || (value instanceof List<?> list && list.stream().anyMatch(GivenVariables::hasTooLongNumber));
    }
}
