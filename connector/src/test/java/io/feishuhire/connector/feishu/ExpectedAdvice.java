package io.feishuhire.connector.feishu;

import java.util.List;
import java.util.OptionalInt;

/** What people read after a code: the words that the code has of its own, or those of its error. */
public final class ExpectedAdvice {

    private ExpectedAdvice() {}

    /** After a code of Feishu; {@code null} for none. */
    public static Advice of(FeishuError error, Integer code, FeishuOperation operation) {
        return CodeMeaning.advice(code == null ? OptionalInt.empty() : OptionalInt.of(code))
                .map(advice -> operation.complete(advice, List.of()))
                .orElseGet(() -> error.advice(operation));
    }
}
