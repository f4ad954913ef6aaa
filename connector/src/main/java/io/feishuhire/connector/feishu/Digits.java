package io.feishuhire.connector.feishu;

/** The one form that Feishu's ids have: only ASCII digits, so that an id in a path can never address another call. */
final class Digits {

    private static final int MAX_LENGTH = 32;

    private Digits() {}

    static void require(String what, String value) {
        if (value.isEmpty()) {
            throw new FeishuException(FeishuFailure.invalidParameter(what + " is empty."));
        }
        if (value.length() > MAX_LENGTH) {
            throw new FeishuException(
                    FeishuFailure.invalidParameter(what + " is longer than " + MAX_LENGTH + " digits."));
        }
        if (!value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new FeishuException(
                    FeishuFailure.invalidParameter(what + " contains characters that are not digits."));
        }
    }
}
