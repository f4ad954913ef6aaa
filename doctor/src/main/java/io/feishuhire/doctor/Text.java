package io.feishuhire.doctor;

/** A text in both languages. */
record Text(String en, String zh) {

    /** The same in both languages, such as a name of Feishu's. */
    static Text of(String text) {
        return new Text(text, text);
    }

    /** The text with its {@code %s} filled in. */
    @SuppressWarnings("AnnotateFormatMethod") // The annotation knows no second format.
    static Text of(String en, String zh, Object... values) {
        return new Text(en.formatted(values), zh.formatted(values));
    }

    String in(Language language) {
        return switch (language) {
            case EN -> en;
            case ZH -> zh;
        };
    }

    /** Both texts one after the other, as sentences. */
    Text and(Text more) {
        return new Text(more.en.isEmpty() ? en : en + " " + more.en, zh + more.zh);
    }
}
