package io.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;

/** The body of a reply as the journal keeps it. */
final class ReplyText {

    private static final int RECORDED_LENGTH = 8192;

    private ReplyText() {}

    /** Its start, or an empty text if that is no text in UTF-8. No more of it is read than is kept. */
    static String of(byte[] body) {
        var text = CharBuffer.allocate(Math.min(body.length, RECORDED_LENGTH));
        var result =
                UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(body), text, true);
        text.flip();
        return result.isError() || text.chars().anyMatch(ReplyText::isInNoText) ? "" : text.toString();
    }

    private static boolean isInNoText(int character) {
        return Character.isISOControl(character) && !Character.isWhitespace(character);
    }
}
