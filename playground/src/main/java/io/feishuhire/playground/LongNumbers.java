package io.feishuhire.playground;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes whole numbers that JavaScript would round as text. The page only shows them. */
final class LongNumbers extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** JavaScript's Number.MAX_SAFE_INTEGER. */
    private static final long LARGEST = 9_007_199_254_740_991L;

    LongNumbers() {
        addSerializer(Long.class, new Serializer());
    }

    private static final class Serializer extends StdSerializer<Long> {

        private static final long serialVersionUID = 1L;

        Serializer() {
            super(Long.class);
        }

        @Override
        public void serialize(Long number, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Math.abs(number) > LARGEST) {
                json.writeString(number.toString());
            } else {
                json.writeNumber(number);
            }
        }
    }
}
