package io.feishuhire.runtime;

import java.util.Optional;

/** What a peer says of a failure, made fit for one line of the log. */
final class PeerText {

    private static final int MOST = 200;
    private static final String CONTROL_CHARACTERS = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+";

    private PeerText() {}

    static String of(Throwable failure) {
        var innermost = innermost(failure);
        return of(Optional.ofNullable(innermost.getMessage())
                .orElse(innermost.getClass().getSimpleName()));
    }

    static String of(String text) {
        var line = text.replaceAll(CONTROL_CHARACTERS, " ").strip();
        return line.length() <= MOST ? line : line.substring(0, MOST - 1) + "…";
    }

    static Throwable innermost(Throwable failure) {
        return failure.getCause() == null ? failure : innermost(failure.getCause());
    }
}
