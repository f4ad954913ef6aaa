package io.feishuhire.connector.mapping;

import java.util.Optional;

/** What is wrong with the text of a credential, so that Feishu is not asked with a text that cannot be one. */
final class Credential {

    private static final int MAX_LENGTH = 1_024;
    private static final String QUOTES = "\"'`“”‘’";

    private Credential() {}

    /**
     * Looks at a credential.
     *
     * @param text without white space around it, not empty
     * @return the rest of a sentence that begins with the name of the field, with the likely cause and what to do, and
     *     without the text itself; empty when nothing is wrong
     */
    static Optional<String> problem(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.of("is longer than " + MAX_LENGTH + " characters, so it is no credential of a Feishu app."
                    + " Correct the value of the connector secret.");
        }
        if (text.contains("{{") || text.contains("}}") || text.startsWith("secrets.")) {
            return Optional.of("still reads like a reference to a connector secret, so the runtime did not put the"
                    + " secret in its place. Write {{secrets.NAME}} directly in this field of the task, without FEEL or a"
                    + " process variable (the runtime's secret filter leaves those alone), and check the name of the"
                    + " secret.");
        }
        if (isQuote(text.charAt(0)) || isQuote(text.charAt(text.length() - 1))) {
            return Optional.of("is wrapped in quotation marks. Remove them from the value of the connector secret.");
        }
        if (!text.chars().allMatch(Credential::isVisibleAscii)) {
            return Optional.of(
                    "holds a blank, a line break, an invisible character or one that is not ASCII, as copying"
                            + " from a web page leaves them. Enter the value of the connector secret again.");
        }
        return Optional.empty();
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    /** All that Feishu's credentials are made of; what has no width in one font or another is no part of it. */
    private static boolean isVisibleAscii(int c) {
        return c > ' ' && c < 0x7F;
    }
}
