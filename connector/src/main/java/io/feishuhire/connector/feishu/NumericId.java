package io.feishuhire.connector.feishu;

/** The one form that Feishu's ids have: only ASCII digits, so that an id in a path can never address another call. */
final class NumericId {

    private static final int MAX_LENGTH = 32;

    private NumericId() {}

    /**
     * Checks the form of an id.
     *
     * @throws IllegalArgumentException when it is not 1 to 32 digits; the message continues a sentence that begins with
     *     the name of the value, and does not repeat the value
     */
    static void require(String value) {
        InvalidValue.unless(!value.isEmpty(), "is empty", "为空");
        InvalidValue.unless(
                value.length() <= MAX_LENGTH, "is longer than " + MAX_LENGTH + " digits", "超过 " + MAX_LENGTH + " 位数字");
        InvalidValue.unless(
                value.chars().allMatch(c -> c >= '0' && c <= '9'),
                "contains characters that are not digits",
                "含有半角数字以外的字符");
    }
}
