package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text in Feishu's answers. Jackson's own {@code asText} makes the word "null" of a null. */
final class JsonText {

    private static final int MAX_LENGTH = 200;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private JsonText() {}

    /** A text or a number; empty for anything else. */
    static String of(JsonNode parent, String field) {
        var value = parent.path(field);
        return value.isTextual() || value.isNumber() ? value.asText().strip() : "";
    }

    /** Without line breaks and characters that direct the text or have no width. */
    static String clean(String text) {
        return INVISIBLE.matcher(text).replaceAll("").strip();
    }

    /**
     * What people read: without line breaks and characters that direct the text, and cut, but not within a character,
     * where it is longer than any list can show.
     */
    static String shown(JsonNode parent, String field) {
        var text = clean(of(parent, field));
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return text.substring(0, end) + "…";
    }

    /**
     * A time at which something ends: milliseconds, as text or as a number; absent, null, empty or 0 where it never
     * does.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    static Optional<Instant> time(JsonNode parent, String field) {
        var milliseconds = of(parent, field);
        return milliseconds.isEmpty() || milliseconds.equals("0")
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(Long.parseLong(milliseconds)));
    }
}
