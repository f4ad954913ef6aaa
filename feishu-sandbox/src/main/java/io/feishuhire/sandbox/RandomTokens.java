package io.feishuhire.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Tokens in the classic format: {@code t-} and 40 random letters and digits. */
final class RandomTokens implements Supplier<String> {

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        var bytes = new byte[20];
        random.nextBytes(bytes);
        return "t-" + HexFormat.of().formatHex(bytes);
    }
}
