package io.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/** A JSON object whose text is as long as wanted without ever being held. */
final class HugeJson extends InputStream {

    private static final byte[] START = "{\"code\":0,\"msg\":\"".getBytes(UTF_8);
    private static final byte[] END = "\"}".getBytes(UTF_8);

    private final long length;
    private long position;

    HugeJson(long bytes) {
        length = Math.max(bytes, START.length + END.length);
    }

    @Override
    public int read() {
        return position == length ? -1 : at(position++);
    }

    @Override
    public int read(byte[] buffer, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, buffer.length);
        var withinText = position >= START.length && position < length - END.length;
        if (count == 0 || !withinText) {
            return readByte(buffer, offset, count);
        }
        var read = (int) Math.min(count, length - END.length - position);
        Arrays.fill(buffer, offset, offset + read, (byte) 'x');
        position += read;
        return read;
    }

    private int readByte(byte[] buffer, int offset, int count) {
        if (count == 0) {
            return 0;
        }
        var next = read();
        if (next == -1) {
            return -1;
        }
        buffer[offset] = (byte) next;
        return 1;
    }

    private byte at(long index) {
        if (index < START.length) {
            return START[(int) index];
        }
        var fromEnd = length - index;
        return fromEnd <= END.length ? END[(int) (END.length - fromEnd)] : (byte) 'x';
    }
}
